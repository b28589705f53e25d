import { isoDate } from '../period/period.ts';
import type { RowReader } from '../scheme/row-reader.ts';

/** The ISO date of a text that is one, also as Excel writes it back (`2024/2/20`); null for any other. */
export function isoDateOf(text: string): string | null {
  const parts = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text.trim());
  return parts && isoDate(Number(parts[1]), Number(parts[3]), Number(parts[4]));
}

/** The date of a table's cell; null when it is empty or, told, no date. */
export function dateCell(row: RowReader, column: string): string | null {
  const value = row.text(column);
  const date = isoDateOf(value);
  if (value !== '' && date === null) row.fault('DATE_WRONG', { column, value });
  return date;
}
