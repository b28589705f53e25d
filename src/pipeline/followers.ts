import type { Finding } from '../model/finding.ts';

/**
 * Findings of a later stage without those at cells where an earlier stage has found an error: what is wrong there is
 * said already, and the rest may follow from it.
 */
export function withoutFollowers(later: readonly Finding[], earlier: readonly Finding[]): readonly Finding[] {
  const cells = new Set(later.flatMap((finding) => cellKey(finding) ?? []));
  const wrong = new Set<string>();
  if (cells.size === 0) return later;
  for (const finding of earlier) {
    if (finding.severity !== 'error') continue;
    const key = cellKey(finding);
    if (key !== null && cells.has(key)) wrong.add(key);
  }
  return wrong.size === 0 ? later : later.filter((finding) => !wrong.has(cellKey(finding) ?? ''));
}

function cellKey({ place: { file, sheet, row, column } }: Finding): string | null {
  return row === null || column === null ? null : `${row} ${column} ${sheet}\n${file}`;
}
