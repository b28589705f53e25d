import type { Finding } from '../model/finding.ts';
import { compareText } from '../text/compare.ts';
import { compressCells } from './cell-ranges.ts';
import type { ReportFinding } from './model.ts';

/** The wording of a finding in the chosen language. */
export type Describe = (finding: Finding) => { readonly message: string; readonly hint: string };

interface Group {
  readonly key: string;
  readonly findings: Finding[];
}

/**
 * Findings as the report lists them: equal ones (code, severity, bureau, file, sheet, column, indicator, arguments, reason) as
 * one entry with compressed cells, in the order of bureau, file, sheet, row, column, code.
 *
 * `bureauOrder` gives the place of a bureau in the customary order; findings without a bureau come last.
 */
export function collapseFindings(
  findings: readonly Finding[],
  bureauOrder: (bureau: string) => number,
  describe: Describe,
): readonly ReportFinding[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = equality(finding);
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { key, findings: [finding] });
  }
  return [...groups.values()]
    .map((group) => ({ key: group.key, findings: group.findings, first: group.findings.reduce(earlier) }))
    .sort((a, b) => compareFirsts(a.first, b.first, bureauOrder) || compareText(a.key, b.key))
    .map(({ first, findings: equal }) => entry(first, equal, describe));
}

function equality(finding: Finding): string {
  const { code, severity, place, bureau, column, indicator, args, explained } = finding;
  const sorted = Object.entries(args).sort(([a], [b]) => compareText(a, b));
  return JSON.stringify([code, severity, bureau, place.file, place.sheet, column, indicator, sorted, explained]);
}

function entry(first: Finding, equal: readonly Finding[], describe: Describe): ReportFinding {
  const raw = common(equal, (finding) => finding.raw);
  const region = common(equal, (finding) => finding.region);
  const { message, hint } = describe({ ...first, raw, region });
  return {
    code: first.code,
    severity: first.severity,
    file: first.place.file,
    sheet: first.place.sheet,
    cells: compressCells(equal.map((finding) => finding.place)),
    count: equal.length,
    bureau: first.bureau,
    region,
    column: first.column,
    indicator: first.indicator,
    raw,
    args: first.args,
    message,
    hint,
    explained: first.explained === null ? null : { reason: first.explained },
  };
}

/** What all findings say alike, else null. */
function common(findings: readonly Finding[], of: (finding: Finding) => string | null): string | null {
  const first = findings[0];
  if (!first) return null;
  const value = of(first);
  return findings.every((finding) => of(finding) === value) ? value : null;
}

function earlier(a: Finding, b: Finding): Finding {
  return comparePlaces(a, b) <= 0 ? a : b;
}

function comparePlaces(a: Finding, b: Finding): number {
  return (a.place.row ?? 0) - (b.place.row ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0);
}

function compareFirsts(a: Finding, b: Finding, bureauOrder: (bureau: string) => number): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    (a.bureau === null ? last : bureauOrder(a.bureau)) - (b.bureau === null ? last : bureauOrder(b.bureau)) ||
    compareText(a.bureau ?? '', b.bureau ?? '') ||
    compareText(a.place.file, b.place.file) ||
    compareText(a.place.sheet ?? '', b.place.sheet ?? '') ||
    comparePlaces(a, b) ||
    compareText(a.code, b.code)
  );
}
