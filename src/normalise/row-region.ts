import { nearest } from '../scheme/nearest.ts';
import { childrenOf, findRegion, isWithin, type RegionIndex, type RegionMatch, regionOf } from '../scheme/regions.ts';
import type { Region } from '../scheme/scheme.ts';
import { matchKey } from '../text/match-key.ts';
import { type Remark, remark } from './reading.ts';

/** The columns that tell a row's region. */
export type RegionColumn = 'city' | 'county' | 'region_code';
/** Texts of the region columns of a row; empty when blank. */
export type RegionTexts = Readonly<Record<RegionColumn, string>>;

/** The region that the cells of a row name together. */
export interface NamedRegion {
  /** Null when the cells are blank (there is no remark then) or cannot be understood. */
  readonly region: Region | null;
  readonly remark: Remark | null;
  /** The column that says it. */
  readonly column: RegionColumn;
}

/** Where names are looked up: the sender's own surroundings first. */
export interface RegionScope {
  readonly index: RegionIndex;
  readonly sender: string;
  readonly nilMarks: ReadonlySet<string>;
}

/**
 * The region that city, county and code of a row name; of regions within each other the finest.
 *
 * A county that its city does not have leaves the city (`COUNTY_UNKNOWN`); cells that contradict each other or
 * name nothing known leave no region (`REGION_UNKNOWN`).
 */
export function namedRegion(texts: RegionTexts, scope: RegionScope): NamedRegion | null {
  const city = lookedUp('city', texts, null, scope);
  const county = lookedUp('county', texts, city?.region?.level === 'city' ? city.region : null, scope);
  const code = lookedUp('region_code', texts, null, scope);
  return together(code, together(county, city, scope), scope);
}

/** The finer of two; what one of them could not say stays said. */
function together(a: NamedRegion | null, b: NamedRegion | null, { index }: RegionScope): NamedRegion | null {
  if (a === null || b === null) return a ?? b;
  if (a.region === null || b.region === null) return a.region === null ? a : b;
  const aWithin = isWithin(index, a.region.code, b.region.code);
  if (!aWithin && !isWithin(index, b.region.code, a.region.code)) {
    return unknown(a.column, [a.region.name, b.region.name]);
  }
  if (a.remark !== null || b.remark !== null) return a.remark === null ? b : a;
  return aWithin ? a : b;
}

function lookedUp(
  column: RegionColumn,
  texts: RegionTexts,
  city: Region | null,
  scope: RegionScope,
): NamedRegion | null {
  const text = texts[column];
  const key = matchKey(text);
  if (key === '' || scope.nilMarks.has(key)) return null;
  const match = findRegion(scope.index, text, city?.code ?? scope.sender);
  const regions = matched(match).filter((region) => city === null || isWithin(scope.index, region.code, city.code));
  const [region, ...others] = regions;
  if (region !== undefined && others.length === 0) return { region, remark: null, column };
  if (match.kind === 'unknownCounty') {
    const rest = city === null || city === match.city ? match.rest : '';
    return unknownCounty(column, city ?? match.city, rest, scope);
  }
  if (match.kind !== 'none')
    return city === null ? unknown(column, names(regions)) : unknownCounty(column, city, text, scope);
  const around = city ?? (column === 'county' ? ownCity(scope) : null);
  if (around !== null) return unknownCounty(column, around, text, scope);
  return unknown(column, nearest(text, names([...scope.index.byCode.values()])));
}

function matched(match: RegionMatch): readonly Region[] {
  if (match.kind === 'region') return [match.region];
  return match.kind === 'several' ? match.regions : [];
}

/** In a city's own return the city is known even where its column is missing. */
function ownCity({ index, sender }: RegionScope): Region | null {
  const region = regionOf(index, sender);
  return region?.level === 'city' ? region : null;
}

/** A bureau below the city answers for itself only: there the row cannot go to the city. */
function unknownCounty(column: RegionColumn, city: Region, text: string, scope: RegionScope): NamedRegion {
  const candidates = nearest(text, names(childrenOf(scope.index, city.code)));
  const isBelow = scope.sender !== city.code && isWithin(scope.index, scope.sender, city.code);
  if (isBelow) return unknown(column, candidates);
  return { region: city, remark: remark('COUNTY_UNKNOWN', { city: city.code, nearest: candidates }), column };
}

function unknown(column: RegionColumn, candidates: readonly string[]): NamedRegion {
  return { region: null, remark: remark('REGION_UNKNOWN', { nearest: candidates }), column };
}

function names(regions: readonly Region[]): readonly string[] {
  return regions.map(({ name }) => name);
}
