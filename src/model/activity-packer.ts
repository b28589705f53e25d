import type { Decimal } from '../decimal/decimal.ts';
import type { Activities, ActivityColumns } from './activities.ts';
import {
  type CodedColumn,
  closedColumn,
  type OpenCodes,
  type OpenColumn,
  openColumn,
  putAgain,
  putValue,
} from './coded-column.ts';
import type { Activity } from './filed-return.ts';

/** Puts ledger rows into columns, one after the other. */
export interface ActivityPacker {
  readonly add: (row: Activity) => void;
  /** Adds a row that says in each of the `columns` what the row at a place says; at its own what was put there already. */
  readonly addLike: (row: number, places: Uint32Array) => void;
  readonly size: () => number;
  readonly open: OpenActivities;
  /** All open columns. */
  readonly columns: readonly OpenCodes[];
  /** The rows so far; none may be added afterwards. */
  readonly build: () => Activities;
}

type OpenColumns<Columns> = {
  readonly [Field in keyof Columns]: Columns[Field] extends CodedColumn<infer T> ? OpenColumn<T> : never;
};

/** The columns of rows that are still added. */
export type OpenActivities = OpenColumns<ActivityColumns> & { readonly numbers: readonly OpenColumn<Decimal | null>[] };

const FEWEST = 16;

/** A packer for so many rows or fewer, as far as is known, with so many numbers each; it takes more rows. */
export function activityPacker(expected: number, numbers: number): ActivityPacker {
  const open = openActivities(expected, numbers);
  const { numbers: ofNumbers, ...others } = open;
  const columns = [...Object.values(others), ...ofNumbers];
  let rows = new Uint32Array(Math.max(expected, FEWEST));
  let size = 0;

  function begin(row: number): void {
    if (size === rows.length) {
      const more = new Uint32Array(2 * size);
      more.set(rows);
      rows = more;
    }
    rows[size] = row;
  }

  return {
    add(row) {
      begin(row.row);
      putRow(open, size, row);
      size++;
    },
    addLike(row, places) {
      begin(row);
      for (let at = 0; at < columns.length; at++) {
        const column = columns[at];
        const from = places[at] ?? 0;
        if (column !== undefined && from !== size) putAgain(column, size, from);
      }
      size++;
    },
    size: () => size,
    open,
    columns,
    build: () => closedActivities(open, rows.subarray(0, size)),
  };
}

function openActivities(expected: number, numbers: number): OpenActivities {
  return {
    table: openColumn(expected),
    region: openColumn(expected),
    task: openColumn(expected),
    type: openColumn(expected),
    association: openColumn(expected),
    associationName: openColumn(expected),
    title: openColumn(expected),
    venue: openColumn(expected),
    start: openColumn(expected),
    end: openColumn(expected),
    part: openColumn(expected),
    defects: openColumn(expected),
    flags: openColumn(expected),
    setAside: openColumn(expected),
    numbers: Array.from({ length: numbers }, () => openColumn(expected)),
  };
}

function putRow(open: OpenActivities, at: number, row: Activity): void {
  putValue(open.table, at, row.table);
  putValue(open.region, at, row.region);
  putValue(open.task, at, row.task);
  putValue(open.type, at, row.type);
  putValue(open.association, at, row.association);
  putValue(open.associationName, at, row.associationName);
  putValue(open.title, at, row.title);
  putValue(open.venue, at, row.venue);
  putValue(open.start, at, row.start);
  putValue(open.end, at, row.end);
  putValue(open.part, at, row.part);
  putValue(open.defects, at, row.defects);
  putValue(open.flags, at, row.flags);
  putValue(open.setAside, at, row.setAside);
  for (let number = 0; number < open.numbers.length; number++) {
    const column = open.numbers[number];
    if (column !== undefined) putValue(column, at, row.numbers[number] ?? null);
  }
}

function closedActivities(open: OpenActivities, rows: Uint32Array): Activities {
  const { length } = rows;
  return {
    length,
    rows,
    table: closedColumn(open.table, length),
    region: closedColumn(open.region, length),
    task: closedColumn(open.task, length),
    type: closedColumn(open.type, length),
    association: closedColumn(open.association, length),
    associationName: closedColumn(open.associationName, length),
    title: closedColumn(open.title, length),
    venue: closedColumn(open.venue, length),
    start: closedColumn(open.start, length),
    end: closedColumn(open.end, length),
    part: closedColumn(open.part, length),
    defects: closedColumn(open.defects, length),
    flags: closedColumn(open.flags, length),
    setAside: closedColumn(open.setAside, length),
    numbers: open.numbers.map((column) => closedColumn(column, length)),
  };
}

/** Rows in columns. */
export function packedActivities(rows: Iterable<Activity>): Activities {
  let packer: ActivityPacker | null = null;
  for (const row of rows) {
    packer ??= activityPacker(0, row.numbers.length);
    packer.add(row);
  }
  return packer?.build() ?? NO_ACTIVITY;
}

/** Of a file without ledger rows. */
export const NO_ACTIVITY: Activities = activityPacker(0, 0).build();
