import type { HeaderScore } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { formHits } from './form.ts';
import { isHeaderLook, type RowLooks } from './row-looks.ts';
import { rowNumber, type SheetView } from './sheet-view.ts';

/** How many rows below are looked at: enough to pass sub-headers, units, totals and a few gaps. */
const BODY = 12;
const MOST_HITS = 15;

/**
 * Scores each row as the main header row; null for one that cannot be it (a lone cell, numbers, labels).
 *
 * What the scheme knows weighs most; without it the structure decides: a row of different texts over columns that
 * are filled, mostly with numbers. Earlier rows win between equals.
 */
export function scoreRows(view: SheetView, rows: readonly RowLooks[], scheme: Scheme): readonly (HeaderScore | null)[] {
  const widest = rows.reduce((most, { columns }) => Math.max(most, columns.at(-1) ?? 0), 0);
  const filled = new Uint16Array(widest + 2);
  const numeric = new Uint16Array(widest + 2);
  return rows.map((row, at) => {
    const words = row.looks.filter(isHeaderLook).length;
    const hits = words < 2 ? 0 : formHits(view, row, scheme);
    const wording = words / row.looks.length;
    if (words < 2 || (wording < 0.6 && hits < 3)) return null;
    const body = rows.slice(at + 1, at + 1 + BODY);
    count(body, filled, numeric);
    const { coverage, contrast } = under(view, row, filled, numeric);
    const distinct = distinctShare(view, row);
    if (coverage < 0.3 && hits < 3) return null;
    const structure = 0.4 * coverage + 0.2 * wording + 0.25 * contrast + 0.15 * distinct;
    return {
      total: structure + 0.06 * Math.min(hits, MOST_HITS) - 0.01 * at,
      coverage,
      wording,
      contrast,
      distinct,
      hits,
    };
  });
}

function count(body: readonly RowLooks[], filled: Uint16Array, numeric: Uint16Array): void {
  filled.fill(0);
  numeric.fill(0);
  for (const { columns, looks } of body) {
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] ?? 0;
      filled[column] = (filled[column] ?? 0) + 1;
      if (looks[at] === 'number') numeric[column] = (numeric[column] ?? 0) + 1;
    }
  }
}

function under(
  view: SheetView,
  row: RowLooks,
  filled: Uint16Array,
  numeric: Uint16Array,
): Pick<HeaderScore, 'coverage' | 'contrast'> {
  const allFilled = sum(filled);
  const allNumeric = sum(numeric);
  // A form sent back empty has nothing below: its header can only be told by its own words.
  if (allFilled === 0) return { coverage: 0.5, contrast: 0.5 };
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
  return { coverage: covered / allFilled, contrast: allNumeric === 0 ? 0.5 : contrasted / allNumeric };
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

function sum(counts: Uint16Array): number {
  return counts.reduce((total, one) => total + one, 0);
}
