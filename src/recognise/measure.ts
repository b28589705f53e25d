import type { Period } from '../period/period.ts';
import { countPower } from '../scheme/count-unit.ts';
import { headerKey } from '../scheme/dictionary.ts';
import { perScheme, rememberTexts } from '../scheme/per-scheme.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { grouped } from './grouped.ts';
import { type PeriodPhrase, periodOf, phraseAt } from './period-text.ts';
import { isTotal } from './row-marks.ts';

/** Of which span figures are: of the period, from January on, or of another period, which is not compiled. */
export type Span = 'period' | 'ytd' | 'other';

/** What the header over a column of figures says, where the rows name the indicators. */
export interface Measure {
  /** Null when no word tells it; then a region alone means the period. */
  readonly span: Span | null;
  /** A period named outright (2024年第一季度), which counts only beside the period of the file. */
  readonly phrase: PeriodPhrase | null;
  /** The text that names a region, as written. */
  readonly region: string | null;
  /** The column adds up others (合计). */
  readonly total: boolean;
  readonly unit: string | null;
}

/** Reads the levels of a header over figures, top first; null when its lowest level is none of these. */
export function readMeasure(levels: readonly string[], scheme: Scheme): Measure | null {
  let measure: Measure = { span: null, phrase: null, region: null, total: false, unit: null };
  let known = false;
  for (const level of levels) {
    const read = readLevel(level, scheme);
    known = read !== null;
    // A level above that says nothing of this is a group (填报数据).
    if (read) measure = join(measure, read);
  }
  return known ? measure : null;
}

/** Whether a header says which figures stand below it, and not their unit alone. */
export function saysFigures(measure: Measure | null): measure is Measure {
  if (measure === null) return false;
  return measure.span !== null || measure.phrase !== null || measure.region !== null || measure.total;
}

function join(above: Measure, below: Partial<Measure>): Measure {
  const span = above.span === 'other' || below.span === undefined ? above.span : strongest(above.span, below.span);
  return { ...above, ...below, span, total: above.total || below.total === true, unit: below.unit ?? above.unit };
}

const STRENGTH: Readonly<Record<Span, number>> = { period: 0, ytd: 1, other: 2 };

/** 本期 says nothing against 累计, nor 累计 against 上年同期. */
function strongest(a: Span | null, b: Span | null): Span | null {
  if (a === null || b === null) return a ?? b;
  return STRENGTH[a] >= STRENGTH[b] ? a : b;
}

/** What one level says; the same headers stand over the columns of all files of a quarter. */
const readLevel = rememberTexts((level, scheme): Partial<Measure> | null => {
  const { key, unit } = headerKey(level, scheme);
  const given = unit === null ? {} : { unit };
  if (key === '') return null;
  const spoken = spanIn(key, scheme);
  if (spoken) return { ...spoken, ...given };
  if (isTotal(key, scheme)) return { ...(isGrand(key, scheme) ? { total: true } : { span: 'other' }), ...given };
  if (namesRegion(level, scheme)) return { region: level, ...given };
  const { moneyUnits, countUnits } = wordSets(scheme);
  return moneyUnits.has(key) || countPower(key, countUnits) !== null ? { unit: level } : null;
});

/** 合计 and 惠州市合计 add up all columns; 小计 and 珠三角 only some of them. */
function isGrand(key: string, scheme: Scheme): boolean {
  const { grandTotals } = wordSets(scheme);
  if (grandTotals.has(key)) return true;
  const word = [...grandTotals].find((one) => key.endsWith(one));
  return word !== undefined && namesRegion(key.slice(0, -word.length), scheme);
}

/** Whether a whole text names a region, a former one, one of several, or an own level. */
export function namesRegion(text: string, scheme: Scheme): boolean {
  if (findRegion(regionIndex(scheme), text, null).kind !== 'none') return true;
  const { ownLevel } = wordSets(scheme);
  const key = matchKey(text);
  return ownLevel.city.has(key) || ownLevel.county.has(key) || ownLevel.province.has(key);
}

/** The period that the key of a whole header names outright, and nothing else: 2023年第一季度. */
export function periodNamed(key: string, scheme: Scheme): PeriodPhrase | null {
  return spanIn(key, scheme)?.phrase ?? null;
}

const LONGEST = 40;
const BETWEEN = /^[([{:、,/\-—)\]}]+/u;

/** A text that consists of nothing but marks of spans and spellings of periods: 上年同期数, 2024年1—3月累计. */
function spanIn(key: string, scheme: Scheme): Pick<Measure, 'span' | 'phrase'> | null {
  if (key === '' || key.length > LONGEST) return null;
  let span: Span | null = null;
  let phrase: PeriodPhrase | null = null;
  for (let rest = key; rest !== ''; ) {
    const mark = markAt(rest, scheme);
    const spelled = mark ? null : phraseAt(rest, 0);
    if (mark) span = strongest(span, mark.span);
    else if (spelled && spelled.phrase.kind !== 'date' && phrase === null) phrase = spelled.phrase;
    // 本季度合计 adds up the months of the period, which is what the period's figure is.
    else if (rest !== key && wordSets(scheme).grandTotals.has(rest)) break;
    else return null;
    rest = rest.slice(mark ? mark.length : (spelled?.end ?? rest.length)).replace(BETWEEN, '');
  }
  return { span, phrase };
}

function markAt(text: string, scheme: Scheme): { readonly span: Span; readonly length: number } | null {
  for (const { word, span } of marksByFirst(scheme).get(text.charAt(0)) ?? []) {
    if (text.startsWith(word)) return { span, length: word.length };
  }
  return null;
}

interface Mark {
  readonly word: string;
  readonly span: Span;
}

/** Marks by their first character, longest first: 本年累计数 before 本年累计. */
const marksByFirst = perScheme((scheme): ReadonlyMap<string, readonly Mark[]> => {
  const { currentPeriod, yearToDate, otherPeriods } = wordSets(scheme);
  const marks = [
    ...[...currentPeriod].map((word): Mark => ({ word, span: 'period' })),
    ...[...yearToDate].map((word): Mark => ({ word, span: 'ytd' })),
    ...[...otherPeriods].map((word): Mark => ({ word, span: 'other' })),
  ].sort((a, b) => b.word.length - a.word.length);
  return grouped(marks, ({ word }) => word.charAt(0));
});

/** The span of a measure beside the period of the file; null when a period named outright cannot be compared with it. */
export function spanOf({ span, phrase }: Measure, period: Period | null, scheme: Scheme): Span | null {
  if (span === 'other' || phrase === null) return span ?? 'period';
  if (period === null) return null;
  if (phrase.kind === 'year') return phrase.year === period.year ? (span ?? 'period') : 'other';
  const read = periodOf(phrase, scheme.periodKind, period.year);
  if (read?.period.id !== period.id) return 'other';
  return read.yearToDate ? 'ytd' : (span ?? 'period');
}
