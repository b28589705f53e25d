import { rowCount, rowIndex } from '../model/grid.ts';
import { type RecognisedFile, type RecognisedSheet, ROW_CLASSES } from '../model/recognised.ts';

/** Many times the counties and towns of a province: no summary holds a region in each of so many rows. */
export const MOST_SUMMARY_ROWS = 10_000;

/** Many times the groups that a bureau adds up; what each adds up is sought by the rows and totals around it. */
export const MOST_TOTAL_ROWS = 10_000;

/** Many times the headings and covers of any form: the rows below each are a table of their own. */
const MOST_SECTIONS = 10_000;

/** Cells that may be held for each row of a ledger: one that says what it must has hardly less, and each row that is kept takes as much again. */
const CELLS_OF_ROW = 16;

/** A bound that the tables of a file go over, and what it counts. */
export interface TooManyRows {
  readonly limit: number;
  readonly counted: 'summaryRows' | 'ledgerRows' | 'totalRows' | 'sections';
}

const DATA = ROW_CLASSES.indexOf('data');
const TOTAL = ROW_CLASSES.indexOf('total');

/** Whether the tables of a file are more than are read, or hold more rows; `cells` are those that it may hold. */
export function tooManyRows({ sheets }: RecognisedFile, cells: number): TooManyRows | null {
  if (sheets.reduce((sum, { tables }) => sum + tables.length, 0) > MOST_SECTIONS)
    return { limit: MOST_SECTIONS, counted: 'sections' };
  let ofSummaries = 0;
  let ofLedgers = 0;
  let totals = 0;
  for (const sheet of sheets) {
    if (sheet.tables.some(({ form }) => form !== 'unknown')) totals += totalsOf(sheet);
    for (const { form, lines, dataRows } of sheet.tables) {
      if (dataRows === null || lines !== null) continue;
      const rows = dataRowsWithin(sheet, dataRows);
      if (form === 'summary') ofSummaries += rows;
      else ofLedgers += rows;
    }
  }
  if (ofSummaries > MOST_SUMMARY_ROWS) return { limit: MOST_SUMMARY_ROWS, counted: 'summaryRows' };
  const limit = Math.floor(cells / CELLS_OF_ROW);
  if (ofLedgers > limit) return { limit, counted: 'ledgerRows' };
  return totals > MOST_TOTAL_ROWS ? { limit: MOST_TOTAL_ROWS, counted: 'totalRows' } : null;
}

function totalsOf({ classes }: RecognisedSheet): number {
  let rows = 0;
  for (const code of classes) if (code === TOTAL) rows++;
  return rows;
}

function dataRowsWithin({ grid, classes }: RecognisedSheet, [first, last]: readonly [number, number]): number {
  let rows = 0;
  for (let at = Math.max(0, rowIndex(grid, first)); at < rowCount(grid); at++) {
    if ((grid.rowNumbers[at] ?? 0) > last) break;
    if (classes[at] === DATA) rows++;
  }
  return rows;
}
