import type { Activity, FiledReturn, FiledTable } from './filed-return.ts';
import type { Place } from './place.ts';

/** Finds the cell of a ledger row in the column of a meaning; the row alone when there is no such column. */
export type PlaceOf = (row: Pick<Activity, 'table' | 'row'>, column: string | null) => Place;

/** Finds the cells of one file's ledger rows. */
export function placeFinder(filed: Pick<FiledReturn, 'file' | 'tables'>): PlaceOf {
  return (row, column) => ({
    file: filed.file,
    sheet: filed.tables[row.table]?.sheet ?? null,
    row: row.row,
    column: (column === null ? undefined : columnsOf(filed.tables[row.table])?.get(column)) ?? null,
  });
}

const known = new WeakMap<FiledTable, ReadonlyMap<string, number>>();

/** Of a table that is asked for: a file may have thousands of them. */
function columnsOf(table: FiledTable | undefined): ReadonlyMap<string, number> | undefined {
  if (table === undefined) return undefined;
  const columns = known.get(table) ?? columnsByMeaning(table);
  known.set(table, columns);
  return columns;
}

function columnsByMeaning(table: FiledTable): ReadonlyMap<string, number> {
  return new Map(
    table.columns.flatMap(({ meaning, column }) => (meaning === null ? [] : [[meaning, column] as const])),
  );
}
