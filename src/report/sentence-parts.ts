import type { Decimal } from '../decimal/decimal.ts';
import type { PeriodPhrases } from '../message/report-labels.ts';
import type { ComparedFigure } from '../model/compilation.ts';
import type { Period } from '../period/period.ts';
import { shared, without } from './gaps.ts';
import type { ReportIndicator } from './model.ts';
import { type ProseNumber, proseNumber } from './prose-number.ts';
import type { RegionFrame } from './region-rows.ts';
import { type RateToSay, rateToSay, saidChanges } from './said-figure.ts';
import type { RateKey, RateNote, SaidFigure, SaidRate, SentencePart } from './views.ts';

/** An indicator that is said, with the area's figure. */
export interface SpokenFigure {
  readonly indicator: ReportIndicator;
  readonly figure: ComparedFigure;
}

/** What sentences are made with, beside the figures. */
export interface SentenceStyle {
  readonly period: Period;
  readonly phrases: PeriodPhrases;
  /** Which comparisons the run has. */
  readonly compared: Readonly<Record<RateKey, boolean>>;
  readonly shorten: (value: Decimal, indicator: ReportIndicator) => ProseNumber;
}

/** The number of an indicator as prose says it, by the scales of the scheme and the report. */
export function shortener(
  moneyUnits: Readonly<Record<string, number>>,
  scales: Parameters<typeof proseNumber>[4],
): SentenceStyle['shorten'] {
  return (value, { unit, decimals }) => proseNumber(value, unit, decimals, moneyUnits, scales);
}

/** A figure in the making: which of its values a part says, and over which rates. */
interface Said {
  readonly spoken: SpokenFigure;
  readonly value: Decimal;
  readonly lacks: readonly string[];
  readonly rates: readonly RateToSay[];
}

/**
 * What the sentences of a task say, one after the other: what was done in the period, what there is at its end, and what
 * was done since January where the period does not begin with the year. Parts without figures are left out.
 */
export function sentenceParts(
  spoken: readonly SpokenFigure[],
  frame: RegionFrame,
  style: SentenceStyle,
): readonly SentencePart[] {
  const { period, phrases, compared } = style;
  const names = (regions: readonly string[]) => regions.map(frame.nameOf);
  const say = (
    one: SpokenFigure,
    value: Decimal | null,
    lacks: readonly string[],
    kinds: readonly RateKey[],
  ): Said[] =>
    value === null
      ? []
      : [
          {
            spoken: one,
            value,
            lacks: names(lacks),
            rates: kinds.filter((kind) => compared[kind]).map((kind) => rateToSay(kind, one.figure, names)),
          },
        ];
  const ofPeriod = (one: SpokenFigure) => say(one, one.figure.value, one.figure.lacks, ['yoy', 'qoq']);
  const isStock = ({ indicator }: SpokenFigure) => indicator.kind === 'stock';
  const flows = spoken.filter((one) => !isStock(one));
  const sinceJanuary = period.start.endsWith('-01-01') ? [] : flows;
  const parts = [
    { kind: 'period', opening: phrases.period, said: flows.flatMap(ofPeriod) },
    { kind: 'end', opening: phrases.end, said: spoken.filter(isStock).flatMap(ofPeriod) },
    {
      kind: 'yearToDate',
      opening: phrases.yearToDate,
      said: sinceJanuary.flatMap((one) => say(one, one.figure.ytd, one.figure.ytdLacks, ['ytdYoy'])),
    },
  ] as const;
  const made: SentencePart[] = [];
  let before: SentencePart | null = null;
  for (const { kind, opening, said: all } of parts) {
    const said = afterTheirWholes(all);
    if (said.length === 0) continue;
    before = part(kind, opening, said, before, frame, style);
    made.push(before);
  }
  return made;
}

/** One part; what the part before it lacks and leaves out alike is not said again. */
function part(
  kind: SentencePart['kind'],
  opening: string,
  said: readonly Said[],
  before: SentencePart | null,
  frame: RegionFrame,
  style: SentenceStyle,
): SentencePart {
  const rates = said.flatMap((one) => one.rates).filter(({ rate }) => rate !== null);
  const common = (key: RateKey) => shared(rates.filter((rate) => rate.kind === key).map((rate) => rate.without));
  const alike = { yoy: common('yoy'), qoq: common('qoq'), ytdYoy: common('ytdYoy') };
  const lacks = shared(said.map((one) => one.lacks));
  const saidBefore = before?.lacks.every((name) => lacks.includes(name)) ? before.lacks : [];
  const notes = rateNotes(alike);
  const lacking = lackingAlike(said);
  const isSaidOnce = (rate: RateToSay) => lacking.some(({ kind: one }) => one === rate.kind);
  return {
    kind,
    opening,
    lacks,
    lacksFurther: without(lacks, saidBefore),
    lacksBefore: saidBefore,
    figures: said.map(({ spoken, value, lacks: own, rates: ownRates }): SaidFigure => {
      const { indicator, figure } = spoken;
      return {
        indicator: indicator.id,
        phrase: frame.phraseOf(indicator),
        part: indicator.parent !== null,
        complete: figure.readable,
        lacks: without(own, lacks),
        prose: style.shorten(value, indicator),
        changes: saidChanges(
          ownRates.filter((rate) => !isSaidOnce(rate)),
          alike,
        ),
      };
    }),
    notes,
    notesAsBefore: notes.length > 0 && JSON.stringify(before?.notes) === JSON.stringify(notes),
    lacking,
  };
}

/** The figures without parts (其中) whose whole is not said before them. */
function afterTheirWholes(said: readonly Said[]): readonly Said[] {
  const ids = new Set<string>();
  return said.filter(({ spoken: { indicator } }) => {
    const isSaid = indicator.parent === null || ids.has(indicator.parent);
    if (isSaid) ids.add(indicator.id);
    return isSaid;
  });
}

/** The rates that several figures all lack for the same reason. */
function lackingAlike(said: readonly Said[]): readonly SaidRate[] {
  const [first, ...others] = said;
  if (first === undefined || others.length === 0) return [];
  return first.rates
    .filter(({ kind, base }) => {
      const isSame = (rate: RateToSay) => rate.kind === kind && rate.base === base;
      return base !== 'given' && others.every((other) => other.rates.some(isSame));
    })
    .map(({ without: _, ...said }) => said);
}

/** What the rates of a part leave out alike, rates that leave out the same together. */
function rateNotes(common: Readonly<Record<RateKey, readonly string[]>>): readonly RateNote[] {
  const notes: { kinds: RateKey[]; without: readonly string[] }[] = [];
  for (const kind of ['yoy', 'qoq', 'ytdYoy'] as const) {
    const names = common[kind];
    if (names.length === 0) continue;
    const known = notes.find((note) => JSON.stringify(note.without) === JSON.stringify(names));
    if (known) known.kinds.push(kind);
    else notes.push({ kinds: [kind], without: names });
  }
  return notes;
}
