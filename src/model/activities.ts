import type { Decimal } from '../decimal/decimal.ts';
import { type CodedColumn, valueAt } from './coded-column.ts';
import type { Activity } from './filed-return.ts';

/**
 * Ledger rows in order, in columns: an object for each of a million rows takes more memory than all else, and more time to
 * look after. Who needs a row as a whole makes it by `activityAt`; who asks many rows for few fields reads their columns.
 */
export interface Activities extends ActivityColumns {
  readonly length: number;
  readonly rows: Uint32Array;
  /** By place in `numberColumns(scheme)`. */
  readonly numbers: readonly CodedColumn<Decimal | null>[];
}

type CodedFields = Omit<Activity, 'row' | 'numbers'>;

/** Of each field of a row a column of the same name. */
export type ActivityColumns = { readonly [Field in keyof CodedFields]: CodedColumn<CodedFields[Field]> };

/** A row by its place, made anew each time. */
export function activityAt(activities: Activities, at: number): Activity {
  return {
    table: valueAt(activities.table, at),
    row: activities.rows[at] ?? 0,
    region: valueAt(activities.region, at),
    task: valueAt(activities.task, at),
    type: valueAt(activities.type, at),
    association: valueAt(activities.association, at),
    associationName: valueAt(activities.associationName, at),
    title: valueAt(activities.title, at),
    venue: valueAt(activities.venue, at),
    start: valueAt(activities.start, at),
    end: valueAt(activities.end, at),
    part: valueAt(activities.part, at),
    numbers: activities.numbers.map((column) => valueAt(column, at)),
    defects: valueAt(activities.defects, at),
    flags: valueAt(activities.flags, at),
    setAside: valueAt(activities.setAside, at),
  };
}

/** All rows at once, for who has few. */
export function activityList(activities: Activities): readonly Activity[] {
  return [...eachActivity(activities)];
}

/** The rows one after the other. */
export function* eachActivity(activities: Activities): Generator<Activity> {
  for (let at = 0; at < activities.length; at++) yield activityAt(activities, at);
}
