import type { CellContent } from '../model/grid.ts';
import type { TableRow } from './table-rows.ts';

/** A column of the scheme as a table has it: its id, its slot in a `TableRow`, and its column in the sheet. */
export interface Field {
  readonly id: string;
  readonly slot: number;
  /** 1-based; null when the table lacks it. */
  readonly column: number | null;
}

/** The cell of a field in a row. */
export function cellOf(row: TableRow, field: Field): CellContent | undefined {
  return row.cells[field.slot];
}
