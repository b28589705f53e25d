import { isoDate } from '../period/period.ts';

/** Days between the 1900 and the 1904 date systems. */
export const DAYS_TO_1904 = 1462;

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const ISO = /^(?:(\d{4})-(\d{2})-(\d{2}))?[T ]?(?:(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?Z?)?$/;

/**
 * The 1900-system serial of an ISO date, date and time, or time, as strict workbooks hold them; NaN when it is none.
 */
export function serialOfIso(text: string): number {
  const match = ISO.exec(text.trim());
  if (match === null || (match[1] === undefined && match[4] === undefined)) return Number.NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0'] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return Number.NaN;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(`${second}.${fraction}`);
  return dayOf(year, month, day) + seconds / 86_400;
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): number {
  if (year === undefined) return 0;
  const date = isoDate(Number(year), Number(month), Number(day));
  if (date === null) return Number.NaN;
  const days = (Date.parse(date) - EPOCH) / DAY;
  // The 1900 system counts a 29 February 1900 that never was.
  return days < 61 ? days - 1 : days;
}
