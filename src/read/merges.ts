import type { Merge } from '../model/grid.ts';
import { MAX_COLUMN, MAX_ROW, parseReference } from './cell-reference.ts';

/** Merged ranges of a sheet: those that make sense, and those that do not, as written. */
export interface CheckedMerges {
  /** By their top, then left; none overlaps another. */
  readonly kept: readonly Merge[];
  readonly ignored: readonly string[];
}

const BETWEEN = 0x3a;

/** The range that `A1:C3` spells; null when it is malformed, upside down or holds one cell only. */
export function parseMerge(bytes: Buffer, from: number, to: number): Merge | null {
  const colon = bytes.indexOf(BETWEEN, from);
  if (colon < 0 || colon >= to) return null;
  const first = { row: 0, column: 0 };
  const last = { row: 0, column: 0 };
  if (!parseReference(bytes, from, colon, first) || !parseReference(bytes, colon + 1, to, last)) return null;
  if (first.row > last.row || first.column > last.column) return null;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** Drops merges over whole sheets and, of two that overlap, the one further down or right. */
export function checkMerges(merges: readonly Merge[], spelled: (merge: Merge) => string): CheckedMerges {
  const kept: Merge[] = [];
  const ignored: string[] = [];
  const overlaps = overlapDetector();
  for (const merge of merges.toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    if (isOneCell(merge)) continue;
    if (isWholeSheet(merge) || overlaps(merge)) ignored.push(spelled(merge));
    else kept.push(merge);
  }
  return { kept, ignored };
}

function isOneCell({ top, left, bottom, right }: Merge): boolean {
  return top === bottom && left === right;
}

/** A block that runs to the end of the sheet: no title or region cell does. */
function isWholeSheet({ top, left, bottom, right }: Merge): boolean {
  return bottom > top && right > left && (bottom === MAX_ROW || right === MAX_COLUMN);
}

/**
 * Tells for merges in the order of their tops whether one overlaps a merge for which it said no.
 *
 * Holds what still reaches down, side by side in order of columns; each merge is added and removed once.
 */
function overlapDetector(): (merge: Merge) => boolean {
  const reaching: Merge[] = [];
  return (merge) => {
    const first = firstAtOrRightOf(reaching, merge.left);
    let end = first;
    let overlap = false;
    for (
      let other = reaching[end];
      !overlap && other !== undefined && other.left <= merge.right;
      other = reaching[end]
    ) {
      if (other.bottom >= merge.top) overlap = true;
      else end++;
    }
    if (overlap) reaching.splice(first, end - first);
    else reaching.splice(first, end - first, merge);
    return overlap;
  };
}

/** Index of the first merge that does not end left of the column. */
function firstAtOrRightOf(merges: readonly Merge[], column: number): number {
  let low = 0;
  let high = merges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((merges[middle]?.right ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
