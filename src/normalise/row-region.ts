import { nearest } from '../scheme/nearest.ts';
import { childrenOf, findRegion, isWithin, type RegionIndex, type RegionMatch, regionOf } from '../scheme/regions.ts';
import type { Region } from '../scheme/scheme.ts';
import { matchKey } from '../text/match-key.ts';
import { withoutNumbering } from '../text/numbering.ts';
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
  /** What the table is about when its rows do not say it: the sender, unless a title names another region. */
  readonly home: string;
  readonly nilMarks: ReadonlySet<string>;
  /** Words that may stand before a region with a colon between: `其中：惠城区`. */
  readonly ofWhich: ReadonlySet<string>;
}

/** Where a row goes whose county its city does not have: to the city, or nowhere. */
export type UnknownCounty = 'toCity' | 'nowhere';

/** Names that look most like a text, of some. */
export type Suggest = (text: string, names: readonly string[]) => readonly string[];

interface LookUp extends RegionScope {
  readonly unknownCounty: UnknownCounty;
  readonly suggest: Suggest;
}

/**
 * The region that city, county and code of a row name; of regions within each other the finest.
 *
 * A county that its city does not have leaves the city (`COUNTY_UNKNOWN`), if the row may go there; cells that
 * contradict each other or name nothing known leave no region (`REGION_UNKNOWN`).
 */
export function namedRegion(
  texts: RegionTexts,
  around: RegionScope,
  unknownCounty: UnknownCounty,
  suggest: Suggest = nearest,
): NamedRegion | null {
  const scope: LookUp = { ...around, unknownCounty, suggest };
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

function lookedUp(column: RegionColumn, texts: RegionTexts, city: Region | null, scope: LookUp): NamedRegion | null {
  const text = withoutOfWhich(withoutNumbering(texts[column]), scope.ofWhich);
  const key = matchKey(text);
  if (key === '' || scope.nilMarks.has(key)) return null;
  const match = regionIn(text, city?.code ?? scope.home, scope);
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
  return unknown(column, scope.suggest(text, names([...scope.index.byCode.values()])));
}

/** A name may have the mark of a footnote behind it, or its own code beside it: `惠城区*`, `441302惠城区`. */
function regionIn(text: string, home: string, { index }: RegionScope): RegionMatch {
  const code = CODE.exec(text)?.[0] ?? '';
  const [own] = code === '' ? [] : matched(findRegion(index, code, home));
  const name = text.replace(CODE, '').replace(AROUND_CODE, '');
  if (own && matched(findRegion(index, name, home)).includes(own)) return { kind: 'region', region: own };
  const match = findRegion(index, text, home);
  return match.kind === 'none' && FOOTNOTE.test(text) ? findRegion(index, text.replace(FOOTNOTE, ''), home) : match;
}

const FOOTNOTE = /[*\uff0a\u2605\u203b\u2460-\u2473]+\s*$/u;
const CODE = /(?<!\d)\d{6}(?:\d{6})?(?!\d)/u;
/** What stood between a code and the name, or around the code. */
const AROUND_CODE = /^[\s\-:：]+|\s*[([（][)\]）]\s*$|[\s\-:：]+$/u;

/** Most texts have no colon, and are not looked into. */
function withoutOfWhich(text: string, ofWhich: ReadonlySet<string>): string {
  const colon = text.search(/[:：]/);
  return colon > 0 && ofWhich.has(matchKey(text.slice(0, colon))) ? text.slice(colon + 1) : text;
}

function matched(match: RegionMatch): readonly Region[] {
  if (match.kind === 'region') return [match.region];
  return match.kind === 'several' ? match.regions : [];
}

/** In a city's own return the city is known even where its column is missing. */
function ownCity({ index, home }: RegionScope): Region | null {
  const region = regionOf(index, home);
  return region?.level === 'city' ? region : null;
}

/** A bureau below the city answers for itself only: there the row cannot go to the city. */
function unknownCounty(column: RegionColumn, city: Region, text: string, scope: LookUp): NamedRegion {
  const candidates = scope.suggest(text, names(childrenOf(scope.index, city.code)));
  const isBelow = scope.sender !== city.code && isWithin(scope.index, scope.sender, city.code);
  if (isBelow || scope.unknownCounty === 'nowhere') return unknown(column, candidates);
  return { region: city, remark: remark('COUNTY_UNKNOWN', { city: city.code, nearest: candidates }), column };
}

function unknown(column: RegionColumn, candidates: readonly string[]): NamedRegion {
  return { region: null, remark: remark('REGION_UNKNOWN', { nearest: candidates }), column };
}

function names(regions: readonly Region[]): readonly string[] {
  return regions.map(({ name }) => name);
}
