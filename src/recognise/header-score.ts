import { CELL_KINDS } from '../model/grid.ts';
import type { HeaderScore } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { formHits } from './form.ts';
import { isHeaderLook, type RowLooks } from './row-looks.ts';
import type { RowWindow } from './row-window.ts';
import { columnAt, rowNumber, rowStart, type SheetView } from './sheet-view.ts';

/** How many rows below are looked at: enough to pass sub-headers, units, totals and a few gaps. */
const BODY = 12;
const MOST_HITS = 15;

/** The scores of rows by their place in a window. */
export interface RowScores {
  /** The score of a row; null for one that cannot be the header (a lone cell, numbers, labels). */
  readonly of: (at: number) => HeaderScore | null;
  /** What the total of a row is at most, by the number of its texts alone. */
  readonly most: (at: number) => number;
}

/**
 * Scores each row as the main header row, once it is asked for.
 *
 * What the scheme knows weighs most; without it the structure decides: a row of different texts over columns that
 * are filled, mostly with numbers. Earlier rows win between equals.
 */
export function rowScores(view: SheetView, window: RowWindow, scheme: Scheme): RowScores {
  const widest = widestOf(view, window);
  const below: Below = {
    filled: new Uint16Array(widest + 2),
    numeric: new Uint16Array(widest + 2),
    cells: 0,
    numbers: 0,
  };
  const known = new Map<number, HeaderScore | null>();
  return {
    of(at) {
      const before = known.get(at);
      if (before !== undefined) return before;
      const row = window.row(at);
      const score = row ? scoreOf(view, window, row, at, below, scheme) : null;
      known.set(at, score);
      return score;
    },
    most: (at) => totalOf(BEST, textsIn(view, window.from + at), at),
  };
}

/** What the total of any row is at most, at a place or below it. */
export function ceilingAt(at: number): number {
  return totalOf(BEST, MOST_HITS, at);
}

/** Shares that a total is made of, each from 0 to 1. */
type Shares = Pick<HeaderScore, 'coverage' | 'wording' | 'contrast' | 'distinct'>;

const BEST: Shares = { coverage: 1, wording: 1, contrast: 1, distinct: 1 };

function totalOf({ coverage, wording, contrast, distinct }: Shares, hits: number, at: number): number {
  const structure = 0.4 * coverage + 0.2 * wording + 0.25 * contrast + 0.15 * distinct;
  return structure + 0.06 * Math.min(hits, MOST_HITS) - 0.01 * at;
}

function scoreOf(
  view: SheetView,
  window: RowWindow,
  row: RowLooks,
  at: number,
  below: Below,
  scheme: Scheme,
): HeaderScore | null {
  const words = row.looks.filter(isHeaderLook).length;
  const hits = words < 2 ? 0 : formHits(view, row, scheme);
  const wording = words / row.looks.length;
  if (words < 2 || (wording < 0.6 && hits < 3)) return null;
  count(window.rows(at + 1, at + 1 + BODY), below);
  const { coverage, contrast } = under(view, row, below);
  const distinct = distinctShare(view, row);
  if (coverage < 0.3 && hits < 3) return null;
  const shares = { coverage, wording, contrast, distinct };
  return { total: totalOf(shares, hits, at), ...shares, hits };
}

const TEXT = CELL_KINDS.indexOf('text');

/** How many texts a row has: no fewer than its hits. */
function textsIn(view: SheetView, index: number): number {
  let texts = 0;
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) if (view.grid.kinds[at] === TEXT) texts++;
  return texts;
}

function widestOf(view: SheetView, { from, count: rows }: RowWindow): number {
  let widest = 0;
  for (let index = from; index < from + rows; index++) {
    widest = Math.max(widest, columnAt(view, rowStart(view, index + 1) - 1));
  }
  return widest;
}

/** What stands in the columns below a row. */
interface Below {
  readonly filled: Uint16Array;
  readonly numeric: Uint16Array;
  cells: number;
  numbers: number;
}

function count(body: readonly RowLooks[], below: Below): void {
  const { filled, numeric } = below;
  filled.fill(0);
  numeric.fill(0);
  below.cells = 0;
  below.numbers = 0;
  for (const { columns, looks } of body) {
    below.cells += columns.length;
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] ?? 0;
      filled[column] = (filled[column] ?? 0) + 1;
      if (looks[at] !== 'number') continue;
      numeric[column] = (numeric[column] ?? 0) + 1;
      below.numbers++;
    }
  }
}

function under(view: SheetView, row: RowLooks, below: Below): Pick<HeaderScore, 'coverage' | 'contrast'> {
  const { filled, numeric, cells, numbers } = below;
  // A form sent back empty has nothing below: its header can only be told by its own words.
  if (cells === 0) return { coverage: 0.5, contrast: 0.5 };
  let covered = 0;
  let contrasted = 0;
  let done = 0;
  const spans = spansOf(view, row);
  row.columns.forEach((column, at) => {
    const last = Math.min(spans.get(column) ?? column, filled.length - 1);
    for (let under = Math.max(column, done + 1); under <= last; under++) {
      covered += filled[under] ?? 0;
      if (isHeaderLook(row.looks[at] ?? 'empty')) contrasted += numeric[under] ?? 0;
    }
    done = Math.max(done, last);
  });
  return { coverage: covered / cells, contrast: numbers === 0 ? 0.5 : contrasted / numbers };
}

/** Last column of the merges that begin in a row, by their first column. */
export function spansOf(view: SheetView, row: RowLooks): ReadonlyMap<number, number> {
  const merges = view.merges.get(rowNumber(view, row.index)) ?? [];
  return new Map(merges.map(({ left, right }) => [left, right]));
}

function distinctShare(view: SheetView, row: RowLooks): number {
  const texts = row.cells.map((at) => view.keyAt(at) || String(view.grid.values[at]));
  return new Set(texts).size / texts.length;
}
