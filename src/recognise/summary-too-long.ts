import { rowCount, rowIndex } from '../model/grid.ts';
import { type RecognisedFile, type RecognisedSheet, ROW_CLASSES } from '../model/recognised.ts';

/** Many times the counties and towns of a province: no summary holds a region in each of so many rows. */
export const MOST_SUMMARY_ROWS = 10_000;

const DATA = ROW_CLASSES.indexOf('data');

/** Whether the summaries of a file hold more rows than are read; a ledger in the same sheet may be as long as it is. */
export function summaryTooLong({ sheets }: RecognisedFile): boolean {
  let rows = 0;
  for (const sheet of sheets) {
    for (const { form, lines, dataRows } of sheet.tables) {
      if (form === 'summary' && lines === null && dataRows !== null) rows += dataRowsWithin(sheet, dataRows);
    }
  }
  return rows > MOST_SUMMARY_ROWS;
}

function dataRowsWithin({ grid, classes }: RecognisedSheet, [first, last]: readonly [number, number]): number {
  let rows = 0;
  for (let at = Math.max(0, rowIndex(grid, first)); at < rowCount(grid); at++) {
    if ((grid.rowNumbers[at] ?? 0) > last) break;
    if (classes[at] === DATA) rows++;
  }
  return rows;
}
