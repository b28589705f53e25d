import { daysInMonth, isoDate, type Period } from '../period/period.ts';

export type Precision = 'day' | 'third' | 'month' | 'quarter';

/** A date as written: what is not said is null, and the finest part said gives the precision. */
export interface DatePoint {
  readonly year: number | null;
  /** Two digits only. */
  readonly shortYear: boolean;
  readonly month: number;
  readonly part: { readonly precision: Precision; readonly number: number };
  /** What parts month and day in a spelling of digits only; empty in others. */
  readonly separator: string;
}

/** A point and what stands behind it. */
export interface ReadPoint {
  readonly point: DatePoint;
  readonly rest: string;
}

const QUARTER = /^(?:(\d{4}|\d{2})年)?第?([1-4])季度?/;
const WRITTEN = /^(?:(?:(\d{4}|\d{2})年|(\d{4})[./-]))?(\d{1,2})月(?:(\d{1,2})[日号]?|([上中下])旬)?/;
const FULL = /^(\d{4}|\d{2})([./-])(\d{1,2})\2(\d{1,2})日?(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const YEAR_MONTH = /^(\d{4})([./-])(\d{1,2})(?!\d)/;
/** `3-5日` are days of a month that is not told. */
const MONTH_DAY = /^(\d{1,2})(?:([./])(\d{1,2})日?|(-)(\d{1,2})(?![日号]))(?!\d)/;

/** Reads one date at the front of a reduced text (see `dateText`). */
export function readPoint(text: string): ReadPoint | null {
  const quarter = QUARTER.exec(text);
  if (quarter) return found(text, quarter[0], quarter[1], '1', 'quarter', quarter[2]);
  const written = WRITTEN.exec(text);
  if (written) {
    const [all, named, numbered, month, day, third] = written;
    const year = named ?? numbered;
    if (third !== undefined) return found(text, all, year, month, 'third', String('上中下'.indexOf(third) + 1));
    return day === undefined ? found(text, all, year, month, 'month', '1') : found(text, all, year, month, 'day', day);
  }
  const compact = COMPACT.exec(text);
  if (compact) return found(text, compact[0], compact[1], compact[2], 'day', compact[3]);
  const full = FULL.exec(text);
  if (full) return found(text, full[0], full[1], full[3], 'day', full[4], full[2]);
  const yearMonth = YEAR_MONTH.exec(text);
  if (yearMonth) return found(text, yearMonth[0], yearMonth[1], yearMonth[3], 'month', '1', yearMonth[2]);
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) {
    const [all, month, separator, day, hyphen, dayBehind] = monthDay;
    return found(text, all, undefined, month, 'day', day ?? dayBehind, separator ?? hyphen);
  }
  return null;
}

function found(
  text: string,
  all: string,
  year: string | undefined,
  month: string | undefined,
  precision: Precision,
  number: string | undefined,
  separator = '',
): ReadPoint {
  const shortYear = year?.length === 2;
  const point: DatePoint = {
    year: year === undefined ? null : Number(year) + (shortYear ? 2000 : 0),
    shortYear,
    month: precision === 'quarter' ? Number(number) * 3 - 2 : Number(month),
    part: { precision, number: Number(number) },
    separator,
  };
  return { point, rest: text.slice(all.length) };
}

/** First and last day of a point in a year, as ISO dates; null when there is no such day. */
export function spanOf({ month, part }: DatePoint, year: number): readonly [string, string] | null {
  switch (part.precision) {
    case 'day':
      return span(year, month, part.number, month, part.number);
    case 'third':
      return span(
        year,
        month,
        part.number * 10 - 9,
        month,
        part.number === 3 ? daysInMonth(year, month) : part.number * 10,
      );
    case 'month':
      return span(year, month, 1, month, daysInMonth(year, month));
    case 'quarter':
      return span(year, month, 1, month + 2, daysInMonth(year, month + 2));
  }
}

function span(
  year: number,
  month: number,
  day: number,
  lastMonth: number,
  lastDay: number,
): readonly [string, string] | null {
  const first = isoDate(year, month, day);
  const last = isoDate(year, lastMonth, lastDay);
  return first === null || last === null ? null : [first, last];
}

/**
 * The year of a month that is written without one: the period's, but in a period from January on a later month
 * lies in the year before (a December event in a return of the first quarter).
 */
export function yearWithin(period: Period, month: number): number {
  const fromJanuary = period.start.slice(5, 7) === '01';
  return fromJanuary && month > Number(period.end.slice(5, 7)) ? period.year - 1 : period.year;
}
