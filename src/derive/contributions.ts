import type { Activity } from '../model/filed-return.ts';
import { numberColumns } from '../scheme/dictionary.ts';
import { perScheme } from '../scheme/per-scheme.ts';
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
const TYPE = 'activity_type';

/** A contribution as the rows of one file make it. */
export interface FileContribution extends Contribution {
  /** The file has all columns that it needs. */
  readonly given: boolean;
}

/** The indicators that a row counts for. */
export type ContributionsOf = (row: Pick<Activity, 'task' | 'type'>) => readonly FileContribution[];

/**
 * Finds the indicators that the rows of a file with some columns count for: those of a row's task whose roll-up takes all
 * rows or the row's type, and those of the base task (order 0), which take every row. Without a column of types a row may
 * count for any type. Files with the same columns share what was found.
 */
export const contributionFinder = perScheme((scheme): ((present: readonly string[]) => ContributionsOf) => {
  const contributions = allContributions(scheme);
  const baseTasks = new Set(scheme.tasks.filter((task) => task.order === 0).map((task) => task.id));
  const finders = new Map<string, ContributionsOf>();
  return (present) => {
    const key = present.join('\n');
    const finder = finders.get(key) ?? finderFor(contributions, baseTasks, new Set(present));
    finders.set(key, finder);
    return finder;
  };
});

function allContributions(scheme: Scheme): readonly Contribution[] {
  const numbers = numberColumns(scheme).map(({ id }) => id);
  const once = new Set(scheme.columns.filter(({ joint }) => joint === 'once').map(({ id }) => id));
  return scheme.indicators.flatMap((indicator) => contributionOf(indicator, numbers, once));
}

function finderFor(
  contributions: readonly Contribution[],
  baseTasks: ReadonlySet<string>,
  present: ReadonlySet<string>,
): ContributionsOf {
  const takes = ({ rollup: { types } }: Contribution, type: string | null) =>
    types.length === 0 || (type === null ? !present.has(TYPE) : types.includes(type));
  const known = new Map<string | null, Map<string | null, readonly FileContribution[]>>();
  return ({ task, type }) => {
    const ofTask = known.get(task) ?? new Map<string | null, readonly FileContribution[]>();
    const found = ofTask.get(type);
    if (found !== undefined) return found;
    const matching = contributions
      .filter((one) => (one.indicator.task === task || baseTasks.has(one.indicator.task)) && takes(one, type))
      .map((one) => ({ ...one, given: one.needs.every((column) => present.has(column)) }));
    known.set(task, ofTask.set(type, matching));
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
