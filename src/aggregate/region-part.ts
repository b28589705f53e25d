import type { BureauReturn, FiledCell } from '../model/bureau-return.ts';
import type { NullReason } from '../model/compilation.ts';
import { childrenOf, isWithin, ownLevelOf, type RegionIndex, regionOf } from '../scheme/regions.ts';
import type { Indicator, Region } from '../scheme/scheme.ts';
import { type Holding, holdingValue, isHolding, type Part, together } from './holding.ts';
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

/** Own levels, counties and zones have no parts. */
export function isUnit({ level }: Region): boolean {
  return level === 'self' || level === 'county' || level === 'zone';
}

function unitPart(region: Region, indicator: Indicator, basics: Basics): Part {
  const own = basics.returns.get(region.code);
  if (own !== undefined) return returnPart(own, region, indicator, basics) ?? 'notInForm';
  const upper = upperOf(region, basics);
  const part = upper === null ? null : returnPart(upper, region, indicator, basics);
  if (part !== null) return part;
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

/**
 * The sum of the parts when all are known; else the total stated for the region; else the partial sum.
 *
 * Associations are one number of a bureau: when one return tells a region and all its parts, its total already counts
 * an association that is active in two of them once.
 */
function wholePart(region: Region, indicator: Indicator, basics: Basics, known: KnownParts): Part {
  const total = statedTotal(region, indicator, basics);
  const totalStands = basics.basis === 'summary' && total !== null && total.part !== 'notReported';
  const { holdings, lacks, reasons } = partsOf(region, indicator, basics, known, totalStands);
  if (holdings.length > 0 && lacks.length === 0) {
    const sum = together(holdings, []);
    return totalStands && isOneNumber(region, indicator, total, sum, basics) ? total.part : sum;
  }
  if (total !== null && isHolding(total.part)) return total.part;
  if (holdings.length > 0) return together(holdings, lacks);
  return nullReason(region, total?.part ?? null, reasons, basics);
}

/** What is known of the parts of a region; `lacks` names those that are missing, `reasons` why. */
export interface KnownOfParts {
  readonly holdings: readonly Holding[];
  readonly lacks: readonly string[];
  readonly reasons: readonly NullReason[];
}

/**
 * What is known of the parts of a city or province.
 *
 * `byThemselves`: only from their own returns and summary rows. Behind a stated total, what the same bureau's ledger
 * says of a part is not a second opinion on the sum.
 */
export function partsOf(
  region: Region,
  indicator: Indicator,
  basics: Basics,
  known: KnownParts,
  byThemselves: boolean,
): KnownOfParts {
  const holdings: Holding[] = [];
  const lacks: string[] = [];
  const reasons: NullReason[] = [];
  for (const child of childrenOf(basics.regions, region.code)) {
    const part =
      byThemselves && isUnit(child)
        ? statedPart(child, indicator, basics)
        : regionPart(child, indicator, basics, known);
    if (isHolding(part)) holdings.push(part);
    else if (isRequired(child, region)) {
      lacks.push(child.code);
      reasons.push(part);
    }
  }
  return { holdings, lacks, reasons };
}

/** A total that a summary states for a region, with its cell and the return it stands in. */
export interface StatedTotal {
  readonly part: Part;
  readonly at: FiledCell;
  readonly from: BureauReturn;
}

/** The total stated for a region in its own summary, or in an upper bureau's when it sent none. */
export function statedTotal(region: Region, indicator: Indicator, basics: Basics): StatedTotal | null {
  const from = basics.returns.get(region.code) ?? upperOf(region, basics);
  const at = from?.summary.get(region.code)?.get(indicator.id);
  if (from === null || at === undefined) return null;
  const part = summaryPart(from, region.code, indicator);
  return part === null ? null : { part, at, from };
}

/** Whether no bureau but the one that states a total tells anything of the region. */
export function isAlone(region: Region, from: BureauReturn, { returns, regions }: Basics): boolean {
  return [...returns.keys()].every((code) => code === from.bureau || !isWithin(regions, code, region.code));
}

function isOneNumber(
  region: Region,
  { kind }: Indicator,
  { part, from }: StatedTotal,
  sum: Holding,
  basics: Basics,
): boolean {
  if (kind !== 'distinct' || !isHolding(part) || !isAlone(region, from, basics)) return false;
  return holdingValue(part) <= holdingValue(sum);
}

/** A part known by itself: from its own return or a summary row. */
function statedPart(region: Region, indicator: Indicator, basics: Basics): Part {
  const own = basics.returns.get(region.code);
  if (own !== undefined) return returnPart(own, region, indicator, basics) ?? 'notInForm';
  const upper = upperOf(region, basics);
  return (upper === null ? null : summaryPart(upper, region.code, indicator)) ?? 'notReported';
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

/**
 * The nearest return of a bureau above a region, to which those further up give way. That of the province's own level
 * may name any region too; it speaks for others when the province itself sent nothing.
 */
function upperOf(region: Region, { returns, regions }: Basics): BureauReturn | null {
  let top = region;
  for (let above = parentOf(region, regions); above !== null; above = parentOf(above, regions)) {
    const upper = returns.get(above.code);
    if (upper !== undefined) return upper;
    top = above;
  }
  return returns.get(top.level === 'province' ? (ownLevelOf(regions, top.code)?.code ?? '') : '') ?? null;
}

function parentOf({ parent }: Region, regions: RegionIndex): Region | null {
  return parent === null ? null : regionOf(regions, parent);
}
