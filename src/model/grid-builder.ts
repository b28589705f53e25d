import { CELL_KINDS, type CellKind, type Grid, type Merge, type Visibility } from './grid.ts';
import { type TextPool, textPool } from './text-pool.ts';

/** Collects cells into a `Grid`, fastest in reading order; any order will do. */
export interface GridBuilder {
  /** Adds a cell holding text: kinds `text`, `error`, `uncached`. Returns the text's index, for `textAgain`. */
  text(row: number, column: number, kind: CellKind, text: string): number;
  /** Adds a cell holding a text that an earlier cell holds. */
  textAgain(row: number, column: number, kind: CellKind, index: number): void;
  /** Adds a cell holding a number: kinds `number`, `percent`, `date`, `boolean`. */
  number(row: number, column: number, kind: CellKind, value: number): void;
  readonly size: () => number;
  /** The grid; of cells at one address the first added is kept, the others are told to `frame.onTwice`. */
  build(frame: GridFrame): Grid;
}

/** What a grid has beside its cells. */
export interface GridFrame {
  readonly sheet: string | null;
  readonly visibility?: Visibility;
  readonly merges?: readonly Merge[];
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  readonly onTwice?: (row: number, column: number) => void;
}

const CODES = Object.fromEntries(CELL_KINDS.map((kind, code) => [kind, code])) as Record<CellKind, number>;

const NUMBER = CODES.number;
/** Highest column that takes one byte. */
const NARROW = 255;

/** A new, empty builder; its texts are those of a pool. `expected` guesses how many cells there will be: who grows often copies much. */
export function gridBuilder(pool: TextPool = textPool(), expected: () => number = () => 0): GridBuilder {
  let capacity = 256;
  let size = 0;
  let columns: Uint8Array | Uint16Array = new Uint8Array(capacity);
  let kinds = new Uint8Array(capacity);
  let values: Float64Array | Uint32Array = new Uint32Array(capacity);
  // Runs of cells of one row, in the order in which they came.
  let runs = 0;
  let rowNumbers = new Uint32Array(capacity);
  let rowStarts = new Uint32Array(capacity);
  let isMixed = false;
  let sorted = true;
  let lastRow = 0;
  let lastColumn = 0;

  function add(row: number, column: number, kind: CellKind, value: number): void {
    if (size === capacity) grow();
    if (row !== lastRow) {
      if (row < lastRow) sorted = false;
      startRun(row);
      lastRow = row;
    } else if (column <= lastColumn) {
      sorted = false;
    }
    lastColumn = column;
    if (column > NARROW && columns instanceof Uint8Array) columns = Uint16Array.from(columns);
    columns[size] = column;
    // Memory that nothing is written to is not taken: of a grid of texts alone there are no kinds.
    if (kind !== 'text') setKind(kind === 'number' ? NUMBER : CODES[kind]);
    values[size] = value;
    size++;
  }

  function setKind(code: number): void {
    kinds[size] = code;
    isMixed = true;
  }

  function startRun(row: number): void {
    if (runs === rowNumbers.length) {
      rowNumbers = grown(rowNumbers, new Uint32Array(2 * runs));
      rowStarts = grown(rowStarts, new Uint32Array(2 * runs));
    }
    rowNumbers[runs] = row;
    rowStarts[runs] = size;
    runs++;
  }

  function grow(): void {
    capacity = Math.max(2 * capacity, expected());
    columns =
      columns instanceof Uint8Array
        ? grown(columns, new Uint8Array(capacity))
        : grown(columns, new Uint16Array(capacity));
    kinds = isMixed ? grown(kinds, new Uint8Array(capacity)) : new Uint8Array(capacity);
    values =
      values instanceof Uint32Array
        ? grown(values, new Uint32Array(capacity))
        : grown(values, new Float64Array(capacity));
  }

  /** Sorts by column, then stably by row, in linear time; later cells at one address go. */
  function putInOrder(onTwice: (row: number, column: number) => void): void {
    const rows = new Uint32Array(size);
    for (let run = 0; run < runs; run++) {
      rows.fill(rowNumbers[run] ?? 0, rowStarts[run], run + 1 < runs ? rowStarts[run + 1] : size);
    }
    const arrival = Uint32Array.from({ length: size }, (_, at) => at);
    const order = stableOrder(rows, stableOrder(columns.subarray(0, size), arrival));
    const from = { columns: columns.slice(0, size), kinds: kinds.slice(0, size), values: values.slice(0, size) };
    runs = 0;
    lastRow = 0;
    size = 0;
    for (const at of order) {
      const row = rows[at] ?? 0;
      const column = from.columns[at] ?? 0;
      if (row !== lastRow) {
        startRun(row);
        lastRow = row;
      } else if (column === columns[size - 1]) {
        onTwice(row, column);
        continue;
      }
      columns[size] = column;
      kinds[size] = from.kinds[at] ?? 0;
      values[size] = from.values[at] ?? 0;
      size++;
    }
  }

  return {
    text(row, column, kind, text) {
      const index = pool.indexOf(text);
      add(row, column, kind, index);
      return index;
    },
    textAgain: add,
    number(row, column, kind, value) {
      // The first number: until now there were texts alone.
      if (values instanceof Uint32Array) values = doubles(values);
      add(row, column, kind, value);
    },
    size: () => size,
    build(frame) {
      if (!sorted) putInOrder(frame.onTwice ?? (() => undefined));
      // A copy would cost more memory than the unused end.
      const mostlyFull = size > capacity * 0.75;
      return {
        sheet: frame.sheet,
        visibility: frame.visibility ?? 'visible',
        rowNumbers: rowNumbers.slice(0, runs),
        rowStarts: startsWithEnd(rowStarts, runs, size),
        columns: mostlyFull ? columns.subarray(0, size) : columns.slice(0, size),
        kinds: mostlyFull ? kinds.subarray(0, size) : kinds.slice(0, size),
        values: mostlyFull ? values.subarray(0, size) : values.slice(0, size),
        texts: pool.texts,
        merges: frame.merges ?? [],
        hiddenRows: frame.hiddenRows ?? new Set(),
        hiddenColumns: frame.hiddenColumns ?? new Set(),
      };
    },
  };
}

/** Where each row starts, and last where the last one ends. */
function startsWithEnd(starts: Uint32Array, runs: number, size: number): Uint32Array {
  const all = new Uint32Array(runs + 1);
  all.set(starts.subarray(0, runs));
  all[runs] = size;
  return all;
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

function doubles(from: Uint32Array): Float64Array {
  const to = new Float64Array(from.length);
  to.set(from);
  return to;
}

/** The places of `order` sorted by their key, equal keys staying as they were (a counting sort). */
function stableOrder(keys: Uint32Array | Uint16Array | Uint8Array, order: Uint32Array): Uint32Array {
  let highest = 0;
  for (const key of keys) if (key > highest) highest = key;
  const next = new Uint32Array(highest + 2);
  for (const key of keys) next[key + 1] = (next[key + 1] ?? 0) + 1;
  for (let key = 1; key < next.length; key++) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const at of order) {
    const key = keys[at] ?? 0;
    const place = next[key] ?? 0;
    sorted[place] = at;
    next[key] = place + 1;
  }
  return sorted;
}

/** A grid from plain rows, for small inputs: null and empty strings are empty cells; row 1 comes first. */
export function gridFromRows(rows: readonly (readonly (string | number | null)[])[], frame?: Partial<GridFrame>): Grid {
  const builder = gridBuilder();
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value === null || value === '') return;
      if (typeof value === 'number') builder.number(r + 1, c + 1, 'number', value);
      else builder.text(r + 1, c + 1, 'text', value);
    });
  });
  return builder.build({ sheet: null, ...frame });
}
