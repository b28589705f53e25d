import type { Finding } from '../model/finding.ts';
import { countOf } from '../model/packed-findings.ts';

/** More sets of near names than this in a column are no typing errors: something else stands in it. */
const MOST_NEAREST = 5;
const LEAST_CELLS = 20;

/**
 * Findings without names that are near to cells of a column in which something else stands than regions (two columns
 * changed places): they would only keep equal findings apart.
 */
export function withoutChanceNames(findings: readonly Finding[]): readonly Finding[] {
  const columns = new Map<string, { cells: number; readonly nearest: Set<string> }>();
  for (const finding of findings) {
    if (!('nearest' in finding.args) || finding.place.column === null) continue;
    const key = columnKey(finding);
    const column = columns.get(key) ?? { cells: 0, nearest: new Set() };
    columns.set(key, column);
    column.cells += countOf(finding);
    column.nearest.add(String(finding.args['nearest']));
  }
  const isWrong = (finding: Finding) => {
    const { cells = 0, nearest } = columns.get(columnKey(finding)) ?? {};
    return cells >= LEAST_CELLS && (nearest?.size ?? 0) > MOST_NEAREST;
  };
  if (columns.size === 0) return findings;
  return findings.map((finding) =>
    'nearest' in finding.args && isWrong(finding) ? { ...finding, args: withoutNearest(finding.args) } : finding,
  );
}

const NO_NEAREST: Finding['args'] = { nearest: [] };

/** Where they say nothing else, the arguments of all such findings are one object. */
function withoutNearest(args: Finding['args']): Finding['args'] {
  return Object.keys(args).length === 1 ? NO_NEAREST : { ...args, nearest: [] };
}

function columnKey({ code, place: { sheet, column } }: Finding): string {
  return `${code} ${column} ${sheet}`;
}
