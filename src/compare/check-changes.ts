import { absolute, type Decimal, format, percentChange, quotient, subtract, whole, ZERO } from '../decimal/decimal.ts';
import { type Finding, finding } from '../model/finding.ts';
import { holdingValue } from '../model/holding.ts';
import type { Place } from '../model/place.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { comparableFinder } from './comparable.ts';
import type { Comparison } from './comparison.ts';
import { placeOf } from './place-of.ts';

const BASES = ['previous', 'yearAgo'] as const;

/**
 * Doubts values that have changed by much: so many times as much as in the period before or a year ago that the unit may
 * be wrong; or, against both as far as they are known, by the percentage and the number that `thresholds` set. What comes
 * back every year is no reason to ask. A bureau is judged by its own region, over the parts that have a value in both
 * periods; one finding a value.
 */
export function changeFindings(comparison: Comparison): readonly Finding[] {
  const { parts, bases, returns, scheme } = comparison;
  return scheme.indicators.flatMap((indicator) => {
    const now = parts.value.get(indicator.id) ?? new Map();
    const finders = BASES.flatMap((base) => {
      const of = bases[base]?.value.get(indicator.id);
      return of === undefined ? [] : [{ base, find: comparableFinder(now, of) }];
    });
    return [...returns.values()].flatMap((from) => {
      const changes = finders.flatMap(({ base, find }): readonly Change[] => {
        const { both } = find(from.bureau);
        return both === null ? [] : [{ value: holdingValue(both.now), was: holdingValue(both.base), base }];
      });
      const doubt = doubtful(changes, scheme.thresholds);
      if (doubt === null) return [];
      const about = { bureau: from.bureau, region: from.bureau, indicator: indicator.id };
      return [doubt(placeOf(from, from.bureau, indicator.id), about)];
    });
  });
}

interface Change {
  readonly value: Decimal;
  readonly was: Decimal;
  readonly base: (typeof BASES)[number];
}

type Doubt = (place: Place, about: { bureau: string; region: string; indicator: string }) => Finding;

function doubtful(changes: readonly Change[], thresholds: Scheme['thresholds']): Doubt | null {
  const { ratioToPrevious, changePercent, changeAtLeast = 0 } = thresholds;
  for (const { value, was, base } of changes) {
    if (ratioToPrevious === undefined || was <= ZERO || value < was * BigInt(ratioToPrevious)) continue;
    const args = { value: format(value), was: format(was), base, times: format(quotient(value, was, 0)) };
    return (place, about) => finding('RATIO_LARGE', place, args, about);
  }
  const [first] = changes;
  if (changePercent === undefined || first === undefined) return null;
  const isLarge = changes.every(({ value, was }) => {
    const difference = absolute(subtract(value, was));
    if (difference === ZERO || difference < whole(changeAtLeast)) return false;
    return difference * 100n >= absolute(was) * BigInt(changePercent);
  });
  if (!isLarge) return null;
  const { value, was, base } = first;
  const percent = percentChange(value, was);
  const args = { value: format(value), was: format(was), base, percent: percent && format(percent) };
  return (place, about) => finding('CHANGE_LARGE', place, args, about);
}
