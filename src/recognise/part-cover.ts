import { isWithin, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Cover, moneyUnitIn, readCover } from './cover.ts';
import { readName } from './file-name.ts';
import { labelKind } from './labels.ts';
import { namedRegion } from './section-title.ts';
import { rowStart, type SheetView, textAt } from './sheet-view.ts';

/** Who fills in, as a cover says behind its label (`填报单位：惠阳区民政局`); null when it does not. */
export function fillerIn({ labelled }: Pick<Cover, 'labelled'>): string | null {
  return labelled.find(({ kind }) => kind === 'bureau')?.text ?? null;
}

const COLON = /[:\uff1a]/;
const AS_COVER = { titlesBefore: 0, isNote: () => false, isSignOff: () => false };

/** What a cover says of the rows below it; null what it does not. */
export interface Caption {
  readonly filler: string | null;
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

/**
 * The region of the rows below a header that stands once more, where its cover names another part than the one before; null when it does not.
 *
 * Only where the first rows stood below such a cover, too: elsewhere it is the foot of the rows above. A title of a region
 * between both says more; the first cover may be printed on each page, whatever titles stand between, and who holds its
 * region may be named beside it.
 */
export function partOfFiller(
  { region, data, ofCover }: Part,
  next: string | null,
  first: string | null,
  titles: readonly string[],
  scheme: Scheme,
): string | null {
  if (next === null || first === null || next === (region ?? first)) return null;
  const isTitled = data === null && region !== null && !titles.includes(region);
  if (isTitled || (next === first && !ofCover)) return null;
  const [of, now] = [first, next].map((name) =>
    namedRegion(name, scheme) === null ? null : readName(name, scheme).region,
  );
  if (!of || !now) return null;
  const isWider = next !== first && isWithin(regionIndex(scheme), of.code, now.code);
  return isWider ? null : next;
}

/** The rows before: the region that a title or cover gives them, and whether some came yet. */
interface Part {
  readonly region: string | null;
  readonly data: unknown;
  readonly ofCover?: true;
}
