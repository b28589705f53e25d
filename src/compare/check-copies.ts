import type { BureauReturn } from '../model/bureau-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { holdingValue, isHolding } from '../model/holding.ts';
import { filePlace } from '../model/place.ts';
import type { Comparison } from './comparison.ts';

/**
 * Doubts returns that say what they said in the period before: of the values that are not zero in one of the two periods
 * so many are the same as `thresholds` say. Stocks stay the same by nature and are left out.
 */
export function copyFindings({ returns, parts, bases, scheme }: Comparison): readonly Finding[] {
  const { samePercent, sameAtLeast = 1 } = scheme.thresholds;
  const { previous } = bases;
  if (samePercent === undefined || previous === null) return [];
  const moving = scheme.indicators.filter(({ kind }) => kind !== 'stock');
  return [...returns.values()].flatMap((from) => {
    let of = 0;
    let same = 0;
    for (const region of regionsOf(from)) {
      for (const { id } of moving) {
        const now = parts.value.get(id)?.get(region);
        const before = previous.value.get(id)?.get(region);
        if (now === undefined || before === undefined || !isHolding(now) || !isHolding(before)) continue;
        const [value, was] = [holdingValue(now), holdingValue(before)];
        if (value === 0n && was === 0n) continue;
        of++;
        if (value === was) same++;
      }
    }
    if (of < sameAtLeast || same * 100 < of * samePercent) return [];
    const place = filePlace(from.files[0]?.file ?? '');
    return [finding('SAME_AS_PREVIOUS', place, { same, of }, { bureau: from.bureau, region: from.bureau })];
  });
}

/** The regions that a return tells something of; a city's total is no further value beside those of its parts. */
function regionsOf({ bureau, summary, ledger }: BureauReturn): readonly string[] {
  const told = [...new Set([...summary.keys(), ...(ledger?.byRegion.keys() ?? [])])];
  const parts = told.filter((region) => region !== bureau);
  return parts.length > 0 ? parts : told;
}
