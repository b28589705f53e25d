import type { FiledReturn } from '../model/filed-return.ts';
import type { Place } from '../model/place.ts';

/**
 * Tells the places of a file that counts in part of which a later version speaks: rows that it replaces, and whole
 * sheets of which nothing is left. What was found there is no longer the bureau's to mend. Null where there is none.
 */
export function replacedPlaces({
  rowsAside,
  activities,
  summary,
  tables,
}: FiledReturn): ((place: Place) => boolean) | null {
  const gone = rowsAside.filter(({ reason }) => reason === 'superseded');
  if (gone.length === 0) return null;
  const inTables = [...activities.table.values, ...summary.map(({ table }) => table)];
  const left = new Set(inTables.map((table) => tables[table]?.sheet ?? null));
  const rows = new Set(gone.map(({ sheet, row }) => `${row} ${sheet}`));
  const sheets = new Set(gone.map(({ sheet }) => sheet).filter((sheet) => sheet !== null && !left.has(sheet)));
  return ({ sheet, row }) => sheets.has(sheet) || (row !== null && rows.has(`${row} ${sheet}`));
}
