import type { Finding } from '../model/finding.ts';
import { atRows } from '../model/packed-findings.ts';

/**
 * Findings of a later stage without those at cells where an earlier stage has found an error: what is wrong there is
 * said already, and the rest may follow from it.
 */
export function withoutFollowers(later: readonly Finding[], earlier: readonly Finding[]): readonly Finding[] {
  const columns = new Set(later.flatMap((finding) => columnKey(finding) ?? []));
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
  return later.flatMap((finding) => {
    const rows = wrong.get(columnKey(finding) ?? '');
    return rows === undefined ? finding : (atRows(finding, (row) => row === null || !rows.has(row)) ?? []);
  });
}

/** The column of a sheet in which a finding stands; null when it is about no cell. */
function columnKey({ place: { file, sheet, row, column } }: Finding): string | null {
  return row === null || column === null ? null : `${column} ${sheet}\n${file}`;
}
