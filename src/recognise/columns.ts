import type { Form, TableColumn } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import { type HeaderDictionary, type HeaderMeaning, headerDictionary } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type HeaderReading, readHeader } from './header-meaning.ts';
import type { HeaderText } from './header-text.ts';
import { readMeasure, spanOf } from './measure.ts';
import type { RegionCells } from './region-cells.ts';

/** The columns of a table with what they mean, and what is to be said about them. */
export interface ReadColumns {
  readonly columns: readonly TableColumn[];
  /** Columns whose field another column has taken. */
  readonly twice: readonly { readonly column: HeaderText; readonly id: string; readonly kept: HeaderText }[];
  /** Columns that the scheme does not know. */
  readonly unknown: readonly HeaderText[];
  /** Region columns that only their cells tell. */
  readonly byCells: readonly HeaderText[];
}

interface Candidate {
  readonly at: number;
  readonly meaning: HeaderMeaning;
  readonly field: string;
}

/**
 * Gives each header of a form its meaning: the best synonym wins, then the column further left. Figures of another
 * period than that of the file, when a level of the header names one outright, are kept as text. `regions` are columns
 * whose cells tell regions, for headers that do not say it.
 */
export function readColumns(
  headers: readonly HeaderText[],
  form: Form | 'unknown',
  period: Period | null,
  regions: RegionCells,
  scheme: Scheme,
): ReadColumns {
  const dictionary: HeaderDictionary = form === 'unknown' ? new Map() : headerDictionary(scheme, form);
  const own = headers.map(({ levels }) => {
    const reading = readHeader(levels, dictionary, scheme);
    return form === 'summary' && period !== null ? beside(period, reading, levels, scheme) : reading;
  });
  const readings = own.map((reading, at) => wholeOf(headers, own, at, dictionary, scheme) ?? reading);
  const candidates = readings.flatMap(({ meanings, yearToDate }, at) =>
    meanings.map((meaning): Candidate => ({ at, meaning, field: `${meaning.id} ${yearToDate}` })),
  );
  const taken = new Map<string, number>();
  const given = new Map<number, string>();
  for (const { at, meaning, field } of candidates.sort((a, b) => a.meaning.rank - b.meaning.rank || a.at - b.at)) {
    if (taken.has(field) || given.has(at)) continue;
    taken.set(field, at);
    given.set(at, meaning.id);
  }
  const byCells = headers.filter(({ column }, at) => regions.has(column) && !given.has(at));
  headers.forEach(({ column }, at) => {
    const id = regions.get(column);
    if (id !== undefined && !given.has(at)) given.set(at, id);
  });
  const left = new Map<number, Candidate>();
  for (const candidate of candidates)
    if (!given.has(candidate.at) && !left.has(candidate.at)) left.set(candidate.at, candidate);
  return {
    columns: headers.map(({ column, levels }, at) => ({
      column,
      header: joined(levels),
      meaning: given.get(at) ?? null,
      unit: readings[at]?.unit ?? null,
      yearToDate: given.has(at) && readings[at]?.yearToDate === true,
    })),
    twice: [...left.values()].flatMap(({ at, meaning, field }) => {
      const column = headers[at];
      const kept = headers[taken.get(field) ?? -1];
      return column && kept ? [{ column, id: meaning.id, kept }] : [];
    }),
    unknown: headers.filter(
      (_, at) => !given.has(at) && readings[at]?.meanings.length === 0 && readings[at]?.otherPeriod !== true,
    ),
    byCells,
  };
}

/**
 * What the first column of a group says when its own word says nothing (人数) and a column beside it is a part of what
 * the group names (其中：…): it is the whole.
 */
function wholeOf(
  headers: readonly HeaderText[],
  readings: readonly HeaderReading[],
  at: number,
  dictionary: HeaderDictionary,
  scheme: Scheme,
): HeaderReading | null {
  const levels = headers[at]?.levels ?? [];
  const own = readings[at];
  if (levels.length < 2 || !own || own.meanings.length > 0 || own.otherPeriod) return null;
  const group = joined(levels.slice(0, -1));
  const isIn = (header: HeaderText | undefined) => header && joined(header.levels.slice(0, -1)) === group;
  if (isIn(headers[at - 1])) return null;
  const whole = readHeader(levels.slice(0, -1), dictionary, scheme);
  const [meaning] = whole.meanings;
  const hasPart = readings.some((reading, other) => {
    const part = scheme.indicators.find(({ id }) => id === reading.meanings[0]?.id);
    return isIn(headers[other]) && part?.parent != null && part.parent === meaning?.id;
  });
  return hasPart ? whole : null;
}

/** A reading under headers that name a period outright: 2023年第一季度 over figures of 2024Q1 is another period's. */
function beside(period: Period, reading: HeaderReading, levels: readonly string[], scheme: Scheme): HeaderReading {
  const spans = levels.flatMap((level) => {
    const measure = readMeasure([level], scheme);
    return measure?.phrase ? [spanOf(measure, period, scheme)] : [];
  });
  if (spans.includes('other')) return { ...reading, meanings: [], yearToDate: false, otherPeriod: true };
  return spans.includes('ytd') ? { ...reading, yearToDate: true } : reading;
}

/** Header levels as one text, as written but for line breaks and spaces at the edges. */
export function joined(levels: readonly string[]): string {
  return levels.map((level) => level.trim().replace(/\s*[\r\n]+\s*/g, '')).join('/');
}
