import type { BureauReturn, FiledCell } from '../model/bureau-return.ts';
import type { NullReason } from '../model/compilation.ts';
import { type Holding, holdingValue, isHolding, type Part, type PartsByIndicator, together } from '../model/holding.ts';
import { childrenOf, isWithin, ownLevelOf, type RegionIndex, regionOf } from '../scheme/regions.ts';
import type { Indicator, Region } from '../scheme/scheme.ts';
import { ledgerPart, summaryPart, yearCellPart } from './return-part.ts';

/** What figures are made from. */
export interface Basics {
  readonly returns: ReadonlyMap<string, BureauReturn>;
  readonly regions: RegionIndex;
  /** Which form is believed when both give a value. */
  readonly basis: 'summary' | 'ledger';
  readonly exempt: ReadonlySet<string>;
  /** Region codes of the bureaus that have to report. */
  readonly due: ReadonlySet<string>;
  /** The period is the first of its year. */
  readonly isFirst: boolean;
  /** What is known of the year up to the period before; null in the first period of a year, or when nothing is. */
  readonly before: PartsByIndicator | null;
}

/** What is asked of a region: its value in the period, or since the start of the year. */
export interface Asked extends Basics {
  readonly span: 'period' | 'yearToDate';
  /** What was found for the period itself, when the year to date is asked for. */
  readonly ofPeriod: KnownParts;
}

/**
 * What a region holds of an indicator.
 *
 * Own level, county, zone: its own return, else its rows in the nearest upper bureau's return.
 * City, province: the sum of its parts when all are known; else the total stated for it; else the partial sum.
 */
export function regionPart(region: Region, indicator: Indicator, asked: Asked, known: KnownParts): Part {
  const found = known.get(region.code);
  if (found !== undefined) return found;
  const part = isUnit(region)
    ? yearSoFar(region, indicator, asked, unitPart)
    : wholePart(region, indicator, asked, known);
  known.set(region.code, part);
  return part;
}

/** Parts of one indicator found so far, by region: a city is asked for itself and for its province. */
export type KnownParts = Map<string, Part>;

/** Own levels, counties and zones have no parts. */
export function isUnit({ level }: Region): boolean {
  return level === 'self' || level === 'county' || level === 'zone';
}

function unitPart(region: Region, indicator: Indicator, asked: Asked): Part {
  const own = asked.returns.get(region.code);
  if (own !== undefined) return returnPart(own, region, indicator, asked) ?? 'notInForm';
  const upper = upperOf(region, asked);
  const part = upper === null ? null : returnPart(upper, region, indicator, asked);
  if (part !== null) return part;
  return asked.exempt.has(region.code) ? 'notDue' : 'notReported';
}

/**
 * Summary before ledger, or the other way round; a summary cell that gives no number is replaced by the ledger, an
 * unreadable one is not. The year to date is what the summary says of it, else the year before the period and the period.
 */
function returnPart(from: BureauReturn, region: Region, indicator: Indicator, asked: Asked): Part | null {
  const { regions, basis, before } = asked;
  if (asked.span === 'yearToDate') {
    const told = yearCellPart(from, region.code, indicator);
    if (told !== null) return told;
    const now = returnPart(from, region, indicator, { ...asked, span: 'period' });
    return now === null ? null : sinceStart(region, now, indicator, asked);
  }
  const summary = summaryPart(from, region.code, indicator, before);
  const ledger = ledgerPart(from, region.code, indicator, regions);
  const isGiven = ledger !== null && isHolding(ledger);
  if (basis === 'ledger' && isGiven) return ledger;
  if (summary === null || (isGiven && (summary === 'notReported' || summary === 'notInForm'))) return ledger;
  return summary;
}

/** The year to date before the period and the period itself; associations are never added over periods. */
function sinceStart({ code }: Region, now: Part, indicator: Indicator, { before }: Asked): Part {
  const known = before?.get(indicator.id)?.get(code);
  if (indicator.kind === 'distinct') return 'notInForm';
  if (!isHolding(now)) return now;
  // A column that was not in the form then, or a bureau that was not due, is not unreported.
  return known !== undefined && isHolding(known) ? together([known, now], []) : (known ?? 'notReported');
}

/**
 * The sum of the parts when all are known; else the total stated for the region; else the partial sum.
 *
 * Associations are one number of a bureau: when one return tells a region and all its parts, its total already counts
 * an association that is active in two of them once.
 */
function wholePart(region: Region, indicator: Indicator, asked: Asked, known: KnownParts): Part {
  const total = statedTotal(region, indicator, asked);
  const totalStands = asked.basis === 'summary' && total !== null && total.part !== 'notReported';
  const { holdings, addends, lacks, reasons } = partsOf(region, indicator, asked, known, totalStands);
  const all = lacks.length === 0 ? addends : [];
  const asOne = asked.span === 'yearToDate' ? yearAsOne(region, indicator, all, asked) : null;
  if (asOne !== null) return asOne;
  if (holdings.length > 0 && lacks.length === 0) {
    const sum = together(holdings, [], addends);
    return totalStands && isOneNumber(region, indicator, total, sum, asked) ? total.part : sum;
  }
  if (total !== null && isHolding(total.part)) return total.part;
  // Of associations only a year to date that is told counts: what some parts tell is nobody's number.
  if (asked.span === 'yearToDate' && indicator.kind === 'distinct') return 'notInForm';
  if (holdings.length > 0) return together(holdings, lacks, addends);
  const parts = asked.span === 'period' ? [] : [asked.ofPeriod, asked.before?.get(indicator.id)];
  const since = parts.flatMap((of) => of?.get(region.code) ?? []).find((part) => !isHolding(part));
  return nullReason(region, total?.part ?? since ?? null, reasons, asked);
}

/**
 * The year to date of a region that told one number in some period, which its parts do not add up to: what it says of
 * the year itself, else its own two numbers. Null where it always told its parts, or all of these tell the year themselves.
 */
function yearAsOne(region: Region, indicator: Indicator, parts: readonly string[], asked: Asked): Part | null {
  const before = asked.before?.get(indicator.id)?.get(region.code) ?? 'notReported';
  const now = nowPart(region, indicator, asked);
  if (indicator.kind === 'distinct' || !isHolding(before) || !isHolding(now)) return null;
  const beforeOf = ({ code }: Region) => asked.before?.get(indicator.id)?.get(code) ?? 'notReported';
  const nowOf = (child: Region) => nowPart(child, indicator, asked);
  const children = childrenOf(asked.regions, region.code);
  if (isSumOf(children, before, beforeOf) && isSumOf(children, now, nowOf)) return null;
  const tellsYear = (code: string) => toldYear(code, indicator, asked) !== null;
  if (parts.length > 0 && parts.every(tellsYear)) return null;
  const told = toldYear(region.code, indicator, asked);
  return told !== null && isHolding(told) ? told : together([before, now], []);
}

/** Whether a region was told as the sum of all of its parts of which something is known. */
function isSumOf(children: readonly Region[], { addends }: Holding, partOf: (child: Region) => Part): boolean {
  return addends !== null && children.every((child) => addends.includes(child.code) || !isHolding(partOf(child)));
}

/** The year to date that a summary tells of a region. */
function toldYear(code: string, indicator: Indicator, asked: Asked): Part | null {
  const region = regionOf(asked.regions, code);
  const from = asked.returns.get(code) ?? (region && upperOf(region, asked));
  return from ? yearCellPart(from, code, indicator) : null;
}

/** What is known of the parts of a region; `lacks` names those that are missing, `reasons` why. */
export interface KnownOfParts {
  readonly holdings: readonly Holding[];
  /** Whose holdings these are. */
  readonly addends: readonly string[];
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
  asked: Asked,
  known: KnownParts,
  byThemselves: boolean,
): KnownOfParts {
  const holdings: Holding[] = [];
  const addends: string[] = [];
  const lacks: string[] = [];
  const reasons: NullReason[] = [];
  for (const child of childrenOf(asked.regions, region.code)) {
    const part =
      byThemselves && isUnit(child)
        ? yearSoFar(child, indicator, asked, statedPart)
        : regionPart(child, indicator, asked, known);
    if (isHolding(part)) {
      holdings.push(part);
      addends.push(child.code);
    } else if (isRequired(child, region, indicator, part, asked)) {
      lacks.push(child.code);
      reasons.push(part);
    }
  }
  return { holdings, addends, lacks, reasons };
}

/** A part that is not missed and was silent in some period has the year to date that the others give it. */
function yearSoFar(region: Region, indicator: Indicator, asked: Asked, partOf: typeof unitPart): Part {
  const told = partOf(region, indicator, asked);
  const parent = parentOf(region, asked.regions);
  if (isHolding(told) || asked.span === 'period' || indicator.kind === 'distinct' || parent === null) return told;
  if (isRequired(region, parent, indicator, told, asked)) return told;
  const now = partOf(region, indicator, { ...asked, span: 'period' });
  const known = [asked.before?.get(indicator.id)?.get(region.code) ?? told, now].filter(isHolding);
  return known.length > 0 ? together(known, []) : told;
}

/** What a region holds in the period, when its year to date is asked for. */
function nowPart(region: Region, indicator: Indicator, asked: Asked): Part {
  return regionPart(region, indicator, { ...asked, span: 'period' }, asked.ofPeriod);
}

/** A total that a summary states for a region, with its cell and the return it stands in. */
export interface StatedTotal {
  readonly part: Part;
  readonly at: FiledCell;
  readonly from: BureauReturn;
}

/** The total stated for a region in its own summary, or in an upper bureau's when it sent none. */
export function statedTotal(region: Region, indicator: Indicator, asked: Asked): StatedTotal | null {
  const from = asked.returns.get(region.code) ?? upperOf(region, asked);
  if (from === null) return null;
  const ofYear = from.yearToDate.get(region.code)?.get(indicator.id);
  const ofPeriod = from.summary.get(region.code)?.get(indicator.id);
  const at = asked.span === 'period' ? (ofPeriod ?? ofYear) : (ofYear ?? ofPeriod);
  const part = at === undefined ? null : summarySpan(from, region, indicator, asked);
  return at === undefined || part === null ? null : { part, at, from };
}

/** What a summary alone says of a region over the span that is asked for. */
function summarySpan(from: BureauReturn, region: Region, indicator: Indicator, asked: Asked): Part | null {
  const year = asked.span === 'yearToDate' ? yearCellPart(from, region.code, indicator) : null;
  if (year !== null) return year;
  const now = summaryPart(from, region.code, indicator, asked.before);
  return now === null || asked.span === 'period' ? now : sinceStart(region, now, indicator, asked);
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
function statedPart(region: Region, indicator: Indicator, asked: Asked): Part {
  const own = asked.returns.get(region.code);
  if (own !== undefined) return returnPart(own, region, indicator, asked) ?? 'notInForm';
  const upper = upperOf(region, asked);
  return (upper === null ? null : summarySpan(upper, region, indicator, asked)) ?? 'notReported';
}

/**
 * Zones, and a province's own level, add to a sum but are missed in it only when they have to report, or cannot be read,
 * in the period. In the year to date they are silent only where the sum itself is told, now and before, without lacking them.
 */
function isRequired(child: Region, parent: Region, indicator: Indicator, told: Part, asked: Asked): boolean {
  if (!mayBeSilent(child, parent)) return true;
  const ofYear = asked.span === 'yearToDate';
  const now = ofYear ? nowPart(child, indicator, asked) : told;
  if (now === 'unreadable' || (!isHolding(now) && asked.due.has(child.code))) return true;
  if (!ofYear) return false;
  return [nowPart(parent, indicator, asked), asked.before?.get(indicator.id)?.get(parent.code)].some(
    (sum) => sum === undefined || !isHolding(sum) || sum.lacks.includes(child.code),
  );
}

/** Whether a part adds to the sum of its parent without being missed in it. */
export function mayBeSilent(child: Region, parent: Region): boolean {
  return child.level === 'zone' || (child.level === 'self' && parent.level !== 'city');
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
