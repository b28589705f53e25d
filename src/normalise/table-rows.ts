import { type CellContent, contentReader, type Grid, rowCount, rowIndex } from '../model/grid.ts';
import { type RecognisedSheet, ROW_CLASSES, type RowClass, type Table } from '../model/recognised.ts';
import { mergedCells } from './merged-cells.ts';

/** A column as read row by row; a merged cell of a `spread` column speaks for all rows that it covers. */
export interface Slot {
  /** 1-based; null for a column that the table lacks. */
  readonly column: number | null;
  readonly spread: boolean;
}

/** One row of a table; its cells stand in the order of the slots. */
export interface TableRow {
  /** 1-based row number. */
  readonly number: number;
  readonly cells: readonly (CellContent | undefined)[];
  /** Slots whose cell is merged from a row above that has it; a number is not spread, it stands there once. */
  readonly covered: ReadonlySet<number>;
}

const NO_SLOTS: ReadonlySet<number> = new Set();

/**
 * Indexes, into the grid, of the rows of a class within the data range of a table, one by one: there may be a million.
 *
 * Of tables side by side each has the rows in which something stands in its own columns.
 */
export function tableRows(sheet: RecognisedSheet, table: Table, rowClass: RowClass): Iterable<number> {
  if (table.form === 'unknown' || table.dataRows === null) return [];
  return rowsBetween(sheet, table, table.dataRows, rowClass);
}

/** Indexes, into the grid, of the rows of a class between two rows in which something stands in a table's columns. */
export function* rowsBetween(
  { grid, classes }: RecognisedSheet,
  table: Table,
  [first, last]: readonly [number, number],
  rowClass: RowClass,
): Generator<number> {
  const code = ROW_CLASSES.indexOf(rowClass);
  const [left, right] = columnRange(table);
  for (let at = Math.max(0, rowIndex(grid, first)); at < rowCount(grid); at++) {
    const number = grid.rowNumbers[at] ?? 0;
    if (number > last) break;
    if (number >= first && classes[at] === code && holdsCell(grid, at, left, right)) yield at;
  }
}

/** First and last column of a table. */
export function columnRange({ columns }: Table): readonly [number, number] {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const { column } of columns) {
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  return [left, right];
}

function holdsCell(grid: Grid, index: number, left: number, right: number): boolean {
  const end = grid.rowStarts[index + 1] ?? 0;
  for (let at = grid.rowStarts[index] ?? 0; at < end; at++) {
    const column = grid.columns[at] ?? 0;
    if (column >= left && column <= right) return true;
  }
  return false;
}

/** Of a column that nobody asks for. */
export const NO_SLOT = -1;

/** The slot of each column up to the last that is read; of two slots of one column the later. */
export function slotsOfColumns(slots: readonly Slot[]): Int16Array {
  const byColumn = new Int16Array(1 + Math.max(0, ...slots.map(({ column }) => column ?? 0))).fill(NO_SLOT);
  for (const [slot, { column }] of slots.entries()) if (column !== null) byColumn[column] = slot;
  return byColumn;
}

/** Whether a cell of the slots is merged over data rows of a table. */
export function hasMergedRows({ grid }: RecognisedSheet, { dataRows }: Table, slots: readonly Slot[]): boolean {
  if (dataRows === null) return false;
  const [first, last] = dataRows;
  return grid.merges.some(
    ({ left, top, bottom }) =>
      top < bottom && top < last && bottom >= first && slots.some(({ column }) => column === left),
  );
}

/** A reader that gives the cells of a grid row by slot; rows must be read in ascending order. */
export function rowReader(grid: Grid, slots: readonly Slot[]): (index: number) => TableRow {
  const slotsByColumn = slotsOfColumns(slots);
  const contentOf = contentReader(grid);
  const none = new Array<CellContent | undefined>(slots.length).fill(undefined);
  const from = slots.flatMap(({ column, spread }, slot) => {
    const merged = column === null ? null : mergedCells(grid, column);
    return merged === null ? [] : [{ slot, spread, merged }];
  });
  return (index) => {
    const number = grid.rowNumbers[index] ?? 0;
    const cells = none.slice();
    const end = grid.rowStarts[index + 1] ?? 0;
    for (let at = grid.rowStarts[index] ?? 0; at < end; at++) {
      const slot = slotsByColumn[grid.columns[at] ?? 0] ?? NO_SLOT;
      // Of columns that nobody asks for no cells are made.
      if (slot !== NO_SLOT) cells[slot] = contentOf(at);
    }
    let covered = NO_SLOTS;
    for (const { slot, spread, merged } of from) {
      const above = merged(number);
      if (above === undefined || cells[slot] !== undefined) continue;
      covered = new Set([...covered, slot]);
      if (spread) cells[slot] = above;
    }
    return { number, cells, covered };
  };
}
