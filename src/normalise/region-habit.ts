import { type CellContent, contentAt, type Grid } from '../model/grid.ts';
import type { Table } from '../model/recognised.ts';
import { brokenCell, cellText } from './cell-text.ts';
import type { RegionColumn } from './row-region.ts';
import type { TableBlock } from './table-blocks.ts';
import { rowReader, rowsBetween, tableRows } from './table-rows.ts';
import { columnMeaning, type TableView } from './table-view.ts';

/** The columns that tell a row's region, the coarsest first. */
export const REGION_COLUMNS: readonly RegionColumn[] = ['city', 'county', 'region_code'];

const NO_COLUMNS: ReadonlySet<RegionColumn> = new Set();

/**
 * The region columns of a table that are written once for the rows below: some cell is blank, and none repeats the
 * one right above it. Who repeats a region row by row means something by a blank.
 *
 * In a summary a region has one row; there only the city is written for several, its counties.
 */
export function groupwiseColumns(block: TableBlock): ReadonlySet<RegionColumn> {
  const [{ table }] = block.views;
  const candidates = candidatesIn(table);
  if (block.views.every((view) => tellsEach(view, candidates))) return NO_COLUMNS;
  const blank = new Set<RegionColumn>();
  const slots = REGION_COLUMNS.map((column) => ({
    column: columnMeaning(table, column)?.column ?? null,
    spread: true,
  }));
  for (const view of block.views) {
    const read = rowReader(view.sheet.grid, slots);
    const groupEnds = groupEnd(view);
    let above: readonly string[] = [];
    for (const index of tableRows(view.sheet, view.table, 'data')) {
      if (candidates.size === 0) return NO_COLUMNS;
      const { number, cells } = read(index);
      if (groupEnds(number)) above = [];
      const texts = cells.map(cellText);
      for (const [at, column] of REGION_COLUMNS.entries()) {
        if (isBlank(cells[at])) blank.add(column);
        else if (texts[at] === above[at]) candidates.delete(column);
      }
      above = texts;
    }
  }
  return new Set([...candidates].filter((column) => blank.has(column)));
}

/** Whether each row tells each of the columns in a cell of its own: most tables do, and ask for no closer look. */
function tellsEach({ sheet, table }: TableView, regions: ReadonlySet<RegionColumn>): boolean {
  const columns = [...regions].map((region) => columnMeaning(table, region)?.column ?? 0);
  const last = Math.max(0, ...columns);
  for (const index of tableRows(sheet, table, 'data')) {
    if (filledAmong(sheet.grid, index, columns, last) !== columns.length) return false;
  }
  return true;
}

/** How many of the columns, up to the last, hold something in a row. */
function filledAmong(grid: Grid, index: number, columns: readonly number[], last: number): number {
  let filled = 0;
  const end = grid.rowStarts[index + 1] ?? 0;
  for (let at = grid.rowStarts[index] ?? 0; at < end; at++) {
    const column = grid.columns[at] ?? 0;
    if (column > last) break;
    if (columns.includes(column) && !isBlank(contentAt(grid, at))) filled++;
  }
  return filled;
}

/** Whether nothing stands in a cell: an error is not nothing. */
export function isBlank(cell: CellContent | undefined): boolean {
  return cellText(cell) === '' && brokenCell(cell) === null;
}

/** Tells, for rows in ascending order, whether a total stands between a row and the one asked for before it. */
export function groupEnd({ sheet, table }: TableView): (row: number) => boolean {
  const totals = table.dataRows === null ? [] : [...rowsBetween(sheet, table, table.dataRows, 'total')];
  let at = 0;
  return (row) => {
    const before = at;
    while (at < totals.length && (sheet.grid.rowNumbers[totals[at] ?? 0] ?? 0) < row) at++;
    return at > before;
  };
}

function candidatesIn(table: Table): Set<RegionColumn> {
  const present = REGION_COLUMNS.filter((column) => columnMeaning(table, column) !== null);
  if (table.form === 'ledger') return new Set(present);
  return new Set(present.includes('county') ? present.filter((column) => column === 'city') : []);
}
