import type { ReportLabels } from '../../message/report-labels.ts';
import { visible } from '../../text/visible.ts';
import { filled } from '../helpers/words.ts';

/** Characters that a cell may hold; Excel repairs files with longer texts. */
export const LONGEST_TEXT = 32_767;

/**
 * A text as a workbook may hold it: hidden characters spelled out, `_x000D_` and the like kept as they are
 * instead of being read as escapes, cut with a mark that says how long it is.
 */
export function cellText(text: string, labels: Pick<ReportLabels, 'cut'>): string {
  const safe = visible(text.replace(/\r\n?/g, '\n')).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (safe.length <= LONGEST_TEXT) return safe;
  const mark = filled(labels.cut, { count: [...text].length });
  return safe.slice(0, LONGEST_TEXT - mark.length).replace(/\p{Cs}$/u, '') + mark;
}

/** Width of a line in columns of a Latin digit: Chinese characters take two. */
export function lineWidth(line: string): number {
  let width = 0;
  for (const character of line) width += character >= '\u1100' ? 2 : 1;
  return width;
}
