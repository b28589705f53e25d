import type { BureauReturn } from '../model/bureau-return.ts';
import type { NullReason } from '../model/compilation.ts';
import { childrenOf, type RegionIndex, regionOf } from '../scheme/regions.ts';
import type { Indicator, Region } from '../scheme/scheme.ts';
import { type Holding, isHolding, type Part, together } from './holding.ts';
import { ledgerPart, summaryPart } from './return-part.ts';

/** What figures are made from. */
export interface Basics {
  readonly returns: ReadonlyMap<string, BureauReturn>;
  readonly regions: RegionIndex;
  /** Which form is believed when both give a value. */
  readonly basis: 'summary' | 'ledger';
  readonly exempt: ReadonlySet<string>;
}

/**
 * What a region holds of an indicator.
 *
 * Own level, county, zone: its own return, else its rows in the nearest upper bureau's return.
 * City, province: the sum of its parts when all are known; else the total stated for it; else the partial sum.
 */
export function regionPart(region: Region, indicator: Indicator, basics: Basics, known: KnownParts): Part {
  const found = known.get(region.code);
  if (found !== undefined) return found;
  const part = isUnit(region) ? unitPart(region, indicator, basics) : wholePart(region, indicator, basics, known);
  known.set(region.code, part);
  return part;
}

/** Parts of one indicator found so far, by region: a city is asked for itself and for its province. */
export type KnownParts = Map<string, Part>;

function isUnit({ level }: Region): boolean {
  return level === 'self' || level === 'county' || level === 'zone';
}

function unitPart(region: Region, indicator: Indicator, basics: Basics): Part {
  const own = basics.returns.get(region.code);
  if (own !== undefined) return returnPart(own, region, indicator, basics) ?? 'notInForm';
  for (const upper of uppersOf(region, basics)) {
    const part = returnPart(upper, region, indicator, basics);
    if (part !== null) return part;
  }
  return basics.exempt.has(region.code) ? 'notDue' : 'notReported';
}

/** Summary before ledger, or the other way round; a blank summary cell is replaced by the ledger, an unreadable one is not. */
function returnPart(from: BureauReturn, region: Region, indicator: Indicator, { regions, basis }: Basics): Part | null {
  const summary = summaryPart(from, region.code, indicator);
  const ledger = ledgerPart(from, region.code, indicator, regions);
  if (basis === 'ledger' && ledger !== null && isHolding(ledger)) return ledger;
  if (summary === null || (summary === 'notReported' && ledger !== null && isHolding(ledger))) return ledger;
  return summary;
}

/** Behind a stated total, what the same bureau's ledger says of a part is not a second opinion on the sum. */
function wholePart(region: Region, indicator: Indicator, basics: Basics, known: KnownParts): Part {
  const total = statedTotal(region, indicator, basics);
  const totalStands = basics.basis === 'summary' && total !== null && total !== 'notReported';
  const holdings: Holding[] = [];
  const lacks: string[] = [];
  const reasons: NullReason[] = [];
  for (const child of childrenOf(basics.regions, region.code)) {
    const part =
      totalStands && isUnit(child) ? statedPart(child, indicator, basics) : regionPart(child, indicator, basics, known);
    if (isHolding(part)) holdings.push(part);
    else if (isRequired(child, region)) {
      lacks.push(child.code);
      reasons.push(part);
    }
  }
  if (holdings.length > 0 && lacks.length === 0) return together(holdings, []);
  if (total !== null && isHolding(total)) return total;
  if (holdings.length > 0) return together(holdings, lacks);
  return nullReason(region, total, reasons, basics);
}

/** The total stated for a region in its own or an upper bureau's summary. */
function statedTotal(region: Region, indicator: Indicator, basics: Basics): Part | null {
  const own = basics.returns.get(region.code);
  for (const from of [...(own === undefined ? [] : [own]), ...uppersOf(region, basics)]) {
    const part = summaryPart(from, region.code, indicator);
    if (part !== null) return part;
  }
  return null;
}

/** A part known by itself: from its own return or a summary row. */
function statedPart(region: Region, indicator: Indicator, basics: Basics): Part {
  const own = basics.returns.get(region.code);
  if (own !== undefined) return returnPart(own, region, indicator, basics) ?? 'notInForm';
  for (const upper of uppersOf(region, basics)) {
    const part = summaryPart(upper, region.code, indicator);
    if (part !== null) return part;
  }
  return 'notReported';
}

/** Zones, and a province's own level, add to a sum but are not missed in it. */
function isRequired(child: Region, parent: Region): boolean {
  return child.level !== 'zone' && (child.level !== 'self' || parent.level === 'city');
}

function nullReason(region: Region, total: Part | null, reasons: readonly NullReason[], basics: Basics): NullReason {
  if (total !== null && !isHolding(total)) return total;
  const own = basics.returns.get(region.code);
  if (own !== undefined) return own.nil ? 'notReported' : 'notInForm';
  if (basics.exempt.has(region.code)) return 'notDue';
  return reasons.includes('unreadable') ? 'unreadable' : 'notReported';
}

/** Returns of the bureaus above a region, nearest first. */
function uppersOf(region: Region, { returns, regions }: Basics): readonly BureauReturn[] {
  const uppers: BureauReturn[] = [];
  for (let code = region.parent; code !== null; code = regionOf(regions, code)?.parent ?? null) {
    const upper = returns.get(code);
    if (upper !== undefined) uppers.push(upper);
  }
  return uppers;
}
