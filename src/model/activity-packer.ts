import type { Decimal } from '../decimal/decimal.ts';
import type { Activities } from './activities.ts';
import { closedColumn, type OpenColumn, openColumn, putValue } from './coded-column.ts';
import type { Activity } from './filed-return.ts';

/** Puts ledger rows into columns, one after the other. */
export interface ActivityPacker {
  readonly add: (row: Activity) => void;
  readonly size: () => number;
  /** The rows so far; none may be added afterwards. */
  readonly build: () => Activities;
}

const FEWEST = 16;

/** A packer for so many rows or fewer, as far as is known; it takes more. */
export function activityPacker(expected: number): ActivityPacker {
  const table = openColumn<Activity['table']>(expected);
  const region = openColumn<Activity['region']>(expected);
  const task = openColumn<Activity['task']>(expected);
  const type = openColumn<Activity['type']>(expected);
  const association = openColumn<Activity['association']>(expected);
  const associationName = openColumn<Activity['associationName']>(expected);
  const title = openColumn<Activity['title']>(expected);
  const venue = openColumn<Activity['venue']>(expected);
  const start = openColumn<Activity['start']>(expected);
  const end = openColumn<Activity['end']>(expected);
  const part = openColumn<Activity['part']>(expected);
  const defects = openColumn<Activity['defects']>(expected);
  const flags = openColumn<Activity['flags']>(expected);
  const setAside = openColumn<Activity['setAside']>(expected);
  let numbers: readonly OpenColumn<Decimal | null>[] = [];
  let rows = new Uint32Array(Math.max(expected, FEWEST));
  let size = 0;

  function grow(): void {
    const more = new Uint32Array(2 * size);
    more.set(rows);
    rows = more;
  }

  return {
    add(row) {
      if (size === 0) numbers = row.numbers.map(() => openColumn(expected));
      if (size === rows.length) grow();
      rows[size] = row.row;
      putValue(table, size, row.table);
      putValue(region, size, row.region);
      putValue(task, size, row.task);
      putValue(type, size, row.type);
      putValue(association, size, row.association);
      putValue(associationName, size, row.associationName);
      putValue(title, size, row.title);
      putValue(venue, size, row.venue);
      putValue(start, size, row.start);
      putValue(end, size, row.end);
      putValue(part, size, row.part);
      putValue(defects, size, row.defects);
      putValue(flags, size, row.flags);
      putValue(setAside, size, row.setAside);
      for (let at = 0; at < numbers.length; at++) {
        const column = numbers[at];
        if (column !== undefined) putValue(column, size, row.numbers[at] ?? null);
      }
      size++;
    },
    size: () => size,
    build: () => ({
      length: size,
      rows: rows.subarray(0, size),
      table: closedColumn(table, size),
      region: closedColumn(region, size),
      task: closedColumn(task, size),
      type: closedColumn(type, size),
      association: closedColumn(association, size),
      associationName: closedColumn(associationName, size),
      title: closedColumn(title, size),
      venue: closedColumn(venue, size),
      start: closedColumn(start, size),
      end: closedColumn(end, size),
      part: closedColumn(part, size),
      defects: closedColumn(defects, size),
      flags: closedColumn(flags, size),
      setAside: closedColumn(setAside, size),
      numbers: numbers.map((column) => closedColumn(column, size)),
    }),
  };
}

/** Rows in columns. */
export function packedActivities(rows: Iterable<Activity>): Activities {
  const packer = activityPacker(0);
  for (const row of rows) packer.add(row);
  return packer.build();
}

/** Of a file without ledger rows. */
export const NO_ACTIVITY: Activities = packedActivities([]);
