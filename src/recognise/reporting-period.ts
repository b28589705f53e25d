import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { Stated } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { matchKey } from '../text/match-key.ts';
import type { Cover } from './cover.ts';
import { readName } from './file-name.ts';
import { isUnfilledPeriod, type PeriodPhrase, periodOf } from './period-text.ts';
import type { Source } from './source.ts';

/** For when a file reports; null when nothing says it. */
export interface ReportingPeriod {
  readonly period: Stated<Period> | null;
  readonly findings: readonly Finding[];
}

interface Told {
  readonly period: Period;
  readonly source: Source;
}

/**
 * Decides the period of a file: the first source that names one, a period of the scheme's kind before a longer one
 * that contains it. A period without a year takes it from the other sources. Others that do not overlap disagree.
 * What stands in instructions may be an example: it is believed when nothing else speaks. Titles `below` the first rows
 * never tell the period, but may disagree: last year's figures are no part of this year's.
 */
export function decidePeriod(
  file: string,
  hint: Period | null,
  sources: readonly Source[],
  scheme: Scheme,
  below: readonly Source[] = [],
): ReportingPeriod {
  if (hint) return { period: { value: hint, from: 'sources', place: filePlace(file), text: hint.id }, findings: [] };
  const spokenIn = (texts: readonly Source[]) =>
    texts
      .filter(({ label }) => label === null || label === 'period')
      .map((source) => ({ source, phrases: readName(source.text, scheme).phrases }));
  const spoken = spokenIn(sources);
  const later = spokenIn(below);
  const firm = spoken.filter(({ source }) => !source.vague);
  return settle(firm, later, scheme) ?? settle(spoken, later, scheme) ?? { period: null, findings: unread(firm) };
}

/** A period is stated and cannot be read: that is said, or the file would pass for one of the run's period. */
function unread(firm: readonly Spoken[]): readonly Finding[] {
  const stated = firm.find(({ source }) => source.label === 'period' && !isUnfilledPeriod(matchKey(source.text)));
  return stated ? [finding('PERIOD_NOT_FOUND', stated.source.place, {}, { raw: stated.source.text })] : [];
}

interface Spoken {
  readonly source: Source;
  readonly phrases: readonly PeriodPhrase[];
}

/** The period that the sources name together; null when none names one. */
function settle(spoken: readonly Spoken[], later: readonly Spoken[], scheme: Scheme): ReportingPeriod | null {
  const years = spoken.flatMap(({ phrases }) => phrases.flatMap(yearIn));
  const toldIn = ({ source, phrases }: Spoken): readonly Told[] => {
    const year = phrases.flatMap(yearIn)[0] ?? years[0] ?? null;
    const period = onePeriod(phrases, source, year, scheme);
    return period ? [{ period, source }] : [];
  };
  const told = spoken.flatMap(toldIn);
  const [first] = told;
  if (!first) return null;
  const chosen =
    told.find(({ period }) => period.kind === scheme.periodKind && overlaps(period, first.period)) ?? first;
  const { period, source } = chosen;
  const stated = { value: period, from: source.from, place: source.place, text: source.text };
  const others = [...told, ...later.flatMap(toldIn)].filter((other) => !overlaps(other.period, period));
  if (others.length === 0) return { period: stated, findings: [] };
  const found = [...new Set([period.id, ...others.map((other) => other.period.id)])];
  return { period: stated, findings: [finding('PERIOD_DISAGREES', source.place, { found })] };
}

/** Whether what a sheet's cover says of its period counts from January on. */
export function isYearToDate({ labelled, titles }: Cover, scheme: Scheme): boolean {
  return [...labelled.filter(({ kind }) => kind === 'period'), ...titles].some(({ text }) => {
    const { kinds, phrases } = readName(text, scheme);
    return kinds.has('yearToDate') || phrases.some((phrase) => periodOf(phrase, scheme.periodKind, 2000)?.yearToDate);
  });
}

function yearIn(phrase: PeriodPhrase): readonly number[] {
  return phrase.kind === 'date' || phrase.year === null ? [] : [phrase.year];
}

/** The one period that a source names: of the scheme's kind, else longer; shorter ones count only behind a label. */
function onePeriod(
  phrases: readonly PeriodPhrase[],
  source: Source,
  year: number | null,
  scheme: Scheme,
): Period | null {
  const periods = new Map<string, Period>();
  for (const phrase of phrases) {
    const read = periodOf(phrase, scheme.periodKind, year);
    if (read) periods.set(read.period.id, read.period);
  }
  const all = [...periods.values()];
  const own = all.filter(({ kind }) => kind === scheme.periodKind);
  if (own.length > 0) return only(own);
  const months = LENGTH[scheme.periodKind];
  return only(all.filter(({ kind }) => source.label === 'period' || LENGTH[kind] > months));
}

const LENGTH: Readonly<Record<Period['kind'], number>> = { month: 1, quarter: 3, half: 6, year: 12 };

function only(periods: readonly Period[]): Period | null {
  return periods.length === 1 ? (periods[0] ?? null) : null;
}

/** Periods overlap only when one contains the other. */
function overlaps(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}
