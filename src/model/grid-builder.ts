import { CELL_KINDS, type CellKind, type Grid, type Merge, type Visibility } from './grid.ts';

/** Collects cells in reading order into a `Grid`; cells of one row may come in any column order. */
export interface GridBuilder {
  /** Adds a cell holding text: kinds `text`, `error`, `uncached`. */
  text(row: number, column: number, kind: CellKind, text: string): void;
  /** Adds a cell holding a number: kinds `number`, `percent`, `date`, `boolean`. */
  number(row: number, column: number, kind: CellKind, value: number): void;
  readonly size: () => number;
  build(frame: GridFrame): Grid;
}

/** What a grid has beside its cells. */
export interface GridFrame {
  readonly sheet: string | null;
  readonly visibility?: Visibility;
  readonly merges?: readonly Merge[];
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
}

const CODES = Object.fromEntries(CELL_KINDS.map((kind, code) => [kind, code])) as Record<CellKind, number>;

/** A new, empty builder. */
export function gridBuilder(): GridBuilder {
  let capacity = 256;
  let size = 0;
  let rows = new Uint32Array(capacity);
  let columns = new Uint16Array(capacity);
  let kinds = new Uint8Array(capacity);
  let values = new Float64Array(capacity);
  let sorted = true;
  let last = -1;
  const texts: string[] = [];
  const pool = new Map<string, number>();

  function add(row: number, column: number, kind: CellKind, value: number): void {
    if (size === capacity) grow();
    const order = row * 16385 + column;
    if (order <= last) sorted = false;
    last = order;
    rows[size] = row;
    columns[size] = column;
    kinds[size] = CODES[kind];
    values[size] = value;
    size++;
  }

  function grow(): void {
    capacity *= 2;
    rows = grown(rows, new Uint32Array(capacity));
    columns = grown(columns, new Uint16Array(capacity));
    kinds = grown(kinds, new Uint8Array(capacity));
    values = grown(values, new Float64Array(capacity));
  }

  /** Pool of texts: short ones repeat (names, types), long ones hardly do. */
  function intern(text: string): number {
    if (text.length > 40) return texts.push(text) - 1;
    const known = pool.get(text);
    if (known !== undefined) return known;
    const index = texts.push(text) - 1;
    pool.set(text, index);
    return index;
  }

  function inOrder(): void {
    const order = Uint32Array.from({ length: size }, (_, at) => at);
    order.sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0) || (columns[a] ?? 0) - (columns[b] ?? 0) || a - b);
    rows = order.map((at) => rows[at] ?? 0);
    columns = Uint16Array.from(order, (at) => columns[at] ?? 0);
    kinds = Uint8Array.from(order, (at) => kinds[at] ?? 0);
    values = Float64Array.from(order, (at) => values[at] ?? 0);
  }

  return {
    text: (row, column, kind, text) => add(row, column, kind, intern(text)),
    number: add,
    size: () => size,
    build(frame) {
      if (!sorted) inOrder();
      const rowNumbers: number[] = [];
      const rowStarts: number[] = [];
      for (let at = 0; at < size; at++) {
        const row = rows[at] ?? 0;
        if (row === rowNumbers[rowNumbers.length - 1]) continue;
        rowNumbers.push(row);
        rowStarts.push(at);
      }
      rowStarts.push(size);
      return {
        sheet: frame.sheet,
        visibility: frame.visibility ?? 'visible',
        rowNumbers: Uint32Array.from(rowNumbers),
        rowStarts: Uint32Array.from(rowStarts),
        columns: columns.slice(0, size),
        kinds: kinds.slice(0, size),
        values: values.slice(0, size),
        texts,
        merges: frame.merges ?? [],
        hiddenRows: frame.hiddenRows ?? new Set(),
        hiddenColumns: frame.hiddenColumns ?? new Set(),
      };
    },
  };
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
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
