/**
 * A sheet or text file as cells with addresses, before anything is understood.
 *
 * Columnar, because a 100,000-row sheet must fit in memory: cells are read through `gridRow`, which
 * makes plain objects for one row at a time. Only non-empty cells are held.
 */
export interface Grid {
  /** Null for text files. */
  readonly sheet: string | null;
  readonly visibility: Visibility;
  /** 1-based numbers of the rows that hold a cell, ascending. */
  readonly rowNumbers: Uint32Array;
  /** Cells of row i stand at rowStarts[i] … rowStarts[i + 1] - 1. */
  readonly rowStarts: Uint32Array;
  /** No wider than they need be. */
  readonly columns: Uint8Array | Uint16Array;
  readonly kinds: Uint8Array;
  /** The number itself; for text, error and uncached cells what `textOf` tells from `texts`. A grid of texts alone needs no doubles. */
  readonly values: Float64Array | Uint32Array;
  readonly texts: readonly string[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** A merged range; all bounds 1-based and inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a cell holds. `percent` and `date` are numbers whose number format says so. */
export const CELL_KINDS = ['text', 'number', 'percent', 'date', 'boolean', 'error', 'uncached'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** What a non-empty cell holds, wherever it stands. */
export interface CellContent {
  readonly kind: CellKind;
  /** The raw text: of numbers as Excel's 15 digits show them, of dates ISO, of uncached formulas the formula. */
  readonly text: string;
  /** The number; for `date` the serial of the 1900 system, for `boolean` 1 or 0; NaN for the other kinds. */
  readonly number: number;
  /** Of a text its number in the grid: cells that hold one text mostly have one number; -1 for the other kinds. */
  readonly index: number;
}

/**
 * From here on the number of a text says itself what is written, a whole number: millions of cells hold one, and no text is
 * kept for any of them. With nine digits behind it the sum still is a small integer to V8.
 */
export const WRITTEN = 2 ** 30;

/** A text by its number. */
export function textOf({ texts }: Pick<Grid, 'texts'>, index: number): string {
  return index < WRITTEN ? (texts[index] ?? '') : String(index - WRITTEN);
}

/** One non-empty cell. */
export interface Cell extends CellContent {
  /** 1-based. */
  readonly row: number;
  /** 1-based. */
  readonly column: number;
}

/** One row with its cells in column order. */
export interface GridRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

const TEXT = CELL_KINDS.indexOf('text');
const KINDS_WITH_TEXT = new Set<CellKind>(['text', 'error', 'uncached']);

/** How many rows hold at least one cell. */
export function rowCount(grid: Grid): number {
  return grid.rowNumbers.length;
}

/** The row at an index (not a row number) of the grid. */
export function gridRow(grid: Grid, index: number): GridRow {
  const number = grid.rowNumbers[index] ?? 0;
  const cells: Cell[] = [];
  const end = grid.rowStarts[index + 1] ?? 0;
  for (let at = grid.rowStarts[index] ?? 0; at < end; at++) cells.push(cellAt(grid, number, at));
  return { number, hidden: grid.hiddenRows.has(number), cells };
}

/** The index of a row number, or -1 when that row holds nothing. */
export function rowIndex(grid: Grid, row: number): number {
  let low = 0;
  let high = grid.rowNumbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = grid.rowNumbers[middle] ?? 0;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The cell of a row number at its place among all cells of the grid. */
function cellAt(grid: Grid, row: number, at: number): Cell {
  const { kind, text, number, index } = contentAt(grid, at);
  return { row, column: grid.columns[at] ?? 0, kind, text, number, index };
}

/** What the cell at a place among all cells of the grid holds. */
export function contentAt(grid: Grid, at: number): CellContent {
  const kind = CELL_KINDS[grid.kinds[at] ?? TEXT] ?? 'text';
  const value = grid.values[at] ?? 0;
  if (KINDS_WITH_TEXT.has(kind)) return { kind, text: textOf(grid, value), number: Number.NaN, index: value };
  return { kind, text: numberText(kind, value), number: value, index: -1 };
}

/** Contents that are shared: of so many texts, a power of two, and of whole numbers below. */
const SHARED = 1024;
const NUMBER = CELL_KINDS.indexOf('number');

/** What cells of a grid hold, by their places; cells that hold one text or small number mostly share what they hold. */
export function contentReader(grid: Grid): (at: number) => CellContent {
  const texts: (CellContent | undefined)[] = [];
  const numbers: (CellContent | undefined)[] = [];

  function textAt(at: number): CellContent {
    const index = grid.values[at] ?? 0;
    const known = texts[index & (SHARED - 1)];
    if (known?.index === index) return known;
    const content = contentAt(grid, at);
    texts[index & (SHARED - 1)] = content;
    return content;
  }

  function numberAt(at: number): CellContent {
    const value = grid.values[at] ?? 0;
    if ((value | 0) !== value || value < 0 || value >= SHARED) return contentAt(grid, at);
    const known = numbers[value] ?? contentAt(grid, at);
    numbers[value] = known;
    return known;
  }

  return (at) => {
    const kind = grid.kinds[at];
    if (kind === TEXT) return textAt(at);
    return kind === NUMBER ? numberAt(at) : contentAt(grid, at);
  };
}

function numberText(kind: CellKind, value: number): string {
  switch (kind) {
    case 'date':
      return serialToIso(value);
    case 'boolean':
      return value === 1 ? 'TRUE' : 'FALSE';
    case 'percent':
      return `${plainNumber(value * 100)}%`;
    default:
      return plainNumber(value);
  }
}

/** A double as Excel shows it: at most 15 significant digits, no exponent below 1e21. */
export function plainNumber(value: number): string {
  const shortest = String(value);
  // So few characters hold no more than 15 digits: nothing is to be rounded.
  if (shortest.length <= 15 && !shortest.includes('e')) return shortest;
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e-')) return text;
  return rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}

/**
 * The ISO date (and time, if any) of a serial of the 1900 date system.
 *
 * Serial 60 is the 29 February 1900 that never was; it is given as such, so that nobody takes it for a real day.
 */
export function serialToIso(serial: number): string {
  if (Math.floor(serial) === 60) return '1900-02-29';
  if (serial < 0 || serial >= 2958466) return plainNumber(serial);
  const days = serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days - 25569) * 86400);
  const iso = new Date(seconds * 1000).toISOString();
  return serial < 1 || seconds % 86400 !== 0 ? iso.slice(0, 19) : iso.slice(0, 10);
}
