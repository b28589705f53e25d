import type { Activity } from '../model/filed-return.ts';
import type { Indicator, Rollup, Scheme } from '../scheme/scheme.ts';

/** An indicator that ledger rows can give, with its place among the number columns when it sums one. */
export interface Contribution {
  readonly indicator: Indicator;
  readonly rollup: Rollup;
  /** Index into `Activity.numbers`; -1 unless the roll-up is a sum. */
  readonly number: number;
  /** Columns without which the ledger cannot give the indicator. */
  readonly needs: readonly string[];
  /** Told once of a joint event, not by each of its rows. */
  readonly perEvent: boolean;
}

/** Ids that every scheme gives the columns of associations and activity types. */
const ASSOCIATION = 'association';
export const TYPE = 'activity_type';

/**
 * Finds the indicators a row counts for: those of its task whose roll-up takes all rows or the row's type,
 * and those of the base task (order 0), which take every row. Without a column of types it may count for any type.
 */
export function contributionFinder(
  scheme: Scheme,
  numberColumns: readonly string[],
): (row: Activity, hasTypes: boolean) => readonly Contribution[] {
  const baseTasks = new Set(scheme.tasks.filter((task) => task.order === 0).map((task) => task.id));
  const once = new Set(scheme.columns.filter(({ joint }) => joint === 'once').map(({ id }) => id));
  const contributions = scheme.indicators.flatMap((indicator) => contributionOf(indicator, numberColumns, once));
  const known = new Map<string, readonly Contribution[]>();
  return (row, hasTypes) => {
    const key = `${row.task}\n${row.type}\n${hasTypes}`;
    const found = known.get(key);
    if (found) return found;
    const matching = contributions.filter(
      ({ indicator, rollup }) =>
        (indicator.task === row.task || baseTasks.has(indicator.task)) &&
        (rollup.types.length === 0 || (row.type === null ? !hasTypes : rollup.types.includes(row.type))),
    );
    known.set(key, matching);
    return matching;
  };
}

function contributionOf(
  indicator: Indicator,
  numberColumns: readonly string[],
  once: ReadonlySet<string>,
): readonly Contribution[] {
  const { rollup } = indicator;
  if (rollup === null) return [];
  const needs = [
    rollup.method === 'sum' ? rollup.column : null,
    rollup.method === 'distinct' ? ASSOCIATION : null,
    rollup.types.length > 0 ? TYPE : null,
    rollup.onlyIf,
  ].filter((column) => column !== null);
  const number = rollup.column === null ? -1 : numberColumns.indexOf(rollup.column);
  const perEvent = rollup.method === 'count' || (rollup.column !== null && once.has(rollup.column));
  return [{ indicator, rollup, number, needs, perEvent }];
}
