import type { Place } from '../model/place.ts';
import type { RecognisedSheet, Table, TableColumn } from '../model/recognised.ts';

/** A table where it stands: what the readers of ledgers and summaries need of it. */
export interface TableView {
  readonly file: string;
  readonly sheet: RecognisedSheet;
  readonly table: Table;
  /** Place in `FiledReturn.tables`. */
  readonly index: number;
}

/** The first column of a table with a meaning; of two that mean the same the first wins. */
export function columnMeaning(table: Table, meaning: string): TableColumn | null {
  return table.columns.find((column) => column.meaning === meaning) ?? null;
}

/** The place of a cell of the table. */
export function placeIn({ file, sheet }: TableView, row: number, column: number | null): Place {
  return { file, sheet: sheet.grid.sheet, row, column };
}
