import { isChoice } from '../scheme/choice.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { findHeader, type HeaderBlock } from './header-block.ts';
import { isLoneWord, looksOf } from './row-looks.ts';
import { rowNumber, type SheetView, textAt } from './sheet-view.ts';

/** So many rows of a sheet are looked at, and so many runs of rows in them. */
const ROWS = 1000;
const RUNS = 60;
/** How well a header must head the rows of its run alone. */
const COVERED = 0.8;
const LEAST_ROWS = 2;
/** A header with more fields of the scheme begins a table of the scheme. */
const FIELDS = 3;

/**
 * Where the second of several tables of another subject begins that stand below one another, parted by empty rows or
 * titles: the index of its first row, its title included; null when there is but one table.
 *
 * An empty row or a title alone parts nothing. A table is a run of rows whose own header heads columns of numbers in
 * that run, so a group of rows after a gap is none; neither is the header of the first table once more.
 */
export function secondTable(view: SheetView, from: number, to: number, scheme: Scheme): number | null {
  let first: string | null = null;
  for (const [start, next] of runs(view, from, to, scheme)) {
    const header = ownHeader(view, start, next, scheme);
    const texts = header === null ? null : headerKeys(view, header);
    if (texts !== null && first !== null && texts !== first) return withTitles(view, from, start, scheme);
    first ??= texts;
  }
  return null;
}

/** Whether a table of another subject stands in rows of a sheet, above one that the scheme knows. */
export function hasTable(view: SheetView, from: number, to: number, scheme: Scheme): boolean {
  for (const [start, next] of runs(view, from, to, scheme)) if (isForeign(view, start, next, scheme)) return true;
  return false;
}

/** Whether a table of another subject begins at a row below one that the scheme knows. */
export function startsForeign(view: SheetView, index: number, to: number, scheme: Scheme): boolean {
  const [[, next] = [index, index]] = runs(view, index, to, scheme);
  return isForeign(view, index, next, scheme);
}

/** Cells that are chosen from a list are those of a row of data. */
function isForeign(view: SheetView, from: number, to: number, scheme: Scheme): boolean {
  const header = ownHeader(view, from, to, scheme);
  if (!header || header.score.hits >= FIELDS) return false;
  const rows = looksOf(view, header.first, header.last - header.first + 1, scheme);
  return rows.every(({ cells }) => cells.every((at) => !isChoice(textAt(view, at), scheme)));
}

/** The rows from `from` on in runs, each from a row that stands behind an empty one, or that may be a title, to the next. */
function* runs(view: SheetView, from: number, to: number, scheme: Scheme): Generator<readonly [number, number]> {
  const end = Math.min(to, from + ROWS);
  let start = from;
  for (let count = 0; start < end && count < RUNS; count++) {
    const next = runEnd(view, start, end, scheme);
    yield [start, next];
    start = next;
  }
}

function runEnd(view: SheetView, start: number, end: number, scheme: Scheme): number {
  let index = start + 1;
  while (index < end && rowNumber(view, index) === rowNumber(view, index - 1) + 1) {
    if (isLoneWord(view, index, scheme)) break;
    index++;
  }
  return index;
}

function ownHeader(view: SheetView, from: number, to: number, scheme: Scheme): HeaderBlock | null {
  if (to - from <= LEAST_ROWS) return null;
  const header = findHeader(view, from, to, scheme);
  if (!header || header.score.coverage < COVERED || header.score.contrast < COVERED) return null;
  const { nilMarks } = wordSets(scheme);
  const [lowest] = looksOf(view, header.last, 1, scheme);
  if (lowest?.cells.some((at) => nilMarks.has(view.keyAt(at)))) return null;
  const body = looksOf(view, header.last + 1, Math.min(to - header.last - 1, LEAST_ROWS), scheme);
  const isTable = body.length === LEAST_ROWS && body.every(({ looks }) => looks.length > 1 && looks.includes('number'));
  return isTable ? header : null;
}

/** A title may stand above the empty row before its table. */
function withTitles(view: SheetView, from: number, start: number, scheme: Scheme): number {
  const [above] = looksOf(view, start - 1, 1, scheme);
  const isTitle = above?.looks.length === 1 && rowNumber(view, start - 2) + 1 < above.row;
  return isTitle && start - 1 > from ? start - 1 : start;
}

function headerKeys(view: SheetView, { first, last }: HeaderBlock): string {
  const begin = view.grid.rowStarts[first] ?? 0;
  const end = view.grid.rowStarts[last + 1] ?? begin;
  return Array.from({ length: end - begin }, (_, at) => view.keyAt(begin + at)).join('\n');
}
