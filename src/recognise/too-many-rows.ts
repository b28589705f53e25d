import { rowCount, rowIndex } from '../model/grid.ts';
import { type RecognisedFile, type RecognisedSheet, ROW_CLASSES } from '../model/recognised.ts';

/** Many times the counties and towns of a province: no summary holds a region in each of so many rows. */
export const MOST_SUMMARY_ROWS = 10_000;

/** Cells that may be held for each row of a ledger: one that says what it must has hardly less, and each row that is kept takes as much again. */
const CELLS_OF_ROW = 16;

/** A bound that the rows of a file go over, and what it counts. */
export interface TooManyRows {
  readonly limit: number;
  readonly counted: 'summaryRows' | 'ledgerRows';
}

const DATA = ROW_CLASSES.indexOf('data');

/** Whether the summaries or the ledgers of a file hold more rows than are read; `cells` are those that it may hold. */
export function tooManyRows({ sheets }: RecognisedFile, cells: number): TooManyRows | null {
  let ofSummaries = 0;
  let ofLedgers = 0;
  for (const sheet of sheets) {
    for (const { form, lines, dataRows } of sheet.tables) {
      if (dataRows === null || lines !== null) continue;
      const rows = dataRowsWithin(sheet, dataRows);
      if (form === 'summary') ofSummaries += rows;
      else ofLedgers += rows;
    }
  }
  if (ofSummaries > MOST_SUMMARY_ROWS) return { limit: MOST_SUMMARY_ROWS, counted: 'summaryRows' };
  const limit = Math.floor(cells / CELLS_OF_ROW);
  return ofLedgers > limit ? { limit, counted: 'ledgerRows' } : null;
}

function dataRowsWithin({ grid, classes }: RecognisedSheet, [first, last]: readonly [number, number]): number {
  let rows = 0;
  for (let at = Math.max(0, rowIndex(grid, first)); at < rowCount(grid); at++) {
    if ((grid.rowNumbers[at] ?? 0) > last) break;
    if (classes[at] === DATA) rows++;
  }
  return rows;
}
