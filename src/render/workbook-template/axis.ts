/**
 * Lines (rows or columns) of a template that are repeated together, from 1. Bands lie side by side or within each other.
 *
 * The outermost band of a sheet holds all its lines and has one copy.
 */
export interface Band {
  readonly first: number;
  readonly last: number;
  /** Those within, in their order, none overlapping. */
  readonly bands: readonly Band[];
}

/** One copy of a band: where its lines came to stand. */
export interface Copy {
  readonly band: Band;
  /** Null for the outermost. */
  readonly parent: Copy | null;
  /** The output line of its first line. */
  readonly start: number;
  /** How many output lines it takes. */
  readonly length: number;
  readonly copies: ReadonlyMap<Band, readonly Copy[]>;
}

/** Where a line came to stand; of a line that is gone, where it would. */
export interface Found {
  readonly at: number;
  readonly gone: boolean;
}

/** The output line of the first or last copy of a template line within a copy. */
export function locate(copy: Copy, line: number, edge: 'first' | 'last'): Found {
  let at = copy.start;
  let from = copy.band.first;
  for (const band of copy.band.bands) {
    if (line < band.first) break;
    at += band.first - from;
    const copies = copy.copies.get(band) ?? [];
    const first = copies[0];
    const last = copies.at(-1);
    if (line <= band.last) {
      const inner = edge === 'first' ? first : last;
      return inner ? locate(inner, line, edge) : { at, gone: true };
    }
    if (first && last) at += last.start + last.length - first.start;
    from = band.last + 1;
  }
  return { at: at + line - from, gone: false };
}

/** The innermost copy around `copy` that has the lines. */
export function enclosing(copy: Copy, from: number, to = from): Copy {
  let at = copy;
  while (at.parent && (from < at.band.first || to > at.band.last)) at = at.parent;
  return at;
}

export function outermost(copy: Copy): Copy {
  return copy.parent ? outermost(copy.parent) : copy;
}

/** The innermost band that has all the lines. */
export function bandOf(root: Band, from: number, to: number): Band {
  const inner = root.bands.find(({ first, last }) => first <= from && to <= last);
  return inner ? bandOf(inner, from, to) : root;
}

/** All copies of a band, in their order. */
export function copiesOf(root: Copy, band: Band): readonly Copy[] {
  if (root.band === band) return [root];
  const way = root.band.bands.find(({ first, last }) => first <= band.first && band.last <= last);
  return way ? (root.copies.get(way) ?? []).flatMap((copy) => copiesOf(copy, band)) : [];
}

/** Output lines of a span of template lines in a copy that has them; null when none is left. */
export function spanIn(copy: Copy, from: number, to: number): readonly [number, number] | null {
  const first = locate(copy, from, 'first');
  const last = locate(copy, to, 'last');
  const end = last.gone ? last.at - 1 : last.at;
  return end < first.at ? null : [first.at, end];
}

/** All spans of output lines that a span of template lines came to be, one for each copy, or touching ones `joined`. */
export function spansOf(root: Copy, from: number, to: number, joined: boolean): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const copy of copiesOf(root, bandOf(root.band, from, to))) {
    const span = spanIn(copy, from, to);
    const last = spans.at(-1);
    if (!span) continue;
    if (joined && last && last[1] + 1 === span[0]) last[1] = span[1];
    else spans.push([...span]);
  }
  return spans;
}
