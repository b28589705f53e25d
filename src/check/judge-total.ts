import { absolute, type Decimal, subtract, ZERO } from '../decimal/decimal.ts';
import type { ShownNumber, TotalledColumn, TotalRow } from '../model/totalled-table.ts';
import type { PartSum, Reading } from './total-readings.ts';

/** What came of one cell of a total row. */
export type TotalOutcome =
  /** `whole`: it is right as the total of the whole table. */
  | { readonly state: 'right'; readonly whole: boolean }
  /** A part, or the total itself, is not known. */
  | { readonly state: 'notEvaluable' }
  /** `sum`: the nearest that it might have been. */
  | { readonly state: 'wrong'; readonly sum: Decimal };

type Match = 'equal' | 'less' | 'wrong' | 'unknown';

interface Judged {
  readonly reading: Reading;
  readonly matches: readonly Match[];
  readonly score: number;
}

/**
 * Judges the cells of a total row. A row covers the same rows in all its columns: the reading that suits most of them
 * is meant, the first of the readings before others of equal merit; cells that do not agree with it are wrong. Where
 * several suit equally, a cell need agree with one of them only.
 *
 * A part that is not known makes a cell not evaluable by the likeliest reading, and speaks against every other.
 */
export function judgeTotal(
  total: TotalRow,
  columns: readonly TotalledColumn[],
  readings: Iterable<Reading>,
): readonly TotalOutcome[] {
  const judged: Judged[] = [];
  for (const reading of readings) {
    const matches = columns.map((column, at) =>
      match(total.cells[at]?.shown ?? null, reading.sums[at] ?? null, column),
    );
    const score = matches.reduce((sum, one) => sum + merit(one, judged.length === 0), 0);
    judged.push({ reading, matches, score });
    if (matches.every((one) => one !== 'wrong' && (one !== 'unknown' || judged.length === 1))) break;
  }
  const best = Math.max(...judged.map(({ score }) => score));
  const meant = judged.filter(({ score }) => score === best);
  return columns.map((_, at) => outcome(total.cells[at]?.shown ?? null, meant, at));
}

/** Less than the sum is possible for associations; it neither speaks for a reading nor against it. */
function merit(match: Match, isFirst: boolean): number {
  if (match === 'equal') return 1;
  return match === 'wrong' || (match === 'unknown' && !isFirst) ? -1 : 0;
}

/** Rounded parts may each be off by half their last digit, and so may then the total. */
function match(stated: ShownNumber | null, sum: PartSum | null, { counts }: TotalledColumn): Match {
  if (stated === null) return 'less';
  if (sum === null) return 'unknown';
  const difference = subtract(stated.value, sum.value);
  const isRounded = sum.steps !== ZERO || !stated.exact;
  const allowed = isRounded ? sum.steps + stated.step : ZERO;
  if (2n * absolute(difference) <= allowed) return 'equal';
  return counts === 'distinct' && difference < ZERO ? 'less' : 'wrong';
}

function outcome(stated: ShownNumber | null, meant: readonly Judged[], at: number): TotalOutcome {
  const suiting = meant.filter(({ matches }) => matches[at] === 'equal' || matches[at] === 'less');
  // Without rows there is nothing to hold it against.
  if (stated === null || meant.length === 0) return { state: 'notEvaluable' };
  if (suiting.length > 0) return { state: 'right', whole: suiting.some(({ reading }) => reading.whole) };
  const sums = meant.map(({ reading }) => reading.sums[at] ?? null);
  if (sums.includes(null)) return { state: 'notEvaluable' };
  const known = sums.flatMap((sum) => (sum === null ? [] : [sum.value]));
  const [nearest = ZERO] = known.toSorted((a, b) => compare(off(a, stated), off(b, stated)));
  return { state: 'wrong', sum: nearest };
}

function off(sum: Decimal, { value }: ShownNumber): Decimal {
  return absolute(subtract(sum, value));
}

function compare(a: Decimal, b: Decimal): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
