import { type Decimal, smallWhole } from '../decimal/decimal.ts';
import type { Activities } from '../model/activities.ts';
import { valueAt } from '../model/coded-column.ts';
import type { Activity } from '../model/filed-return.ts';

/** What of a ledger row adds up. */
export interface CountedRow
  extends Pick<Activity, 'table' | 'row' | 'task' | 'type' | 'association' | 'flags' | 'defects'> {
  /** By place in `Activity.numbers`; null where there is none. */
  readonly number: (at: number) => Decimal | null;
  /** The same as `smallWhole` tells it, and 0 where there is none. */
  readonly small: (at: number) => number;
}

/** A reader for the rows of a file by their places: it gives one object for all, which is the row asked for last. */
export function countedRows(activities: Activities): (place: number) => CountedRow {
  let place = 0;
  const smalls: (readonly number[])[] = [];
  const row: CountedRow = {
    get table() {
      return valueAt(activities.table, place);
    },
    get row() {
      return activities.rows[place] ?? 0;
    },
    get task() {
      return valueAt(activities.task, place);
    },
    get type() {
      return valueAt(activities.type, place);
    },
    get association() {
      return valueAt(activities.association, place);
    },
    get flags() {
      return valueAt(activities.flags, place);
    },
    get defects() {
      return valueAt(activities.defects, place);
    },
    number(at) {
      const column = activities.numbers[at];
      return column === undefined ? null : valueAt(column, place);
    },
    small(at) {
      const column = activities.numbers[at];
      if (column === undefined) return 0;
      smalls[at] ??= column.values.map(smallOf);
      return smalls[at][column.codes[place] ?? 0] ?? 0;
    },
  };
  return (next) => {
    place = next;
    return row;
  };
}

/** A row that is held as a whole. */
export function countedRow(row: Activity): CountedRow {
  const number = (at: number) => row.numbers[at] ?? null;
  return { ...row, number, small: (at) => smallOf(number(at)) };
}

function smallOf(value: Decimal | null): number {
  return value === null ? 0 : smallWhole(value);
}
