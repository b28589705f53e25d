import { matchKey } from '../text/match-key.ts';
import { perScheme } from './per-scheme.ts';
import type { FormerRegion, Region, Scheme, SchemeWords } from './scheme.ts';

/** Everything by which regions are found; read it through the functions of `regions.ts`. */
export interface RegionIndex {
  readonly province: Region | null;
  readonly byCode: ReadonlyMap<string, Region>;
  readonly children: ReadonlyMap<string, readonly Region[]>;
  /** Names that hold in the whole province. */
  readonly names: NameTable;
  /** Names that hold within a city, by the city's code. */
  readonly cityNames: ReadonlyMap<string, NameTable>;
  /** Cities by the keys of their full and short names. */
  readonly cities: ReadonlyMap<string, Region>;
  readonly formerCodes: ReadonlyMap<string, readonly Region[]>;
  /** 市本级, 省直 …, longest first, and the sets by level. */
  readonly ownWords: readonly string[];
  readonly ownLevel: OwnLevelKeys;
  /** 民政局 …, longest first. */
  readonly bureauSuffixes: readonly string[];
}

/** Words of own levels by region key, since they are looked for within region keys. */
type OwnLevelKeys = { readonly [K in keyof SchemeWords['ownLevel']]: ReadonlySet<string> };

/** Regions by the key of a name; what is in force comes before what was renamed. */
export interface NameTable {
  readonly current: ReadonlyMap<string, readonly Region[]>;
  readonly former: ReadonlyMap<string, readonly Region[]>;
}

type Names = Map<string, Region[]>;

const SEPARATORS = /[·・•‧∙\-‐‑‒–—―/\\>|_,、;()[\]]/gu;

/** The key of a region's name: its match key without what people put between city and county. */
export function regionKey(text: string): string {
  return matchKey(text).replace(SEPARATORS, '');
}

/** The index of a scheme's regions, built once. */
export const regionIndex: (scheme: Scheme) => RegionIndex = perScheme((scheme) => {
  const byCode = new Map(scheme.regions.map((region) => [region.code, region]));
  const province = scheme.regions.find(({ level }) => level === 'province') ?? null;
  const cities = scheme.regions.filter(({ level }) => level === 'city');
  const children = childrenByParent(scheme.regions);
  const ownLevel = ownLevelKeys(scheme.words.ownLevel);
  return {
    province,
    byCode,
    children,
    names: provinceNames(scheme, byCode),
    cityNames: new Map(cities.map((city) => [city.code, namesWithin(city, children, scheme, byCode)])),
    cities: new Map(cities.flatMap((city) => fullAndShort(city).map((key) => [key, city]))),
    formerCodes: new Map(scheme.formerRegions.map((former) => [former.code, presentRegions(former, byCode)])),
    ownWords: longestFirst([...ownLevel.province, ...ownLevel.city, ...ownLevel.county]),
    ownLevel,
    bureauSuffixes: longestFirst(scheme.words.bureauSuffixes.map(regionKey)),
  };
});

function ownLevelKeys(words: SchemeWords['ownLevel']): OwnLevelKeys {
  const keys = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(regionKey));
  return { province: keys(words.province), city: keys(words.city), county: keys(words.county) };
}

function childrenByParent(regions: readonly Region[]): ReadonlyMap<string, readonly Region[]> {
  const children = new Map<string, Region[]>();
  for (const region of regions) {
    if (region.parent === null) continue;
    const siblings = children.get(region.parent);
    if (siblings) siblings.push(region);
    else children.set(region.parent, [region]);
  }
  return children;
}

function provinceNames(scheme: Scheme, byCode: ReadonlyMap<string, Region>): NameTable {
  const current: Names = new Map();
  const former: Names = new Map();
  for (const region of scheme.regions) {
    if (region.level !== 'self') for (const key of allNames(region)) addName(current, key, [region]);
  }
  for (const one of scheme.formerRegions) addName(former, regionKey(one.name), presentRegions(one, byCode));
  return { current, former };
}

/** Names of a city, its counties and zones; a name that begins with the city's may drop it (`湛江经开区`: `经开区`). */
function namesWithin(
  city: Region,
  children: ReadonlyMap<string, readonly Region[]>,
  scheme: Scheme,
  byCode: ReadonlyMap<string, Region>,
): NameTable {
  const current: Names = new Map();
  const former: Names = new Map();
  const prefixes = fullAndShort(city);
  for (const region of [city, ...(children.get(city.code) ?? [])]) {
    if (region.level === 'self') continue;
    for (const key of allNames(region)) addName(current, key, [region]);
    if (region === city) continue;
    for (const key of allNames(region)) {
      const prefix = prefixes.find((name) => key.startsWith(name) && key !== name);
      if (prefix !== undefined) addName(current, key.slice(prefix.length), [region]);
    }
  }
  for (const one of scheme.formerRegions) {
    if (!prefixes.includes(regionKey(one.parentName))) continue;
    addName(former, regionKey(one.name), presentRegions(one, byCode));
  }
  return { current, former };
}

function allNames(region: Region): readonly string[] {
  return [...new Set([region.name, region.shortName, ...region.aliases].map(regionKey))];
}

function fullAndShort(region: Region): readonly string[] {
  return longestFirst([regionKey(region.name), regionKey(region.shortName)]);
}

/** So that a beginning or an end is taken off whole. */
function longestFirst(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].sort((a, b) => b.length - a.length);
}

function addName(names: Names, key: string, regions: readonly Region[]): void {
  const known = names.get(key) ?? [];
  names.set(key, [...known, ...regions.filter((region) => !known.includes(region))]);
}

/**
 * What a former region is today. Of several successors the one that kept the name is meant (增城市 became 增城区,
 * a part of it went to 黄埔区); when none did, all are given.
 */
function presentRegions(former: FormerRegion, byCode: ReadonlyMap<string, Region>): readonly Region[] {
  const successors = former.successors.flatMap((code) => byCode.get(code) ?? []);
  const name = regionKey(former.name);
  const namesakes = successors.filter(({ shortName }) => {
    const short = regionKey(shortName);
    return short === name || short === name.slice(0, -1);
  });
  return namesakes.length === 1 ? namesakes : successors;
}
