import { isoDate } from '../period/period.ts';
import { compatible } from '../text/compatible.ts';

const DAY = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)|(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/u;

/** The first day that a text names in digits, as an ISO date; null when it names none. */
export function dayIn(text: string): string | null {
  const [, year, month, day, ...compact] = DAY.exec(compatible(text)) ?? [];
  const [y, m, d] = year === undefined ? compact : [year, month, day];
  return y === undefined ? null : isoDate(Number(y), Number(m), Number(d));
}
