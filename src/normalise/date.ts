import { serialToIso } from '../model/grid.ts';
import type { Period } from '../period/period.ts';
import { type DatePoint, type Precision, readPoint, spanOf, yearWithin } from './date-point.ts';
import { dateText } from './date-text.ts';

/** A date or a range of dates as read. */
export interface DateRange {
  /** ISO date of the first day. */
  readonly start: string;
  /** ISO date of the last day; before `start` when it was written so. */
  readonly end: string;
  /** The coarser of both ends. */
  readonly precision: Precision;
  /** The year was not written and is taken from the period. */
  readonly assumedYear: boolean;
  /** Another reading is possible: `3.5` may be a number, `2024.1` an October that lost its zero. */
  readonly ambiguous: boolean;
}

/** No cell that holds one date or range is longer. */
const LONGEST = 60;
/** Years around the period in which a bare number of days counts as a date. */
const SERIAL_YEARS = 10;

/**
 * Reads a text as a date or range of dates (docs/grammars.md, Dates); null when it is none.
 *
 * Years that are not written come from the period. Never throws.
 */
export function parseDateRange(text: string, period: Period): DateRange | null {
  if (text.length > LONGEST) return null;
  const dates = dateText(text);
  if (dates === null) return null;
  if (/^\d{5}(?:\.\d+)?$/.test(dates)) return serialDate(Number(dates), period);
  const points = readMonths(dates) ?? readPoints(dates);
  return points && rangeOf(points, period);
}

interface Points {
  readonly first: DatePoint;
  /** Null when it is one date. */
  readonly last: DatePoint | null;
}

const MONTHS = /^(?:(\d{4}|\d{2})年)?(\d{1,2})[~-](\d{1,2}月)$/;
const DAYS = /^(?:[、,和及](?:\d{1,2}月)?\d{1,2}[日号]?)+$/;
const NEXT_DAY = /(?:(\d+)月)?(\d+)/g;
const DAY_ONLY = /^(\d{1,2})[日号]?$/;

/** `1-3月`: the month's name stands once, behind the last. */
function readMonths(text: string): Points | null {
  const [, year, first, last] = MONTHS.exec(text) ?? [];
  return first === undefined ? null : readPoints(`${year === undefined ? '' : `${year}年`}${first}月~${last}`);
}

function readPoints(text: string): Points | null {
  const read = readPoint(text);
  if (!read) return null;
  const { point: first, rest } = read;
  if (rest === '') return { first, last: null };
  if (DAYS.test(rest)) return followingDays(first, rest);
  if (!/^[~-]/.test(rest)) return null;
  const ending = rest.slice(1);
  const last = readPoint(ending);
  if (last) return last.rest === '' ? { first, last: last.point } : null;
  const number = DAY_ONLY.exec(ending)?.[1];
  return number === undefined ? null : sameAs(first, Number(number), /[日号]$/.test(ending));
}

/** `3月5、6日`, `3月5日、3月6日`: days of a month one after the other are a range, others are several dates. */
function followingDays(first: DatePoint, rest: string): Points | null {
  if (first.part.precision !== 'day' || first.separator !== '') return null;
  const next = [...rest.matchAll(NEXT_DAY)];
  if (next.some(([, month]) => month !== undefined && Number(month) !== first.month)) return null;
  const days = next.map(([, , day]) => Number(day));
  if (days.some((day, at) => day !== first.part.number + at + 1)) return null;
  return sameAs(first, days.at(-1) ?? 0, true);
}

/** A bare number at the end repeats the finest part of the beginning: `3月5日-7日`, `2024.3-5`. */
function sameAs(first: DatePoint, number: number, isDay: boolean): Points | null {
  const year = { year: null, shortYear: false };
  const { precision } = first.part;
  if (precision === 'day') return { first, last: { ...first, ...year, part: { precision, number } } };
  if (precision === 'month' && !isDay) return { first, last: { ...first, ...year, month: number } };
  return null;
}

const COARSENESS: readonly Precision[] = ['day', 'third', 'month', 'quarter'];

function rangeOf({ first, last }: Points, period: Period): DateRange | null {
  const year = first.year ?? yearBefore(first, last) ?? yearWithin(period, first.month);
  const start = spanOf(first, year);
  const end = last === null ? start : spanOf(last, last.year ?? year + (overNewYear(first, last) ? 1 : 0));
  if (start === null || end === null) return null;
  const precisions = [first, last ?? first].map(({ part }) => COARSENESS.indexOf(part.precision));
  return {
    start: start[0],
    end: end[1],
    precision: COARSENESS[Math.max(...precisions)] ?? 'day',
    assumedYear: first.year === null && (last?.year ?? null) === null,
    ambiguous: isAmbiguous(first, last) || [first, last].some((point) => isDoubtfulYear(point, period)),
  };
}

/** The year of a beginning whose end has one: `12月28日-2024年1月3日`. */
function yearBefore(first: DatePoint, last: DatePoint | null): number | null {
  if (last === null || last.year === null) return null;
  return first.month > last.month ? last.year - 1 : last.year;
}

/** An end without a year lies in the next one only from the last quarter to the first; else it is reversed. */
function overNewYear(first: DatePoint, last: DatePoint): boolean {
  return first.month >= 10 && last.month <= 3;
}

function isAmbiguous(first: DatePoint, last: DatePoint | null): boolean {
  if (last !== null) return first.year === null && first.separator === '-';
  if (first.year === null) return first.separator === '.' || first.separator === '-';
  return first.part.precision === 'month' && first.separator === '.' && first.month === 1;
}

/** `05/03/24` reads as 2005; two digits that are not about the period's year may well be a day. */
function isDoubtfulYear(point: DatePoint | null, period: Period): boolean {
  if (point === null || point.year === null) return false;
  return point.shortYear && Math.abs(point.year - period.year) > 1;
}

function serialDate(serial: number, period: Period): DateRange | null {
  const day = serialToIso(Math.floor(serial));
  if (Math.abs(Number(day.slice(0, 4)) - period.year) > SERIAL_YEARS) return null;
  return { start: day, end: day, precision: 'day', assumedYear: false, ambiguous: false };
}
