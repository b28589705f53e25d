import type { Grid, Merge } from '../model/grid.ts';
import type { HeaderScore } from '../model/recognised.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { columnNumberLooks } from './column-numbers.ts';
import { readName } from './file-name.ts';
import { isFillingRow } from './filling-row.ts';
import { ceilingAt, type RowScores, rowScores, spansOf } from './header-score.ts';
import { labelKind } from './labels.ts';
import { isHeaderLook, type RowLooks } from './row-looks.ts';
import { type RowWindow, rowWindow } from './row-window.ts';
import { rowNumber, type SheetView, textAt } from './sheet-view.ts';

/** The rows of a table's header. */
export interface HeaderBlock {
  /** Indexes of the grid's rows. */
  readonly first: number;
  readonly last: number;
  /** Row numbers; the last one may be an empty row that header cells are merged into. */
  readonly rows: readonly [number, number];
  /** Why its main row was chosen. */
  readonly score: HeaderScore;
}

/** Headers are sought in so many non-empty rows; above them stand titles, cover cells and instructions. */
const SEARCHED = 60;
const MOST_ROWS = 5;
const LEAST = 0.5;

/** The header block of the first table from a row index on, above another; null when no row looks like a header. */
export function findHeader(view: SheetView, from: number, to: number, scheme: Scheme): HeaderBlock | null {
  const count = Math.min(SEARCHED, to - from);
  const last = latest(scheme).get(view.grid);
  if (last?.from === from && last.count === count) return last.header;
  const header = headerIn(view, from, count, scheme);
  latest(scheme).set(view.grid, { from, count, header });
  return header;
}

/** What was found last in a grid: panels, banner and table each ask for the first header of a sheet. */
const latest = perScheme(
  () => new WeakMap<Grid, { readonly from: number; readonly count: number; readonly header: HeaderBlock | null }>(),
);

function headerIn(view: SheetView, from: number, count: number, scheme: Scheme): HeaderBlock | null {
  const window = rowWindow(view, from, count, scheme);
  const scores = rowScores(view, window, scheme);
  const block = blockAt(view, window, scores, topmost(window, scores, bestOf(window, scores)), scheme);
  if (!block) return null;
  // A table with better known headers may follow below: the first that the scheme knows comes first.
  for (let at = 0; at < block.first - from; at++) {
    const score = scores.of(at);
    if (!score || score.total < LEAST || score.hits < FIELDS) continue;
    const earlier = blockAt(view, window, scores, at, scheme);
    if (earlier && earlier.last < block.first) return earlier;
  }
  return block;
}

const FIELDS = 3;

/** The place of the row with the best score, the first of equals; -1 when none is good enough. */
function bestOf(window: RowWindow, scores: RowScores): number {
  let best = -1;
  let total = 0;
  // Below a good header no row is looked at that cannot be better.
  for (let at = 0; at < window.count && ceilingAt(at) > total; at++) {
    if (scores.most(at) <= total) continue;
    const score = scores.of(at);
    if (!score || score.total < LEAST || score.total <= total) continue;
    best = at;
    total = score.total;
  }
  return best;
}

/** Of rows of texts over the same columns, none of which the scheme knows well, the first is the header of the others. */
function topmost(window: RowWindow, scores: RowScores, best: number): number {
  if ((scores.of(best)?.hits ?? FIELDS) >= FIELDS) return best;
  let at = best;
  while (isSameRow(window.row(at - 1), window.row(at)) && (scores.of(at - 1)?.total ?? 0) >= LEAST) at--;
  return at;
}

function isSameRow(above: RowLooks | undefined, below: RowLooks | undefined): boolean {
  if (!above || !below || above.row + 1 !== below.row) return false;
  if (![...above.looks, ...below.looks].every((look) => look === 'word')) return false;
  return (
    above.columns.length === below.columns.length && above.columns.every((column, at) => column === below.columns[at])
  );
}

function blockAt(
  view: SheetView,
  window: RowWindow,
  scores: RowScores,
  at: number,
  scheme: Scheme,
): HeaderBlock | null {
  const score = scores.of(at);
  return score ? { ...extend(view, window, at, scheme), score } : null;
}

/** The header block around a row that is known to head the rows from `body` on; its hits are for the caller to tell. */
export function headerAround(view: SheetView, from: number, main: number, body: number, scheme: Scheme): HeaderBlock {
  const start = Math.max(from, main - MOST_ROWS);
  const window = rowWindow(view, start, SEARCHED, scheme);
  const score = rowScores(view, window, scheme).of(main - start) ?? NO_SCORE;
  const block = extend(view, window, main - start, scheme);
  if (block.last < body) return { ...block, score };
  return { first: block.first, last: body - 1, rows: [block.rows[0], rowNumber(view, body - 1)], score };
}

const NO_SCORE: HeaderScore = { total: 0, coverage: 0, wording: 0, contrast: 0, distinct: 0, hits: 0 };

/** The header block around its main row: group rows above it and what continues it below. */
function extend(view: SheetView, window: RowWindow, main: number, scheme: Scheme): Omit<HeaderBlock, 'score'> {
  let first = main;
  while (main - first < MOST_ROWS - 1 && isGroupRow(view, window, first, main, scheme)) first--;
  first = Math.min(first, reachingFrom(view, window, first, main));
  let last = main;
  while (last - first < MOST_ROWS - 1 && continues(view, window, first, last, scheme)) last++;
  last = aboveNumbers(view, window, first, last, scheme);
  const top = window.row(first);
  const bottom = window.row(last);
  if (!top || !bottom) throw new RangeError('a header block lies within the rows it was sought in');
  const reached = reach(mergesOf(view, window, first, last), bottom.row);
  const lastRow = Math.min(reached, (window.row(last + 1)?.row ?? Number.POSITIVE_INFINITY) - 1);
  return { first: top.index, last: bottom.index, rows: [top.row, Math.max(bottom.row, lastRow)] };
}

/** Column numbers stand right under a header: a row of figures without any name between them is no data. */
function aboveNumbers(view: SheetView, window: RowWindow, first: number, last: number, scheme: Scheme): number {
  const isNumbers = (at: number) => {
    const row = window.row(at);
    return row !== undefined && columnNumberLooks(view, row, scheme);
  };
  if (isNumbers(last + 1) || !isNumbers(last + 2)) return last;
  const between = window.row(last + 1)?.looks.every((look) => look === 'number') === true;
  return between && last + 2 - first <= MOST_ROWS && adjacent(window, last, last + 2) ? last + 1 : last;
}

/** The first row of which a cell is merged down into the block: what lies between is part of the header. */
function reachingFrom(view: SheetView, window: RowWindow, first: number, main: number): number {
  if (view.merges.size === 0) return first;
  const top = window.row(first)?.row ?? 0;
  for (let at = Math.max(0, main - MOST_ROWS + 1); at < first; at++) {
    const row = window.row(at);
    const own = row === undefined ? [] : mergesIn(view, row);
    const reaches = own.some((merge) => merge.bottom >= top && merge.bottom - merge.top < MOST_ROWS);
    if (reaches && adjacent(window, at, first)) return at;
  }
  return first;
}

/** The row that at least half of the cells merged downwards reach; `from` when there are none. */
function reach(merges: readonly Merge[], from: number): number {
  const bottoms = merges.flatMap(({ top, bottom }) => (bottom > top ? [bottom] : [])).sort((a, b) => a - b);
  return Math.max(from, bottoms[Math.floor(bottoms.length / 2)] ?? from);
}

function adjacent(window: RowWindow, from: number, to: number): boolean {
  return (window.row(to)?.row ?? 0) - (window.row(from)?.row ?? 0) === to - from;
}

/**
 * Whether the row above the block belongs to it: it names groups of its columns, or columns that it leaves open.
 * A title over the first columns is neither: it begins where the table begins and does not reach across it.
 */
function isGroupRow(view: SheetView, window: RowWindow, first: number, main: number, scheme: Scheme): boolean {
  const row = window.row(first - 1);
  const block = window.rows(first, main + 1);
  if (!row || block[0]?.row !== row.row + 1 || !row.looks.every(isHeaderLook)) return false;
  const own = new Set(block.flatMap(({ columns }) => columns));
  const left = Math.min(...block.map(({ columns }) => columns[0] ?? 0));
  const right = Math.max(...block.map(({ columns }) => columns.at(-1) ?? 0));
  const spans = spansOf(view, row);
  const lastOf = (column: number) => Math.min(spans.get(column) ?? column, right);
  const [start = 0, ...others] = row.columns;
  if (others.length === 0) return start > left && start <= right && lastOf(start) > start;
  const merges = mergesIn(view, row);
  const isMerged = merges.length > 0;
  // Without merges two texts above a header are a cover's, three or more are groups that reach to the next one.
  if (!isMerged && (row.columns.length < 3 || isCoverRow(view, row, scheme))) return false;
  if (start > left || !isMerged) return true;
  const opens = row.columns.filter((column) => !own.has(column) && column <= right + 1).length;
  if (opens > 0) return merges.some(({ top, bottom }) => bottom > top) || opens * 2 >= row.columns.length;
  const covered = row.columns.reduce((sum, column) => sum + lastOf(column) - column + 1, 0);
  return covered >= 0.9 * (right - left + 1);
}

function isCoverRow(view: SheetView, row: RowLooks, scheme: Scheme): boolean {
  const texts = row.cells.map((at) => textAt(view, at));
  if (isLabelledRow(texts, scheme)) return true;
  return texts.some((text) => {
    const { region, wholly } = readName(text, scheme);
    return wholly && region !== null;
  });
}

/** Labels in every other cell, each with what it says behind it: 联系人 | … | 手机 | …. */
function isLabelledRow(texts: readonly string[], scheme: Scheme): boolean {
  return texts.every((text, at) => (labelKind(text, scheme) !== null) === (at % 2 === 0));
}

/** Whether the row below the block belongs to it. */
function continues(view: SheetView, window: RowWindow, first: number, last: number, scheme: Scheme): boolean {
  const row = window.row(last + 1);
  const above = window.row(last);
  if (!row || !above) return false;
  const below = new Set(row.columns);
  // A merge leaves one cell: where the row has its own, the range is none.
  const merges = mergesOf(view, window, first, last).filter(({ left, bottom }) => bottom < row.row || !below.has(left));
  if (reach(merges, above.row) >= row.row) return true;
  if (row.row !== above.row + 1 || !row.looks.every(isHeaderLook)) return false;
  if (columnNumberLooks(view, row, scheme)) return false;
  if (isFillingRow(view, row, scheme) && !isSpanRow(view, row, scheme)) return false;
  const body = window.rows(last + 2, last + 22);
  return isSubHeader(view, row, body, above, merges, scheme) || isTextOverNumbers(view, row, body, scheme);
}

/** Merges that begin in the block's rows and hold a header's text. */
function mergesOf(view: SheetView, window: RowWindow, first: number, last: number): readonly Merge[] {
  return window
    .rows(first, last + 1)
    .flatMap((row) => mergesIn(view, row).filter(({ top, bottom }) => bottom - top < MOST_ROWS));
}

/** Merges of a row's own cells: empty ones, wherever they stand, join nothing. */
function mergesIn(view: SheetView, row: RowLooks): readonly Merge[] {
  const filled = new Set(row.columns);
  return (view.merges.get(row.row) ?? []).filter(({ left }) => filled.has(left));
}

/**
 * Leaves the first column open and splits the columns above it: under a merge, under nothing, under 其中, into years, or
 * into spans of time, as a text file has it, which knows no merges.
 */
function isSubHeader(
  view: SheetView,
  row: RowLooks,
  body: readonly RowLooks[],
  above: RowLooks,
  merges: readonly Merge[],
  scheme: Scheme,
): boolean {
  const stub = Math.min(...body.map(({ columns }) => columns[0] ?? Number.POSITIVE_INFINITY));
  if (!Number.isFinite(stub) || (row.columns[0] ?? 0) <= stub) return false;
  if (isSpanRow(view, row, scheme)) return true;
  // 其中： alone names nothing yet.
  const { ofWhich } = wordSets(scheme);
  const isOpen = (at: number) => ofWhich.has(view.keyAt(at).replace(/:$/, ''));
  const labelled = new Set(above.columns.filter((_, at) => !isOpen(above.cells[at] ?? -1)));
  return row.columns.every(
    (column, at) =>
      row.looks[at] === 'year' ||
      !labelled.has(column) ||
      merges.some(({ left, right }) => left < right && left <= column && column <= right),
  );
}

/** Nothing but marks of spans, of which some are not the period's: 本期 | 累计 | 本期 | 累计. */
function isSpanRow(view: SheetView, row: RowLooks, scheme: Scheme): boolean {
  const { yearToDate, currentPeriod, otherPeriods } = wordSets(scheme);
  const keys = row.cells.map((at) => view.keyAt(at));
  const others = keys.filter((key) => yearToDate.has(key) || otherPeriods.has(key));
  return others.length > 0 && keys.length > 1 && keys.every((key) => currentPeriod.has(key) || others.includes(key));
}

const LATIN_FIRST = /^[A-Z]{3}/;

/** Texts over columns of numbers, across the table: units, regions and frequencies of the series below. */
function isTextOverNumbers(view: SheetView, row: RowLooks, body: readonly RowLooks[], scheme: Scheme): boolean {
  const numeric = new Set<number>();
  for (const { columns, looks } of body) {
    columns.forEach((column, at) => {
      if (looks[at] === 'number') numeric.add(column);
    });
  }
  if (numeric.size < 2) return false;
  const { nilMarks } = wordSets(scheme);
  // `3场` and `无` are data in a column of numbers; `Coal (10000 tons)` is the header once more.
  const isText = (at: number) => {
    const key = view.keyAt(at);
    return (!/\d/.test(key) || LATIN_FIRST.test(key)) && !nilMarks.has(key);
  };
  const over = row.cells.filter((cell, at) => {
    return numeric.has(row.columns[at] ?? 0) && row.looks[at] === 'word' && isText(cell);
  });
  return over.length >= 0.6 * numeric.size;
}
