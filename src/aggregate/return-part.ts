import { subtract, ZERO } from '../decimal/decimal.ts';
import type { BureauReturn } from '../model/bureau-return.ts';
import type { SummaryCell } from '../model/filed-return.ts';
import { type Holding, holdingValue, isHolding, type Part, type PartsByIndicator, stated } from '../model/holding.ts';
import { EMPTY_TALLY, type Tally } from '../model/tally.ts';
import { type RegionIndex, regionOf } from '../scheme/regions.ts';
import type { Indicator } from '../scheme/scheme.ts';

/**
 * What the summary form of a return states for a region in the period: null when it has no row for it or no such column.
 *
 * Where only the year to date is given, the period is what it has grown by since `before`, the year to date of the
 * period before.
 */
export function summaryPart(
  from: BureauReturn,
  region: string,
  indicator: Indicator,
  before: PartsByIndicator | null,
): Part | null {
  const cell = from.summary.get(region)?.get(indicator.id)?.cell;
  const own = cell === undefined ? null : cellPart(from, cell, indicator);
  if (own !== null && own !== 'notReported') return own;
  return grown(from, region, indicator, before) ?? own;
}

/** What the summary form states for a region since the start of the year; null when it says nothing of it. */
export function yearCellPart(from: BureauReturn, region: string, indicator: Indicator): Part | null {
  const cell = from.yearToDate.get(region)?.get(indicator.id)?.cell;
  return cell === undefined || cell.state === 'blank' ? null : cellPart(from, cell, indicator);
}

function cellPart(from: BureauReturn, cell: SummaryCell, indicator: Indicator): Part {
  if (cell.state === 'unreadable') return 'unreadable';
  if (from.nil && cell.state === 'nil') return nilPart(indicator);
  return cell.value === null ? 'notReported' : stated(cell.value);
}

/** A stock as at the end of the year to date is that of the period's end; associations cannot be told from two years to date. */
function grown(from: BureauReturn, region: string, indicator: Indicator, before: PartsByIndicator | null): Part | null {
  const year = yearCellPart(from, region, indicator);
  if (year === null || !isHolding(year) || indicator.kind === 'stock') return year;
  const known = before?.get(indicator.id)?.get(region);
  if (indicator.kind === 'distinct' || known === undefined || !isHolding(known)) return 'notInForm';
  const value = subtract(holdingValue(year), holdingValue(known));
  return value < ZERO || known.lacks.length > 0
    ? 'notInForm'
    : { ...stated(value), complete: known.complete, readable: known.readable };
}

/** What the ledger of a return gives for the rows of one region; null when there is no ledger that covers it. */
export function ledgerPart(
  from: BureauReturn,
  region: string,
  indicator: Indicator,
  regions: RegionIndex,
): Part | null {
  if (from.nil && covers(from.bureau, region, regions)) return nilPart(indicator);
  if (from.ledger === null) return null;
  const tallies = from.ledger.byRegion.get(region);
  if (tallies === undefined && !covers(from.bureau, region, regions)) return null;
  if (from.ledger.cannotGive.has(indicator.id)) return 'notInForm';
  return ledgerHolding(tallies?.get(indicator.id) ?? EMPTY_TALLY);
}

function ledgerHolding({ sum, members, complete }: Tally): Holding {
  return { sum, members, complete, readable: complete, basis: 'ledger', lacks: [], addends: null };
}

/** A nil return says that nothing happened; it says nothing about stocks. */
function nilPart(indicator: Indicator): Part {
  return indicator.kind === 'stock' ? 'notReported' : stated(ZERO);
}

/** Beyond the regions its rows name, a ledger covers its sender and own level, and that of a city its counties. */
function covers(sender: string, region: string, regions: RegionIndex): boolean {
  if (sender === region) return true;
  const at = regionOf(regions, region);
  if (at === null || at.parent !== sender) return false;
  return at.level === 'self' || (at.level === 'county' && regionOf(regions, sender)?.level === 'city');
}
