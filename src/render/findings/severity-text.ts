import type { UiTexts } from '../../message/ui-texts.ts';
import { SEVERITIES, type SeverityCounts } from './entry.ts';

/** The counts in words, without those that are zero: `错误 3，提示 1，已说明 2`. */
export function severityText(counts: SeverityCounts, texts: UiTexts): string {
  const said = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (said.length === 0 && counts.explained === 0) return texts.noFindings;
  return [
    ...said.map((severity) => texts.severityCount(texts.severity[severity], counts[severity])),
    ...(counts.explained > 0 ? [texts.explainedCount(counts.explained)] : []),
  ].join(texts.semicolon);
}
