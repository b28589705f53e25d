import { compatible } from '../text/compatible.ts';
import { matchKey } from '../text/match-key.ts';
import { findOwnLevel } from './own-level.ts';
import { type NameTable, type RegionIndex, regionKey } from './region-index.ts';
import type { Region } from './scheme.ts';

export { type RegionIndex, regionIndex } from './region-index.ts';

/** What a text says about a region. */
export type RegionMatch =
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'several'; readonly regions: readonly Region[] }
  /** A known city with something behind it that is none of its counties. */
  | { readonly kind: 'unknownCounty'; readonly city: Region; readonly rest: string }
  | { readonly kind: 'none' };

const NONE: RegionMatch = { kind: 'none' };
/** No name of a region with its city and province is as long; what is longer is prose. */
const LONGEST = 60;

export function regionOf(index: RegionIndex, code: string): Region | null {
  return index.byCode.get(code) ?? null;
}

/** Own level first, then counties in table order, then zones; of the province its own level and the cities. */
export function childrenOf(index: RegionIndex, code: string): readonly Region[] {
  return index.children.get(code) ?? [];
}

/** The city of a county, zone or own level; a city itself; null for the province and its own level. */
export function cityOf(index: RegionIndex, code: string): Region | null {
  for (let region = regionOf(index, code); region; region = parentOf(index, region)) {
    if (region.level === 'city') return region;
  }
  return null;
}

/** Whether `code` is `area` or lies below it. */
export function isWithin(index: RegionIndex, code: string, area: string): boolean {
  for (let region = regionOf(index, code); region; region = parentOf(index, region)) {
    if (region.code === area) return true;
  }
  return false;
}

/** The own level (市本级, 省本级) of a city or the province; null for others. */
export function ownLevelOf(index: RegionIndex, code: string): Region | null {
  return childrenOf(index, code).find(({ level }) => level === 'self') ?? null;
}

function parentOf(index: RegionIndex, region: Region): Region | null {
  return region.parent === null ? null : regionOf(index, region.parent);
}

/**
 * The region that a whole text names, within the area of a sender (`within`: region code, or null).
 *
 * Understood are codes (6 and 12 digits, keys of own levels and zones), full and short names, aliases, former names and
 * codes, own levels, and any of them behind its city, with or without the province. Names of the sender's city come
 * first. Whole texts are compared, never parts of them.
 */
export function findRegion(index: RegionIndex, text: string, within: string | null): RegionMatch {
  if (text.length > LONGEST) return NONE;
  const coded = byCode(index, matchKey(text));
  if (coded) return coded;
  const key = regionKey(text);
  if (key === '') return NONE;
  const regions = regionsNamed(index, key, within);
  if (regions.length > 0) return matchOf(regions);
  const named = (name: string): readonly Region[] => regionsNamed(index, name, within);
  // 惠州市民政局（市直）
  const orBureau = (name: string): readonly Region[] => {
    const regions = named(name);
    return regions.length > 0 ? regions : (withoutBureau(index, name, named) ?? []);
  };
  const own = findOwnLevel(index, key, within, orBureau);
  if (own) return { kind: 'region', region: own };
  const bureau = withoutBureau(index, key, named);
  return bureau ? matchOf(bureau) : unknownCounty(index, text);
}

function matchOf(regions: readonly Region[]): RegionMatch {
  const [region, ...others] = regions;
  if (!region) return NONE;
  return others.length === 0 ? { kind: 'region', region } : { kind: 'several', regions };
}

function byCode(index: RegionIndex, key: string): RegionMatch | null {
  const region = regionOf(index, key.toLowerCase());
  if (region) return matchOf([region]);
  if (!/^\d{6}(?:\d{6})?$/.test(key)) return null;
  const code = key.slice(0, 6);
  const present = regionOf(index, code);
  return matchOf(present ? [present] : (index.formerCodes.get(code) ?? []));
}

function regionsNamed(index: RegionIndex, key: string, within: string | null): readonly Region[] {
  const city = within === null ? null : cityOf(index, within);
  const local = city === null ? null : namesIn(index.cityNames.get(city.code), key);
  return local ?? namesIn(index.names, key) ?? composed(index, key) ?? withoutProvince(index, key) ?? [];
}

function namesIn(table: NameTable | undefined, key: string): readonly Region[] | null {
  return table?.current.get(key) ?? table?.former.get(key) ?? null;
}

/** A city's name with the name of one of its counties or zones behind it. */
function composed(index: RegionIndex, key: string): readonly Region[] | null {
  for (let at = key.length - 1; at > 0; at--) {
    const city = index.cities.get(key.slice(0, at));
    if (!city) continue;
    const regions = namesIn(index.cityNames.get(city.code), key.slice(at));
    if (regions) return regions;
  }
  return null;
}

/** The region of a bureau (`惠城区民政局`): a region's name with one of the scheme's suffixes behind it. */
function withoutBureau(
  index: RegionIndex,
  key: string,
  named: (name: string) => readonly Region[],
): readonly Region[] | null {
  for (const suffix of index.bureauSuffixes) {
    if (!key.endsWith(suffix)) continue;
    const regions = named(key.slice(0, -suffix.length));
    if (regions.length > 0) return regions;
  }
  return null;
}

/** What stands behind the province's name: a region of it, alone or behind its city. */
function withoutProvince(index: RegionIndex, key: string): readonly Region[] | null {
  for (const name of provinceNames(index)) {
    if (!key.startsWith(name)) continue;
    const rest = key.slice(name.length);
    const regions = namesIn(index.names, rest) ?? composed(index, rest);
    if (regions) return regions;
  }
  return null;
}

function provinceNames(index: RegionIndex): readonly string[] {
  return index.province ? [regionKey(index.province.name), regionKey(index.province.shortName)] : [];
}

const GAP = /[\s·・•‧∙\-‐‑‒–—―/\\>|_,、;()[\]]+/u;

/**
 * A city in its full name, or set apart from what follows (`惠州 惠区`), with an unknown rest: the city is certain.
 * When the rest is a region elsewhere (`广州市南山区`, `广州市、深圳市`), either may be meant.
 */
function unknownCounty(index: RegionIndex, text: string): RegionMatch {
  const parts = compatible(text).split(GAP).map(regionKey);
  const [first = '', ...others] = parts.filter((part) => part !== '');
  const province = provinceNames(index).find((name) => first.startsWith(name)) ?? '';
  const [head = '', ...behind] = [first.slice(province.length), ...others].filter((part) => part !== '');
  const found = cityAtHead(index, head);
  if (!found) return NONE;
  const rest = [found.rest, ...behind].join('');
  const elsewhere = regionsNamed(index, rest.replace(/^\p{P}+/u, ''), null);
  if (elsewhere.length > 0) return { kind: 'several', regions: [found.city, ...elsewhere] };
  return { kind: 'unknownCounty', city: found.city, rest };
}

function cityAtHead(index: RegionIndex, head: string): { readonly city: Region; readonly rest: string } | null {
  const whole = index.cities.get(head);
  if (whole) return { city: whole, rest: '' };
  for (let at = head.length - 1; at > 0; at--) {
    const city = index.cities.get(head.slice(0, at));
    if (city && regionKey(city.name).length === at) return { city, rest: head.slice(at) };
  }
  return null;
}
