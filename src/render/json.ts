import type { ReportModel } from '../report/model.ts';
import { visible } from '../text/visible.ts';

/**
 * The report as JSON: keys in the model's order, two-space indent, a line break at the end.
 *
 * `check` prints the model without figures, tables and labels. Hidden characters of user texts are written as `\uXXXX` escapes: the same value, but nothing unseen in the file.
 */
export function renderJson(model: Omit<ReportModel, 'figures' | 'views' | 'labels'>): string {
  return `${visible(JSON.stringify(model, null, 2))}\n`;
}
