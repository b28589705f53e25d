/**
 * A column of values, each of which stands once: rows that say the same share its number.
 *
 * A text that comes again after very many others may stand twice. Every value is that of some row.
 */
export interface CodedColumn<T> {
  /** Of each row the place of its value; no wider than they need be. */
  readonly codes: Codes;
  readonly values: readonly T[];
}

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** The codes of a column to which rows are added. */
export interface OpenCodes {
  codes: Codes;
}

/** A column to which rows are added. */
export interface OpenColumn<T> extends OpenCodes {
  readonly values: T[];
  /** Code of the row before. */
  last: number;
  /** Codes of values; null where values hardly ever come again, so that nobody searches for them. */
  known: Map<T, number> | null;
  hits: number;
}

/** Values that are searched at most; a column that never repeats itself must not fill the memory. */
const SEARCHED = 20_000;
/** Where fewer than one in so many was known, the search costs more than it saves. */
const RARELY = 8;
const FEWEST_ROWS = 16;

/** A new, empty column for some number of rows; it takes more. */
export function openColumn<T>(rows: number): OpenColumn<T> {
  return { codes: new Uint8Array(Math.max(rows, FEWEST_ROWS)), values: [], last: 0, known: new Map(), hits: 0 };
}

/** Sets the value of the next row, which stands at a place. */
export function putValue<T>(column: OpenColumn<T>, at: number, value: T): void {
  // Rows often say what the one above says.
  if (at === 0 || column.values[column.last] !== value) column.last = codeOf(column, value);
  if (at === column.codes.length) column.codes = grown(column.codes);
  column.codes[at] = column.last;
}

/** Gives the next row, at whose place nothing was put yet, the value of a row that the column has. */
export function putAgain(column: OpenCodes, at: number, from: number): void {
  if (at === column.codes.length) column.codes = grown(column.codes);
  const code = column.codes[from] ?? 0;
  // Most columns say the same in all rows: memory that nothing is written to is not taken.
  if (code !== 0) column.codes[at] = code;
}

function codeOf<T>(column: OpenColumn<T>, value: T): number {
  const { values, known } = column;
  const found = known?.get(value);
  if (found !== undefined) {
    column.hits++;
    return found;
  }
  const code = values.push(value) - 1;
  if (code === 2 ** 8 || code === 2 ** 16) column.codes = widened(column.codes, code);
  known?.set(value, code);
  if (known !== null && known.size > SEARCHED) forget(column, known);
  return code;
}

function forget<T>(column: OpenColumn<T>, known: Map<T, number>): void {
  if (column.hits < SEARCHED / RARELY) column.known = null;
  known.clear();
  column.hits = 0;
}

function widened(codes: Codes, code: number): Codes {
  return copied(codes, code < 2 ** 16 ? new Uint16Array(codes.length) : new Uint32Array(codes.length));
}

function grown(codes: Codes): Codes {
  const length = 2 * codes.length;
  if (codes instanceof Uint8Array) return copied(codes, new Uint8Array(length));
  return copied(codes, codes instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length));
}

function copied(from: Codes, to: Codes): Codes {
  to.set(from);
  return to;
}

/** A column with its first rows, as many as were put. */
export function closedColumn<T>({ codes, values }: OpenColumn<T>, rows: number): CodedColumn<T> {
  return { codes: codes.subarray(0, rows), values };
}

/** The value of a row that the column has. */
export function valueAt<T>({ codes, values }: CodedColumn<T>, row: number): T {
  return values[codes[row] ?? 0] as T;
}

/** The column with every value changed, each once; the same one where none changes. */
export function changedColumn<T>(column: CodedColumn<T>, change: (value: T) => T): CodedColumn<T> {
  const values = column.values.map(change);
  return values.every((value, at) => value === column.values[at]) ? column : { ...column, values };
}
