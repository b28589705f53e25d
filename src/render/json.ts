import type { ReportModel } from '../report/model.ts';
import { visible } from '../text/visible.ts';

/**
 * The report as JSON: keys in the model's order, two-space indent, a line break at the end.
 *
 * Hidden characters of user texts are written as `\uXXXX` escapes: the same value, but nothing unseen in the file.
 */
export function renderJson(model: ReportModel): string {
  return `${visible(JSON.stringify(model, null, 2))}\n`;
}
