import type { Activities } from '../model/activities.ts';
import { type BureauReturn, cellPlace, type FiledCell } from '../model/bureau-return.ts';
import { valueAt } from '../model/coded-column.ts';
import type { FileState } from '../model/compilation.ts';
import type { FiledReturn, SetAsideReason, SetAsideRow } from '../model/filed-return.ts';
import { type FatesOfFile, fatesOf, type RowFates, rowCounts } from '../model/row-fate.ts';
import type { RegionIndex } from '../scheme/regions.ts';
import { wholeFile } from './file-source.ts';
import { replacedRegions } from './replaced-regions.ts';

/** Says of every data row of a file that does not count why it does not. */
export function setAsideRows(
  filed: FiledReturn,
  state: FileState,
  senders: ReadonlySet<string>,
  regions: RegionIndex,
  repeated: RepeatedRows,
  fates: RowFates,
): readonly SetAsideRow[] {
  if (state !== 'counted') {
    return filed.rows.data === 0 ? [] : [wholeFile(filed, state === 'notAReturn' ? 'rejected' : state)];
  }
  const row: Aside = (table, number, reason) => ({
    file: filed.file,
    sheet: filed.tables[table]?.sheet ?? null,
    row: number,
    rows: 1,
    reason,
    of: null,
  });
  const replaced = replacedRegions(filed.sender?.value ?? '', senders, regions);
  return [
    ...activitiesAside(filed.activities, fatesOf(filed.activities, fates), row),
    ...filed.summaryRows.flatMap(({ table, row: number, region }) => {
      if (replaced(region)) return [row(table, number, 'replacedByCounty')];
      const of = repeated(filed, table, number);
      return of === null ? [] : [{ ...row(table, number, 'duplicate'), of }];
    }),
    ...filed.summarySetAside.map(({ table, row: number, reason }) => row(table, number, reason)),
    ...filed.rowsAside.map(({ sheet, row: number, reason }) => ({
      file: filed.file,
      sheet,
      row: number,
      rows: 1,
      reason,
      of: null,
    })),
  ];
}

type Aside = (table: number, row: number, reason: SetAsideReason) => SetAsideRow;

function activitiesAside(activities: Activities, fates: FatesOfFile, aside: Aside): readonly SetAsideRow[] {
  const rows: SetAsideRow[] = [];
  for (let at = 0; at < activities.length; at++) {
    if (rowCounts(activities, at, fates)) continue;
    const own = valueAt(activities.setAside, at);
    const fate = own === null ? fates.get(at) : undefined;
    const reason = own ?? (fate?.counts === false ? fate.reason : null);
    if (reason === null) continue;
    const row = aside(valueAt(activities.table, at), activities.rows[at] ?? 0, reason);
    rows.push(fate?.counts === false ? { ...row, of: fate.of } : row);
  }
  return rows;
}

/** For a summary row of which nothing counts because it tells a region again: the row that tells it first. */
export type RepeatedRows = (filed: FiledReturn, table: number, row: number) => SetAsideRow['of'];

/** Finds the summary rows of the returns that only repeat others. */
export function repeatedRows(returns: Iterable<BureauReturn>): RepeatedRows {
  const first = new Map<string, FiledCell>();
  const counting = new Set<string>();
  const key = ({ file }: FiledReturn, table: number, row: number) => [file, table, row].join('\n');
  for (const { summary, repeated } of returns) {
    if (repeated.length === 0) continue;
    for (const cells of summary.values()) {
      for (const { filed, cell } of cells.values()) counting.add(key(filed, cell.table, cell.row));
    }
    for (const { kept, ignored } of repeated) {
      const row = key(ignored.filed, ignored.cell.table, ignored.cell.row);
      if (!first.has(row)) first.set(row, kept);
    }
  }
  return (filed, table, row) => {
    const at = key(filed, table, row);
    const kept = counting.has(at) ? undefined : first.get(at);
    if (kept === undefined) return null;
    const { file, sheet } = cellPlace(kept);
    return { file, sheet, row: kept.cell.row };
  };
}
