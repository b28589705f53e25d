import { absolute, add, type Decimal, format, roundingAllowance, subtract, ZERO } from '../decimal/decimal.ts';
import { type BureauReturn, cellPlace } from '../model/bureau-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { holdingValue, isHolding, type Part } from '../model/holding.ts';
import { type Comparison, flows } from './comparison.ts';

/**
 * Holds the reported year to date against what is known: it does not fall, and is what the year had before and the
 * period, but for rounding. In the first period of a year it is the period.
 */
export function yearToDateFindings(comparison: Comparison): readonly Finding[] {
  const { returns, bases, scheme, isFirst } = comparison;
  const findings: Finding[] = [];
  for (const from of returns.values()) {
    for (const [region, cells] of from.yearToDate) {
      for (const { id, decimals } of flows(scheme)) {
        const at = cells.get(id);
        const reported = at?.cell.value ?? null;
        const before = isFirst ? ZERO : whole(bases.previous?.yearToDate.get(id)?.get(region));
        if (at === undefined || reported === null || before === null) continue;
        const about = { bureau: from.bureau, region, indicator: id };
        const now = ofPeriod(from, region, id, comparison);
        const known = [reported, before, ...(now === null ? [] : [now])];
        const differs = (sum: Decimal) => 2n * absolute(subtract(reported, sum)) > roundingAllowance(known, decimals);
        if (reported < before && differs(before)) {
          const args = { reported: format(reported), before: format(before) };
          findings.push(finding('YTD_FALLS', cellPlace(at), args, about));
          continue;
        }
        const sum = now === null ? reported : add(before, now);
        if (!differs(sum)) continue;
        const difference = format(absolute(subtract(reported, sum)));
        const args = { reported: format(reported), sum: format(sum), difference };
        findings.push(finding('YTD_DIFFERS', cellPlace(at), args, about));
      }
    }
  }
  return findings;
}

/** What the return tells of the period by itself, not by way of the year to date. */
function ofPeriod(from: BureauReturn, region: string, indicator: string, { parts }: Comparison): Decimal | null {
  const cell = from.summary.get(region)?.get(indicator)?.cell;
  if (cell !== undefined && cell.value !== null) return cell.yearToDate ? null : cell.value;
  const part = parts.value.get(indicator)?.get(region);
  return part !== undefined && isHolding(part) && part.basis === 'ledger' ? whole(part) : null;
}

/** A value of which nothing is missing. */
function whole(part: Part | undefined): Decimal | null {
  if (part === undefined || !isHolding(part) || !part.complete) return null;
  return holdingValue(part);
}
