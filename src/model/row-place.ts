import type { Activity, FiledReturn, FiledTable } from './filed-return.ts';
import type { Place } from './place.ts';

/** Finds the cell of a ledger row in the column of a meaning; the row alone when there is no such column. */
export type PlaceOf = (row: Activity, column: string | null) => Place;

/** Finds the cells of one file's ledger rows. */
export function placeFinder(filed: Pick<FiledReturn, 'file' | 'tables'>): PlaceOf {
  const columns = filed.tables.map(columnsByMeaning);
  return (row, column) => ({
    file: filed.file,
    sheet: filed.tables[row.table]?.sheet ?? null,
    row: row.row,
    column: (column === null ? undefined : columns[row.table]?.get(column)) ?? null,
  });
}

function columnsByMeaning(table: FiledTable): ReadonlyMap<string, number> {
  return new Map(
    table.columns.flatMap(({ meaning, column }) => (meaning === null ? [] : [[meaning, column] as const])),
  );
}
