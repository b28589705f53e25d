import type { Decimal } from '../decimal/decimal.ts';
import type { ComparedFigure } from '../model/compilation.ts';
import { numberOrNull } from './figure-index.ts';
import { without } from './gaps.ts';
import type { RateKey, SaidChange, SaidRate } from './views.ts';

/** A figure's rate before it is said, with what it leaves out. */
export interface RateToSay extends SaidRate {
  readonly without: readonly string[];
}

/** A rate of a figure with its base; `names` names regions. */
export function rateToSay(
  kind: RateKey,
  figure: ComparedFigure,
  names: (regions: readonly string[]) => readonly string[],
): RateToSay {
  const bases = { qoq: figure.previous, yoy: figure.yearAgo, ytdYoy: figure.ytdYearAgo };
  const rate = figure[kind];
  const base = bases[kind];
  const value = kind === 'ytdYoy' ? figure.ytd : figure.value;
  const without = rate === null ? [] : figure.comparedWithout[kind];
  return {
    kind,
    rate: numberOrNull(rate),
    equal: without.length === 0 && value === base,
    base: baseOf(rate, base),
    without: names(without),
  };
}

/** Why there is no rate; `given` when there is one. */
function baseOf(rate: Decimal | null, base: Decimal | null): SaidRate['base'] {
  if (rate !== null) return 'given';
  if (base === null) return 'missing';
  return base === 0n ? 'zero' : 'notComparable';
}

/**
 * Rates one after the other, those that leave out the same regions beyond the common ones together; at the end, what there
 * is no rate of.
 */
export function saidChanges(
  rates: readonly RateToSay[],
  common: Readonly<Record<RateKey, readonly string[]>>,
): readonly SaidChange[] {
  const changes: { compared: boolean; rates: SaidRate[]; without: readonly string[]; further: boolean }[] = [];
  for (const { without: left, ...said } of rates.filter((one) => one.rate !== null)) {
    const beyond = without(left, common[said.kind]);
    const further = common[said.kind].length > 0;
    const last = changes.at(-1);
    const joins = last !== undefined && beyond.length > 0 && last.further === further && same(last.without, beyond);
    if (joins) last.rates.push(said);
    else changes.push({ compared: true, rates: [said], without: beyond, further });
  }
  const lacking = rates.filter(({ rate }) => rate === null).map(({ without: _, ...said }) => said);
  return lacking.length === 0
    ? changes
    : [...changes, { compared: false, rates: lacking, without: [], further: false }];
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
