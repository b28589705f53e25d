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

/** The output line of the first copy of a template line within a copy. */
export function locate(copy: Copy, line: number): Found {
  let at = copy.start;
  let from = copy.band.first;
  for (const band of copy.band.bands) {
    if (line < band.first) break;
    at += band.first - from;
    const copies = copy.copies.get(band) ?? [];
    if (line <= band.last) {
      const found = edgeOf(copy, line, line, 'first');
      return found === null ? { at, gone: true } : { at: found, gone: false };
    }
    at += lengthOf(copies);
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

/** The first or last output line, within a copy, of any of the template lines; null when none of them is there. */
export function edgeOf(copy: Copy, from: number, to: number, edge: 'first' | 'last'): number | null {
  const { first, last, bands } = copy.band;
  if (bands.length === 0) {
    const line = edge === 'first' ? Math.max(first, from) : Math.min(last, to);
    return line < Math.max(first, from) || line > Math.min(last, to) ? null : copy.start + line - first;
  }
  const segments: (readonly [from: number, to: number, at: number | readonly Copy[]])[] = [];
  let at = copy.start;
  let line = first;
  for (const band of bands) {
    if (line < band.first) segments.push([line, band.first - 1, at]);
    at += band.first - line;
    const copies = copy.copies.get(band) ?? [];
    segments.push([band.first, band.last, copies]);
    at += lengthOf(copies);
    line = band.last + 1;
  }
  if (line <= last) segments.push([line, last, at]);
  for (const [low, high, place] of edge === 'first' ? segments : segments.toReversed()) {
    if (high < from || low > to) continue;
    if (typeof place === 'number') return place - low + (edge === 'first' ? Math.max(low, from) : Math.min(high, to));
    for (let number = 0; number < place.length; number++) {
      const inner = place.at(edge === 'first' ? number : -1 - number);
      const found = inner ? edgeOf(inner, from, to, edge) : null;
      if (found !== null) return found;
    }
  }
  return null;
}

function lengthOf(copies: readonly Copy[]): number {
  const first = copies[0];
  const last = copies.at(-1);
  return first && last ? last.start + last.length - first.start : 0;
}

/** Output lines of a span of template lines in a copy that has them; null when none is left. */
export function spanIn(copy: Copy, from: number, to: number): readonly [number, number] | null {
  const first = edgeOf(copy, from, to, 'first');
  const last = edgeOf(copy, from, to, 'last');
  return first === null || last === null ? null : [first, last];
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
