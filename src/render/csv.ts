import { visible } from '../text/visible.ts';

/** A cell of a table; null is empty. */
export type CsvCell = string | number | null;

/** Excel tells UTF-8 by it. */
export const CSV_MARK = '\uFEFF';
/** What a spreadsheet would take for a formula, in either width; and `5:9`, which it would take for a time of day. */
const RISKY = /^[=+\-@＝＋－＠\t\r\n|%]|^\d+:\d+$/;

/** A line for Excel and WPS. A text that a spreadsheet would calculate gets an apostrophe before it. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A whole table: UTF-8 with byte order mark, CRLF. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return CSV_MARK + rows.map(csvLine).join('');
}

function csvCell(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const shown = visible(cell ?? '');
  const safe = RISKY.test(shown.trimStart()) || RISKY.test(shown) ? `'${shown}` : shown;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
