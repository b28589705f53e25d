import { add, type Decimal, format, subtract, whole } from '../decimal/decimal.ts';
import { type Finding, finding } from '../model/finding.ts';
import { holdingValue, isHolding } from '../model/holding.ts';
import { regionIndex, regionOf } from '../scheme/regions.ts';
import type { Comparison } from './comparison.ts';
import { placeOf } from './place-of.ts';

/**
 * Doubts values far above those of a bureau's peers: the bureaus due with it that share its grouping and upper region.
 *
 * Far above is more than `outlierSpread` times the distance of the quartiles above the upper one (Tukey), among at
 * least `outlierBureaus` values, and by `changeAtLeast` or more.
 */
export function outlierFindings({ returns, roster, parts, scheme }: Comparison): readonly Finding[] {
  const { outlierSpread, outlierBureaus = 4, changeAtLeast = 0 } = scheme.thresholds;
  if (outlierSpread === undefined) return [];
  const groups = peers(roster, scheme).filter((group) => group.length >= outlierBureaus);
  const findings: Finding[] = [];
  for (const { id } of scheme.indicators) {
    for (const group of groups) {
      const values = group.flatMap((bureau) => {
        const part = parts.value.get(id)?.get(bureau);
        return part !== undefined && isHolding(part) ? [{ bureau, value: holdingValue(part) }] : [];
      });
      if (values.length < outlierBureaus) continue;
      const sorted = values.map(({ value }) => value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const upper = quartile(sorted, 3);
      const spread = subtract(upper, quartile(sorted, 1));
      const bound = add(upper, (spread * BigInt(outlierSpread)) as Decimal);
      for (const { bureau, value } of values) {
        const from = returns.get(bureau);
        if (from === undefined || value <= bound || subtract(value, bound) < whole(changeAtLeast)) continue;
        const args = { value: format(value), bound: format(bound), bureaus: values.length };
        const about = { bureau, region: bureau, indicator: id };
        findings.push(finding('OUTLIER', placeOf(from, bureau, id), args, about));
      }
    }
  }
  return findings;
}

function peers(roster: readonly string[], scheme: Comparison['scheme']): readonly (readonly string[])[] {
  const index = regionIndex(scheme);
  const groups = new Map<string, string[]>();
  for (const bureau of roster) {
    const region = regionOf(index, bureau);
    const key = JSON.stringify([region?.level, region?.parent, region?.grouping]);
    groups.set(key, [...(groups.get(key) ?? []), bureau]);
  }
  return [...groups.values()];
}

/** The first or third quartile of sorted values, exactly: on the line between the two nearest (type 7 of Hyndman and Fan). */
function quartile(sorted: readonly Decimal[], number: 1 | 3): Decimal {
  const place = (sorted.length - 1) * number;
  const low = sorted[Math.floor(place / 4)] ?? (0n as Decimal);
  const high = sorted[Math.ceil(place / 4)] ?? low;
  return (low + ((high - low) * BigInt(place % 4)) / 4n) as Decimal;
}
