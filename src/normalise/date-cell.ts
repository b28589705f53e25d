import type { CellContent } from '../model/grid.ts';
import type { Period } from '../period/period.ts';
import { remember } from '../text/remember.ts';
import { brokenCell } from './cell-text.ts';
import { parseDateRange } from './date.ts';
import { NO_REMARKS, type Reading, type Remark, remark } from './reading.ts';
import { rememberCell } from './remember-cell.ts';

/** First and last day of an activity; null when it cannot be told. */
export interface Days {
  readonly start: string | null;
  readonly end: string | null;
}

/** A reader for the cells of a date column; null means a blank cell. */
export function dateReader(
  period: Period,
  isBlank: (text: string) => boolean,
): (cell: CellContent | undefined) => Reading<Days> | null {
  const readText = textReader(period);
  const wordOf = (written: string) => {
    const text = written.trim();
    return text === '' || isBlank(text) ? null : text;
  };
  const readWord = rememberCell((written) => {
    const text = wordOf(written);
    return text === null ? null : readText(text);
  });
  return (cell) => {
    if (cell === undefined) return null;
    const broken = brokenCell(cell);
    if (broken !== null) return { value: UNKNOWN, remarks: [broken] };
    if (cell.kind !== 'percent' && cell.kind !== 'boolean') return readWord(cell);
    return wordOf(cell.text) === null ? null : UNREADABLE;
  };
}

/** Files of one period share what they have read. */
const readers = new Map<string, (text: string) => Reading<Days>>();

function textReader(period: Period): (text: string) => Reading<Days> {
  const known = readers.get(period.id) ?? remember((text: string) => daysOf(text, period));
  readers.set(period.id, known);
  return known;
}

const UNKNOWN: Days = { start: null, end: null };
const UNREADABLE: Reading<Days> = { value: UNKNOWN, remarks: [remark('DATE_UNREADABLE', {})] };

/** Of a reversed range the beginning stands, the end does not. */
function daysOf(text: string, period: Period): Reading<Days> {
  const range = parseDateRange(text, period);
  if (range === null) return UNREADABLE;
  const { start, end } = range;
  const reversed = end < start;
  const remarks: Remark[] = [];
  if (range.ambiguous) remarks.push(remark('DATE_AMBIGUOUS', { used: start === end ? start : `${start}/${end}` }));
  if (reversed) remarks.push(remark('DATE_REVERSED', { start, end }));
  return { value: { start, end: reversed ? null : end }, remarks: remarks.length === 0 ? NO_REMARKS : remarks };
}
