import { ZERO } from '../decimal/decimal.ts';
import type { BureauReturn } from '../model/bureau-return.ts';
import { EMPTY_TALLY, type Tally } from '../model/tally.ts';
import { type RegionIndex, regionOf } from '../scheme/regions.ts';
import type { Indicator } from '../scheme/scheme.ts';
import { type Holding, type Part, stated } from './holding.ts';

/** What the summary form of a return states for a region: null when it has no row for it or no such column. */
export function summaryPart(from: BureauReturn, region: string, indicator: Indicator): Part | null {
  const cell = from.summary.get(region)?.get(indicator.id)?.cell;
  if (cell === undefined) return null;
  if (cell.state === 'unreadable') return 'unreadable';
  if (from.nil && cell.state === 'nil') return nilPart(indicator);
  return cell.value === null ? 'notReported' : stated(cell.value);
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

function ledgerHolding(tally: Tally): Holding {
  return { ...tally, basis: 'ledger', lacks: [] };
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
