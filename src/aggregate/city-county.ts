import { absolute, add, type Decimal, decimalsOf, format, shifted, subtract, whole, ZERO } from '../decimal/decimal.ts';
import { cellPlace } from '../model/bureau-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { type Holding, holdingValue, isHolding, together } from '../model/holding.ts';
import type { Indicator, Region } from '../scheme/scheme.ts';
import { type Asked, isAlone, type KnownParts, partsOf, type StatedTotal, statedTotal } from './region-part.ts';

/**
 * Holds the total stated for a city (or province) against its parts, as far as these are known by themselves.
 *
 * Parts that are missing or doubtful can only show that a total is too small. Associations may be fewer than their
 * parts say, since one may be active in several; never more.
 */
export function cityCountyFindings(
  region: Region,
  indicator: Indicator,
  asked: Asked,
  known: KnownParts,
): readonly Finding[] {
  const total = statedTotal(region, indicator, asked);
  if (total === null || !isHolding(total.part) || isJudged(region, total, asked)) return [];
  const { holdings, lacks } = partsOf(region, indicator, asked, known, true);
  if (holdings.length === 0) return [];
  const parts = together(holdings, lacks);
  const stated = holdingValue(total.part);
  const sum = holdingValue(parts);
  const difference = absolute(subtract(stated, sum));
  if (2n * difference <= allowance([total.part, ...holdings], indicator)) return [];
  if (!mayNotBe(stated < sum ? 'less' : 'more', indicator, parts.complete)) return [];
  const args = { stated: format(stated), sum: format(sum), difference: format(difference), lacks: parts.lacks };
  const about = { bureau: total.from.bureau, region: region.code, indicator: indicator.id };
  return [finding('CITY_COUNTY_DIFFER', cellPlace(total.at), args, about)];
}

/** A total row was held against the rows of its table already; only what other returns say of its parts is new. */
function isJudged(region: Region, { at, from }: StatedTotal, asked: Asked): boolean {
  if (!at.filed.statedTotals.includes(at.cell)) return false;
  return isAlone(region, from, asked) || from.files.filter(({ summary }) => summary.length > 0).length > 1;
}

/** Whether a total may not be less, or more, than the sum of what is known of its parts. */
function mayNotBe(stated: 'less' | 'more', { kind }: Indicator, complete: boolean): boolean {
  return stated === 'less' ? kind !== 'distinct' : complete;
}

/** Twice what rounding explains: half of the last digit of the total and of each part that has decimals. */
function allowance(values: readonly Holding[], { decimals }: Indicator): Decimal {
  const fractions = values.map((one) => decimalsOf(holdingValue(one))).filter((places) => places > 0);
  if (fractions.length === 0) return ZERO;
  const steps = fractions.map((places) => shifted(whole(1), -Math.max(decimals, places)) ?? ZERO);
  return steps.reduce(add, ZERO);
}
