import type { UiTexts } from '../message/ui-texts.ts';
import type { Severity } from '../model/finding.ts';
import type { ReportFinding } from '../report/model.ts';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** How many findings of each severity; an entry stands for `count` of them. */
export function severityCounts(findings: readonly ReportFinding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, count } of findings) counts[severity] += count;
  return counts;
}

/** The counts in words, without those that are zero: `错误 3，提示 1`. */
export function severityText(findings: readonly ReportFinding[], texts: UiTexts): string {
  const counts = severityCounts(findings);
  const said = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (said.length === 0) return texts.noFindings;
  return said.map((severity) => texts.severityCount(texts.severity[severity], counts[severity])).join(texts.semicolon);
}
