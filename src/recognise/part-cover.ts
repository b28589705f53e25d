import { isWithin, regionIndex } from '../scheme/regions.ts';
import type { Region, Scheme } from '../scheme/scheme.ts';
import { type Cover, moneyUnitIn, readCover } from './cover.ts';
import { readName } from './file-name.ts';
import { labelKind } from './labels.ts';
import { endingsOf, namesUnknownRegion } from './parallel-title.ts';
import { namedRegion } from './section-title.ts';
import { rowStart, type SheetView, textAt } from './sheet-view.ts';
import type { TitlePlace } from './title-place.ts';

/** Who fills in, as a cover says behind its label (`填报单位：惠阳区民政局`), with its place; null when it does not. */
export function fillerIn({ labelled }: Pick<Cover, 'labelled'>): TitlePlace | null {
  return labelled.find(({ kind }) => kind === 'bureau') ?? null;
}

const COLON = /[:\uff1a]/;
const AS_COVER = { titlesBefore: 0, isNote: () => false, isSignOff: () => false };

/** What a cover says of the rows below it; null what it does not. */
export interface Caption {
  readonly filler: TitlePlace | null;
  /** The unit of their amounts. */
  readonly unit: string | null;
}

export const NO_CAPTION: Caption = { filler: null, unit: null };

/** What a row between those of data says of the rows below it, behind labels with a colon; a unit only in a cell of its own. */
export function captionIn(view: SheetView, index: number, scheme: Scheme): Caption {
  let hasLabel = false;
  let unit: string | null = null;
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    const [label = '', value] = textAt(view, at).split(COLON, 2);
    if (value === undefined) continue;
    hasLabel = true;
    if (labelKind(label.trim(), scheme) === 'unit') unit ??= moneyUnitIn(value, scheme);
  }
  return hasLabel ? { filler: fillerIn(readCover(view, [index], AS_COVER, scheme)), unit } : NO_CAPTION;
}

/** What a cover or title says of whose its rows are. */
export interface PartName {
  /** Its text, by which the region is found; null for those of the whole. */
  readonly region: string | null;
  /** The same with its place, when nobody knows the region. */
  readonly unknown: TitlePlace | null;
}

/**
 * Whose the rows below a header are that stands once more, where its cover names another part than the one before; null when it does not.
 *
 * Only where the first rows stood below such a cover, too: elsewhere it is the foot of the rows above. A title of a region
 * between both says more; the first cover may be printed on each page, whatever titles stand between, until another one
 * has parted the rows; and who holds its region may be named beside it. A name that nobody knows is a part once two
 * others were.
 */
export function partOfCover(
  { region, data }: Part,
  next: TitlePlace | null,
  { first, last, titles }: Covers,
  scheme: Scheme,
): PartName | null {
  if (next === null || first === null || next.text === (region ?? first.text)) return null;
  const isTitled = data === null && region !== null && region !== last.region && !titles.includes(region);
  if (isTitled || (next.text === first.text && last.region === null)) return null;
  const [of, now] = [first, next].map(({ text }) => bureauRegion(text, scheme));
  if (!of) return null;
  if (!now) return last.region !== null && isLike(next, first, scheme) ? { region: next.text, unknown: next } : null;
  const isWider = next.text !== first.text && isWithin(regionIndex(scheme), of.code, now.code);
  return isWider ? null : { region: next.text, unknown: null };
}

/** The covers above a table and between its rows. */
interface Covers {
  /** That of the first rows. */
  readonly first: TitlePlace | null;
  /** What the last one that parted the rows says. */
  readonly last: PartName;
  /** Of the table itself. */
  readonly titles: readonly string[];
}

/** The region that a bureau's name tells; null when none does. */
function bureauRegion(name: string, scheme: Scheme): Region | null {
  return namedRegion(name, scheme) === null ? null : readName(name, scheme).region;
}

/** Whether a name is made as that of a county, and nobody knows its own. */
function isLike({ text }: TitlePlace, other: TitlePlace, scheme: Scheme): boolean {
  return namesUnknownRegion(text, endingsOf([other.text], scheme), scheme);
}

/** The rows before: the region that a title or cover gives them, and whether some came yet. */
interface Part {
  readonly region: string | null;
  readonly data: unknown;
}
