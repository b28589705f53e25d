import { cityOf, isWithin, ownLevelOf, regionOf } from '../scheme/regions.ts';
import type { Region } from '../scheme/scheme.ts';
import { type Remark, remark } from './reading.ts';
import { remember } from './remember.ts';
import { namedRegion, type RegionColumn, type RegionScope, type RegionTexts } from './row-region.ts';

/** The region a row counts for, or why it does not count. */
export interface RowRegion {
  /** Null when it cannot be told. */
  readonly region: string | null;
  readonly setAside: 'noRegion' | 'outOfArea' | null;
  readonly remark: Remark | null;
  /** The column that the remark is about. */
  readonly column: RegionColumn | null;
}

export type RegionFinder = (texts: RegionTexts) => RowRegion;

/**
 * Finds the region of ledger rows: the county, else the own level of the city (or province) named, else the
 * sender's own.
 */
export function ledgerRegions(scope: RegionScope): RegionFinder {
  return finder(scope, (region) => ownLevelOf(scope.index, region)?.code ?? region, counted(scope.sender));
}

/**
 * Finds the region of summary rows: the one named, a city or province standing for its stated total.
 *
 * A row that names none is the sender's when it is the `onlyRow` of its table.
 */
export function summaryRegions(scope: RegionScope, onlyRow: boolean): RegionFinder {
  const unnamed: RowRegion = { ...NOWHERE, setAside: 'noRegion', remark: remark('REGION_MISSING', {}) };
  return finder(scope, (region) => region, onlyRow ? counted(scope.sender) : unnamed);
}

const NOWHERE: RowRegion = { region: null, setAside: null, remark: null, column: null };

function counted(region: string): RowRegion {
  return { ...NOWHERE, region };
}

function finder(scope: RegionScope, countsFor: (region: string) => string, unnamed: RowRegion): RegionFinder {
  const find = (texts: RegionTexts): RowRegion => {
    const named = namedRegion(texts, scope);
    if (named === null) return unnamed.region === null ? unnamed : counted(countsFor(unnamed.region));
    const { region, remark: said, column } = named;
    if (region === null) return { region: null, setAside: 'noRegion', remark: said, column };
    const meant = isAround(region, scope) ? scope.sender : region.code;
    if (!mayName(meant, scope)) {
      const args = { region: region.code, sender: scope.sender };
      return { region: region.code, setAside: 'outOfArea', remark: remark('REGION_OUTSIDE_SENDER', args), column };
    }
    return { region: countsFor(meant), setAside: null, remark: said, column };
  };
  const within = remember((city: string) =>
    remember((county: string) => remember((code: string) => find({ city, county, region_code: code }))),
  );
  return ({ city, county, region_code: code }) => within(city)(county)(code);
}

/** A county or own level that names its city (an own level of the province: the province) says no more than itself. */
function isAround(region: Region, { index, sender }: RegionScope): boolean {
  const own = regionOf(index, sender);
  if (own === null || own.level === 'city' || own.level === 'province') return false;
  return region.code === (cityOf(index, sender)?.code ?? own.parent);
}

/** A bureau answers for its own area; one of the province may name any region. */
function mayName(region: string, { index, sender }: RegionScope): boolean {
  return isWithin(index, region, sender) || cityOf(index, sender) === null;
}
