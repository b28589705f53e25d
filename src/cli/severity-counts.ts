import type { UiTexts } from '../message/ui-texts.ts';
import type { Severity } from '../model/finding.ts';
import type { ReportFinding } from '../report/model.ts';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** How many findings of each severity, without those that are explained; an entry stands for `count` of them. */
export function severityCounts(findings: readonly ReportFinding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, count } of counted(findings)) counts[severity] += count;
  return counts;
}

/** The counts in words, without those that are zero: `错误 3，提示 1，已说明 2`. */
export function severityText(findings: readonly ReportFinding[], texts: UiTexts): string {
  const counts = severityCounts(findings);
  const said = SEVERITIES.filter((severity) => counts[severity] > 0);
  const explained = findings.reduce((sum, one) => (one.explained === null ? sum : sum + one.count), 0);
  if (said.length === 0 && explained === 0) return texts.noFindings;
  return [
    ...said.map((severity) => texts.severityCount(texts.severity[severity], counts[severity])),
    ...(explained > 0 ? [texts.explainedCount(explained)] : []),
  ].join(texts.semicolon);
}

/** Findings that count: an explained one is listed only. */
export function counted(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  return findings.filter(({ explained }) => explained === null);
}
