import type { Activity } from '../model/filed-return.ts';
import { booleanColumns, numberColumns } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { FiledRow } from './event-groups.ts';

/** Id that every scheme gives the column of the part that an association took. */
const PART = 'part';

/** How the rows of a joint event add up; prepared once a run. */
export interface JointColumns {
  /** What the association writes that leads an event: the first value of the scheme's list. */
  readonly leading: string | null;
  /** Columns in which every row carries the same number, by place in `Activity.numbers`. */
  readonly once: readonly { readonly id: string; readonly number: number }[];
  /** Yes/no columns. */
  readonly flags: readonly string[];
}

/** Prepares the columns that settle joint events. */
export function jointColumns(scheme: Scheme): JointColumns {
  const columns = numberColumns(scheme);
  return {
    leading: scheme.columns.find(({ id }) => id === PART)?.values[0] ?? null,
    once: columns.flatMap(({ id, joint }, number) => (joint === 'once' ? [{ id, number }] : [])),
    flags: booleanColumns(scheme).map(({ id }) => id),
  };
}

/** A joint event: its rows as they add up, and what they do not agree on. */
export interface JointEvent {
  /** The row with which the event counts. */
  readonly first: FiledRow;
  readonly rows: ReadonlyMap<FiledRow, Activity>;
  readonly differences: readonly JointDifference[];
}

/** A number with which the event counts, and the rows that say another. */
export interface JointDifference {
  readonly column: string;
  readonly number: number;
  readonly kept: FiledRow;
  readonly ignored: readonly FiledRow[];
}

/**
 * Joins the rows of an event of several associations, given in order.
 *
 * The first row is that of the first association that leads it, else the first. Each number comes from the first row,
 * in this order, that gives it: a blank says nothing. What cannot be read before it leaves the number doubtful. The
 * event has a yes when one row has it.
 */
export function joinEvent(rows: readonly [FiledRow, ...FiledRow[]], columns: JointColumns): JointEvent {
  const { leading } = columns;
  const first = rows.find(({ activity }) => leading !== null && activity.part === leading) ?? rows[0];
  const inOrder = [first, ...rows.filter((row) => row !== first)];
  const taken = columns.once.map(({ id, number }) => takeNumber(id, number, inOrder));
  const numbers = [...first.activity.numbers];
  for (const { number, kept } of taken) numbers[number] = kept?.activity.numbers[number] ?? null;
  const { flags, doubtful: doubtfulFlags } = takeFlags(columns.flags, inOrder);
  const settled = new Set([...columns.once.map(({ id }) => id), ...columns.flags]);
  const own = (row: FiledRow) => [...row.activity.defects.filter((id) => !settled.has(id)), ...doubtfulFlags];
  const doubtful = taken.flatMap((one) => (one.doubtful ? [one.column] : []));
  return {
    first,
    rows: new Map(
      inOrder.map((row) =>
        row === first
          ? [row, { ...row.activity, numbers, flags, defects: [...own(row), ...doubtful] }]
          : [row, { ...row.activity, flags, defects: own(row) }],
      ),
    ),
    differences: taken.flatMap(({ differences }) => differences),
  };
}

interface TakenNumber {
  readonly column: string;
  readonly number: number;
  readonly kept: FiledRow | null;
  readonly doubtful: boolean;
  readonly differences: readonly JointDifference[];
}

function takeNumber(column: string, number: number, rows: readonly FiledRow[]): TakenNumber {
  const valueIn = ({ activity }: FiledRow) => activity.numbers[number] ?? null;
  const at = rows.findIndex((row) => valueIn(row) !== null);
  const before = at < 0 ? rows : rows.slice(0, at);
  const doubtful = before.some(({ activity }) => activity.defects.includes(column));
  const kept = rows[at] ?? null;
  if (kept === null) return { column, number, kept, doubtful, differences: [] };
  const ignored = rows.slice(at + 1).filter((row) => valueIn(row) !== null && valueIn(row) !== valueIn(kept));
  const differences = ignored.length === 0 ? [] : [{ column, number, kept, ignored }];
  return { column, number, kept, doubtful, differences };
}

function takeFlags(
  columns: readonly string[],
  rows: readonly FiledRow[],
): { readonly flags: readonly string[]; readonly doubtful: readonly string[] } {
  const flags = columns.filter((id) => rows.some(({ activity }) => activity.flags.includes(id)));
  const open = columns.filter((id) => !flags.includes(id));
  return { flags, doubtful: open.filter((id) => rows.some(({ activity }) => activity.defects.includes(id))) };
}
