import { type Finding, finding } from '../model/finding.ts';
import { filePlace, type Place } from '../model/place.ts';
import type { Stated } from '../model/recognised.ts';
import { findRegion, isWithin, regionIndex, regionOf } from '../scheme/regions.ts';
import type { Region, Scheme } from '../scheme/scheme.ts';
import { matchKey } from '../text/match-key.ts';
import { leadingRegion, readName } from './file-name.ts';
import { grouped } from './grouped.ts';
import type { Source } from './source.ts';

/** Who sent a file. Of sender and unknown sender at most one is given. */
export interface Sender {
  readonly sender: Stated<string> | null;
  /** Name as found of a sender that is no region of the scheme. */
  readonly unknown: string | null;
  readonly findings: readonly Finding[];
}

interface Told {
  readonly region: Region;
  readonly source: Source;
}

/**
 * Decides who sent a file, from texts in the order of their weight.
 *
 * A labelled cover cell says it outright. Names (titles, sheet, file, folders) say it when all that name a region lie
 * on one line, the narrowest being meant; they may be wider than the cover's sender, and a sheet may be narrower
 * (a county's rows in a city's file). Anything else disagrees.
 */
export function decideSender(file: string, hint: string | null, sources: readonly Source[], scheme: Scheme): Sender {
  const index = regionIndex(scheme);
  const hinted = hint === null ? null : regionOf(index, hint);
  if (hinted) {
    const sender = { value: hinted.code, from: 'sources', place: filePlace(file), text: hinted.name } as const;
    return { sender, unknown: null, findings: [] };
  }
  // What stands in instructions may be an example: it is believed when nothing else speaks.
  const firm = sources.some((source) => !source.vague && (source.label === 'bureau' || regionOfName(source, scheme)));
  const believed = firm ? sources.filter(({ vague }) => !vague) : sources;
  const isParted = believed.some((source) => source.part && regionOfName(source, scheme) === null);
  const names = believed.flatMap((source): readonly Told[] => {
    const region = regionOfName(source, scheme);
    return region ? [{ region, source }] : [];
  });
  const cover: Told[] = [];
  const strange: Source[] = [];
  for (const source of believed.filter(({ label }) => label === 'bureau' || label === 'unit')) {
    const name = readName(source.text, scheme);
    const says = name.region && name.wholly ? name.region : null;
    if (says) cover.push({ region: says, source });
    else if (source.label === 'bureau' && !source.vague && readsLikeName(source.text)) strange.push(source);
  }
  const own = withoutSheets(names, believed, scheme);
  return settle(file, cover, strange, isParted ? withoutFirstPart(own, scheme) : own, scheme);
}

/**
 * The names of a file in which some title over rows names a region that nobody knows: what the first title names is a part of
 * the sender as well, where the names of the file and its folders say that it is one.
 */
function withoutFirstPart(names: readonly Told[], scheme: Scheme): readonly Told[] {
  const outer = narrowest(names.filter(isFiled), scheme);
  if (!outer) return names;
  return names.filter(
    (name) =>
      isFiled(name) || name.source.part || isSame(name.region, outer.region) || !agreesInside(name, outer, scheme),
  );
}

/**
 * The names of a file in which some sheets are called after parts of what the file or a folder names, and others by names
 * that say nothing (石龙镇 beside the zone 松山湖): all of them are parts, and none tells the sender.
 */
function withoutSheets(names: readonly Told[], sources: readonly Source[], scheme: Scheme): readonly Told[] {
  const outer = narrowest(names.filter(isFiled), scheme);
  const ofSheets = names.filter(({ source }) => source.from === 'sheet' && !source.part);
  const isParted = sources.some((source) => {
    return source.tabled && regionOfName(source, scheme) === null && !readName(source.text, scheme).wholly;
  });
  if (!outer || !isParted || !ofSheets.every((name) => agreesInside(name, outer, scheme))) return names;
  const sheets = new Set(ofSheets.map(({ source }) => source.place.sheet));
  return names.filter((name) => isFiled(name) || !sheets.has(name.source.place.sheet));
}

function agreesInside({ region }: Told, { region: outer }: Told, scheme: Scheme): boolean {
  return isWithin(regionIndex(scheme), region.code, outer.code);
}

/** The region that a title, sheet, file or folder names; a form's title begins with the province that issued it. */
function regionOfName({ label, text }: Source, scheme: Scheme): Region | null {
  if (label !== null) return null;
  const { region, kinds } = readName(text, scheme);
  return region?.level === 'province' && !kinds.has('bureau') ? null : region;
}

function settle(
  file: string,
  cover: readonly Told[],
  strange: readonly Source[],
  names: readonly Told[],
  scheme: Scheme,
): Sender {
  const [stated] = cover;
  const differ = cover.some(({ region }) => stated && !isSame(region, stated.region));
  // Beside the bureau that fills in stands the one that gathers the returns: the file's name tells which is which.
  const filed = narrowest(names.filter(isFiled), scheme);
  const inner = differ ? narrowest(cover, scheme) : null;
  const isMeant = inner !== null && names.every((name) => name.source.part || agrees(name, inner.region, scheme));
  if (isMeant && filed && isSame(inner.region, filed.region)) return known(inner);
  const whole = differ ? wholeOf(cover, names, scheme) : null;
  if (whole) return known(whole);
  if (stated) {
    const other = [
      ...cover.filter(({ region }) => !isSame(region, stated.region)),
      ...names.filter((name) => !name.source.part && !agrees(name, stated.region, scheme)),
    ];
    return other.length === 0 ? known(stated) : disagree(file, [stated, ...other]);
  }
  const told = narrowest(names, scheme);
  const [stranger] = strange;
  if (stranger) {
    const meant = told && completedBy(told.region, stranger.text, scheme);
    if (told && meant) {
      const isNarrower = isWithin(regionIndex(scheme), meant.code, told.region.code);
      return known(isNarrower ? { region: meant, source: stranger } : told);
    }
    // A bureau whose name holds a word that the scheme lacks: its region and that of the file's name say the same.
    const begins = leadingRegion(stranger.text, scheme);
    if (told && begins && isSame(begins, told.region)) return known(told);
    if (told) return disagree(file, [told], stranger.text);
    const unknown = stranger.text;
    return { sender: null, unknown, findings: [finding('SENDER_UNKNOWN', stranger.place, { name: unknown })] };
  }
  if (told) return known(told);
  if (names.length > 0) return disagree(file, names);
  return { sender: null, unknown: null, findings: [finding('SENDER_NOT_FOUND', filePlace(file), {})] };
}

/**
 * The sender of whom the covers of several sheets name parts, each sheet its own: told by the file's name or folder, or
 * by one of the covers; null when some sheet names something else.
 */
function wholeOf(cover: readonly Told[], names: readonly Told[], scheme: Scheme): Told | null {
  const index = regionIndex(scheme);
  const told = [...cover, ...names];
  const sheets = grouped(
    told.filter((one) => !isFiled(one)),
    ({ source }) => source.place.sheet,
  );
  if (![...sheets.values()].every((own) => narrowest(own, scheme) !== null)) return null;
  const containsAll = ({ region }: Told) =>
    told.every(
      (part) => isSame(part.region, region) || isWithin(index, part.region.code, region.code) || isFiled(part),
    );
  return [...names.filter(isFiled), ...cover].find(containsAll) ?? null;
}

function isFiled({ source }: Told): boolean {
  return source.from === 'fileName' || source.from === 'folder';
}

function known({ region, source: { from, place, text } }: Told): Sender {
  return { sender: { value: region.code, from, place, text }, unknown: null, findings: [] };
}

function disagree(file: string, told: readonly Told[], stranger?: string): Sender {
  const found = [...new Set([...(stranger === undefined ? [] : [stranger]), ...told.map(({ region }) => region.name)])];
  const place: Place = told[0]?.source.place ?? filePlace(file);
  return { sender: null, unknown: null, findings: [finding('SENDER_DISAGREES', place, { found })] };
}

/**
 * What a name without its city (市本级, 市民政局) means beside one that completes it, the city's word said once; null when
 * it means something else, as a city's own level does beside one of its counties.
 */
function completedBy(region: Region, text: string, scheme: Scheme): Region | null {
  const index = regionIndex(scheme);
  const { name } = (region.level === 'self' && regionOf(index, region.parent ?? '')) || region;
  const key = matchKey(text);
  const whole = key.startsWith(name.slice(-1)) ? `${name}${key.slice(1)}` : key;
  const readings = [findRegion(index, key, region.code), findRegion(index, whole, null)];
  const meant = readings.flatMap((match) => (match.kind === 'region' ? [match.region] : []));
  return meant.find((one) => isSame(one, region)) ?? null;
}

/** Whether a name agrees with the sender of the cover: it contains it, is it, or is a part of it as a sheet may be. */
function agrees({ region, source }: Told, sender: Region, scheme: Scheme): boolean {
  const index = regionIndex(scheme);
  if (isSame(region, sender) || isWithin(index, sender.code, region.code)) return true;
  return source.from === 'sheet' && isWithin(index, region.code, sender.code);
}

/** A bureau and its own level (广州市, 广州市本级) are one sender. */
function isSame(a: Region, b: Region): boolean {
  return (
    a.code === b.code || (a.level === 'self' && a.parent === b.code) || (b.level === 'self' && b.parent === a.code)
  );
}

/**
 * The narrowest of regions that contain one another; null when some do not. Sheets that name several parts of what
 * the other names say, by their own names or by the titles in them, are parts, not senders.
 */
function narrowest(names: readonly Told[], scheme: Scheme): Told | null {
  const index = regionIndex(scheme);
  const line = (told: readonly Told[]) =>
    told.find(({ region }) =>
      told.every((outer) => isSame(outer.region, region) || isWithin(index, region.code, outer.region.code)),
    );
  const own = names.filter(({ source }) => !source.part);
  const all = line(own);
  if (own.length < names.length) return aroundParts(all ?? null, names, scheme);
  if (all) return all;
  const outer = line(names.filter(({ source }) => source.from !== 'sheet'));
  if (outer && names.every((name) => agrees(name, outer.region, scheme))) return outer;
  return line(names.filter(isFiled)) ? wholeOf([], names, scheme) : null;
}

/**
 * The sender of a sheet with titles over some of its rows: the narrowest of the other names, if it holds what the titles
 * name; else the one that holds all, the first title among them.
 */
function aroundParts(narrow: Told | null, names: readonly Told[], scheme: Scheme): Told | null {
  const index = regionIndex(scheme);
  const holds = ({ region: outer }: Told, part: Told) =>
    isSame(part.region, outer) || isWithin(index, part.region.code, outer.code);
  const parts = names.filter(({ source }) => source.part);
  if (narrow && parts.every((part) => holds(narrow, part))) return narrow;
  return names.find((one) => !one.source.part && names.every((other) => holds(one, other))) ?? null;
}

/** Whether a text is a name at all: letters, and no placeholder such as XX市. */
function readsLikeName(text: string): boolean {
  const key = matchKey(text);
  return /\p{L}/u.test(key) && !/^[X×_*]{2,}/u.test(key) && key.length <= 60;
}
