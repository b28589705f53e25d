import { add, type Decimal, ZERO } from '../decimal/decimal.ts';
import type { PartRow, ShownNumber, TotalledTable, TotalRow } from '../model/totalled-table.ts';
import { isWithin, type RegionIndex } from '../scheme/regions.ts';
import { regionParts } from './region-parts.ts';
import { type Run, totalRuns } from './total-runs.ts';
import { firstFrom, totalsByWord } from './totals-by-word.ts';

/** One way to understand a total: what it should be by it, for each column. */
export interface Reading {
  /** By place in the columns of the table; null where a part is not known. */
  readonly sums: readonly (PartSum | null)[];
  /** It covers all rows of the table. */
  readonly whole: boolean;
}

export interface PartSum {
  readonly value: Decimal;
  /** Steps of the parts that are rounded, together; zero when all are exact. */
  readonly steps: Decimal;
}

/** In longer tables, or with more totals, regions play no part: they are no statistics by region. */
const MOST_PAIRS = 100_000;
/** Rows added up for less likely readings before only the likeliest is tried: for tables that are all wrong totals. */
const MOST_ROWS = 2_000_000;

/** Gives the readings of each total of a table, the likeliest first; they are worked out as they are asked for. */
export function totalReadings(
  table: TotalledTable,
  index: RegionIndex,
): (total: TotalRow) => Generator<Reading, void, undefined> {
  const { parts, totals } = table;
  const byRegion = parts.length * totals.length <= MOST_PAIRS;
  const runsOf = totalRuns(table, byRegion);
  const sumsOfTotals = totalSums(table);
  let ofWhole: readonly Reading[] | null = null;
  let added = 0;
  const ofRun = ([from, to]: Run): readonly Reading[] => {
    if (from > 0 || to < parts.length) {
      added += to - from;
      return readingsOf(table, parts.slice(from, to), false, byRegion ? index : null);
    }
    ofWhole ??= readingsOf(table, parts, true, byRegion ? index : null);
    return ofWhole;
  };
  return function* (total) {
    const scoped = byRegion ? partsWithin(table, total, index) : [];
    if (scoped.length > 0) yield* readingsOf(table, scoped, total.grand, index);
    for (const [at, run] of runsOf(total).entries()) if (at === 0 || added < MOST_ROWS) yield* ofRun(run);
    yield* sumsOfTotals(total);
  };
}

function partsWithin({ parts }: TotalledTable, { scope }: TotalRow, index: RegionIndex): readonly PartRow[] {
  if (scope === null) return [];
  return parts.filter(({ region }) => region !== null && scope.some((code) => isWithin(index, region, code)));
}

function readingsOf(
  table: TotalledTable,
  rows: readonly PartRow[],
  whole: boolean,
  index: RegionIndex | null,
): readonly Reading[] {
  if (table.form === 'summary' && index !== null) {
    return regionParts(rows, index).map((way) => ({ sums: sumsOf(table, way.rows), whole: whole && way.whole }));
  }
  const readings = [{ sums: sumsOf(table, rows), whole }];
  if (rows.some(({ repeats }) => repeats)) readings.push({ sums: sumsOf(table, rows, 'eventsOnce'), whole });
  return readings;
}

/** Sums by column; of joint events `once` columns carry the same number in every row, which may be added once. */
function sumsOf(
  { columns }: TotalledTable,
  rows: readonly PartRow[],
  events: 'allRows' | 'eventsOnce' = 'allRows',
): readonly (PartSum | null)[] {
  return columns.map(({ counts }, at) => {
    const once = events === 'eventsOnce' && counts === 'once';
    return sum(rows, (row) => (once && row.repeats ? undefined : (row.values[at] ?? null)));
  });
}

/**
 * Gives the totals of one other word between a total and the one of its own word before or after it, added up: where one
 * of them is wrong, the error stands there and not again above it. A single one is no sum.
 */
function totalSums({ totals, columns }: TotalledTable): (total: TotalRow) => Generator<Reading, void, undefined> {
  const words = [...totalsByWord(totals)].map(([word, group]) => ({ word, group, rows: group.map(({ row }) => row) }));
  return function* (total) {
    const same = words.find(({ word }) => word === total.word)?.rows ?? [];
    const before = same[firstFrom(same, total.row) - 1] ?? 0;
    const after = same[firstFrom(same, total.row + 1)] ?? Number.POSITIVE_INFINITY;
    for (const { word, group, rows } of words) {
      if (word === total.word) continue;
      for (const [from, to] of [
        [before, total.row],
        [total.row, after],
      ] as const) {
        const between = group.slice(firstFrom(rows, from), firstFrom(rows, to));
        const parts = between.filter(({ grand }) => total.grand || !grand);
        if (parts.length > 1) {
          yield { sums: columns.map((_, at) => sum(parts, ({ cells }) => cells[at]?.shown ?? null)), whole: false };
        }
      }
    }
  };
}

/** Adds what the rows show; undefined is left out, null makes the sum unknown. */
function sum<T>(rows: readonly T[], shownIn: (row: T) => ShownNumber | null | undefined): PartSum | null {
  let value = ZERO;
  let steps = ZERO;
  for (const row of rows) {
    const shown = shownIn(row);
    if (shown === null) return null;
    if (shown === undefined || shown.value === ZERO) continue;
    value = add(value, shown.value);
    if (!shown.exact) steps = add(steps, shown.step);
  }
  return { value, steps };
}
