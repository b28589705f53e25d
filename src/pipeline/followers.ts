import type { Finding } from '../model/finding.ts';
import { atRows } from '../model/packed-findings.ts';
import type { Place } from '../model/place.ts';

/**
 * Findings of a later stage without those at cells where an earlier stage has found an error: what is wrong there is
 * said already, and the rest may follow from it.
 */
export function withoutFollowers(later: readonly Finding[], earlier: readonly Finding[]): readonly Finding[] {
  const columnKey = columnKeys();
  const columns = new Set<string>();
  for (const finding of later) {
    const key = columnKey(finding);
    if (key !== null) columns.add(key);
  }
  if (columns.size === 0) return later;
  const wrong = new Map<string, Set<number>>();
  for (const finding of earlier) {
    if (finding.severity !== 'error') continue;
    const key = columnKey(finding);
    if (key === null || !columns.has(key)) continue;
    const rows = wrong.get(key) ?? new Set();
    wrong.set(key, rows);
    if (finding.place.row !== null) rows.add(finding.place.row);
    for (const row of finding.alsoRows ?? []) rows.add(row);
  }
  if (wrong.size === 0) return later;
  const kept: Finding[] = [];
  for (const finding of later) {
    const rows = wrong.get(columnKey(finding) ?? '');
    const one = rows === undefined ? finding : atRows(finding, (row) => row === null || !rows.has(row));
    if (one !== null) kept.push(one);
  }
  return kept;
}

/**
 * Tells the column of a sheet in which a finding stands; null when it is about no cell. The keys of a sheet are made once:
 * there may be a million findings.
 */
function columnKeys(): (finding: Finding) => string | null {
  let of: Pick<Place, 'file' | 'sheet'> | null = null;
  const keys = new Map<number, string>();
  return ({ place: { file, sheet, row, column } }) => {
    if (row === null || column === null) return null;
    if (of?.file !== file || of.sheet !== sheet) {
      keys.clear();
      of = { file, sheet };
    }
    const known = keys.get(column);
    if (known !== undefined) return known;
    const key = `${column} ${sheet}\n${file}`;
    keys.set(column, key);
    return key;
  };
}
