import type { Activity, FiledReturn, FiledTable } from '../model/filed-return.ts';
import type { Place } from '../model/place.ts';

/** Where a column of a ledger row stands; the row alone when the table lacks the column. */
export type PlaceOf = (row: Activity, column: string | null) => Place;

/** Places of the ledger rows of a file, its columns looked up once. */
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
