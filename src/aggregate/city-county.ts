import { absolute, format, roundingAllowance, subtract } from '../decimal/decimal.ts';
import { cellPlace } from '../model/bureau-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { holdingValue, isHolding, together } from '../model/holding.ts';
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
  const values = [total.part, ...holdings].map(holdingValue);
  if (2n * difference <= roundingAllowance(values, indicator.decimals)) return [];
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
