import { nearest } from '../scheme/nearest.ts';
import { cityOf, findRegion, isWithin, ownLevelOf, regionOf } from '../scheme/regions.ts';
import type { Region } from '../scheme/scheme.ts';
import { remember } from '../text/remember.ts';
import { type Remark, remark } from './reading.ts';
import {
  namedRegion,
  type RegionColumn,
  type RegionScope,
  type RegionTexts,
  type Suggest,
  type UnknownCounty,
} from './row-region.ts';

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
 * Finds the region of ledger rows: the county, else the own level of the city (or province) named, else that of the
 * table.
 */
export function ledgerRegions(scope: RegionScope): RegionFinder {
  const ownLevel = (region: string) => ownLevelOf(scope.index, region)?.code ?? region;
  return finder(scope, ownLevel, counted(scope.home, null, ownLevel, scope), 'toCity');
}

/**
 * Finds the region of ledger rows by the authority that registered the association; null when its name does not tell
 * one.
 */
export function registrationRegions(scope: RegionScope): (authority: string) => RowRegion | null {
  const ownLevel = (region: string) => ownLevelOf(scope.index, region)?.code ?? region;
  return remember((authority: string) => {
    const match = findRegion(scope.index, authority, scope.home);
    return match.kind === 'region' ? counted(match.region.code, null, ownLevel, scope) : null;
  });
}

/**
 * Finds the region of summary rows: the one named, a city or province standing for its stated total.
 *
 * A row that names none is that of the table when it is its `onlyRow`. A county that its city does not have leaves
 * none: its figures are not those of the city.
 */
export function summaryRegions(scope: RegionScope, onlyRow: boolean): RegionFinder {
  const missing = { region: null, setAside: 'noRegion', remark: remark('REGION_MISSING', {}), column: null } as const;
  const itself = (region: string) => region;
  return finder(scope, itself, onlyRow ? counted(scope.home, null, itself, scope) : missing, 'nowhere');
}

/** A bureau answers for its own area; one of the province may name any region. */
export function counted(
  region: string,
  column: RegionColumn | null,
  countsFor: (region: string) => string,
  { index, sender }: Pick<RegionScope, 'index' | 'sender'>,
): RowRegion {
  if (isWithin(index, region, sender) || cityOf(index, sender) === null) {
    return { region: countsFor(region), setAside: null, remark: null, column };
  }
  const outside = remark('REGION_OUTSIDE_SENDER', { region, sender });
  return { region, setAside: 'outOfArea', remark: outside, column };
}

function finder(
  scope: RegionScope,
  countsFor: (region: string) => string,
  unnamed: RowRegion,
  unknownCounty: UnknownCounty,
): RegionFinder {
  const suggest = suggestions();
  const find = (texts: RegionTexts): RowRegion => {
    const named = namedRegion(texts, scope, unknownCounty, suggest);
    if (named === null) return unnamed;
    const { region, remark: said, column } = named;
    if (region === null) return { region: null, setAside: 'noRegion', remark: said, column };
    const found = counted(isAround(region, scope) ? scope.home : region.code, column, countsFor, scope);
    return found.setAside === null ? { ...found, remark: said } : found;
  };
  const within = remember((city: string) =>
    remember((county: string) => remember((code: string) => find({ city, county, region_code: code }))),
  );
  return ({ city, county, region_code: code }) => within(city)(county)(code);
}

/** A table with more names that nobody knows is not about regions; each suggestion costs a look at all of them. */
const MOST_SUGGESTIONS = 1000;

/** Likest names, for so many texts as a table may get wrong. */
function suggestions(): Suggest {
  let given = 0;
  return (text, names) => (++given > MOST_SUGGESTIONS ? [] : nearest(text, names));
}

/** A county or own level that names its city (an own level of the province: the province) says no more than itself. */
function isAround(region: Region, { index, home }: RegionScope): boolean {
  const own = regionOf(index, home);
  if (own === null || own.level === 'city' || own.level === 'province') return false;
  return region.code === (cityOf(index, home)?.code ?? own.parent);
}
