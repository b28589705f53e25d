import { columnRange, tableRows } from './table-rows.ts';
import type { TableView } from './table-view.ts';

/** The tables under one header: one, or a run of rows for each section title. */
export interface TableBlock {
  readonly views: readonly [TableView, ...TableView[]];
  /** First and last row below the header that may belong to it: totals stand around the data rows too. */
  readonly rows: readonly [number, number];
}

/** Groups tables by their header, in the order of the tables. */
export function tableBlocks(views: readonly TableView[]): readonly TableBlock[] {
  const blocks: [TableView, ...TableView[]][] = [];
  for (const view of views) {
    const last = blocks.at(-1);
    if (last !== undefined && isSameHeader(last[0], view)) last.push(view);
    else blocks.push([view]);
  }
  return blocks.map((block) => ({ views: block, rows: [block[0].table.headerRows[1] + 1, lastRow(block[0])] }));
}

/** Data rows of all sections, as indexes into the grid. */
export function blockRows({ views }: TableBlock): readonly number[] {
  return views.flatMap(({ sheet, table }) => [...tableRows(sheet, table, 'data')]);
}

function isSameHeader(a: TableView, b: TableView): boolean {
  const [left] = columnRange(a.table);
  return a.sheet === b.sheet && a.table.headerRows[0] === b.table.headerRows[0] && left === columnRange(b.table)[0];
}

/** The row above the next header in the same columns, else the end of the sheet. */
function lastRow({ sheet, table }: TableView): number {
  const [left, right] = columnRange(table);
  const below = sheet.tables.filter((other) => {
    const [otherLeft, otherRight] = columnRange(other);
    return other.headerRows[0] > table.headerRows[1] && otherLeft <= right && left <= otherRight;
  });
  return Math.min(...below.map(({ headerRows }) => headerRows[0] - 1), sheet.grid.rowNumbers.at(-1) ?? 0);
}
