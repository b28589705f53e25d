import { spanIn } from './axis.ts';
import { type Area, LAST_COLUMN, LAST_ROW } from './cell-address.ts';
import type { OutputSheet } from './output-sheet.ts';

/** What was pushed over the edge of the sheet is cut. */
export function onSheet({ top, bottom, left, right }: Area): Area {
  return { top, left, bottom: Math.min(bottom, LAST_ROW), right: Math.min(right, LAST_COLUMN) };
}

/** The one area that an area of the template came to be; null when it is gone. */
export function areaOf(area: Area, { copy }: OutputSheet): Area | null {
  const rows = spanIn(copy.rows, area.top, area.bottom);
  const columns = spanIn(copy.columns, area.left, area.right);
  return rows && columns && onSheet({ top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] });
}
