import { type Decimal, format, ZERO } from '../decimal/decimal.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { type Place, placeName } from '../model/place.ts';
import type { RowRef } from '../model/row-fate.ts';
import { type PlaceOf, placeFinder } from '../model/row-place.ts';
import type { FiledRow } from './event-groups.ts';
import type { JointDifference } from './joint-event.ts';

/** A row that tells again what an association did, with the row that counts. */
export interface Duplicate {
  readonly row: FiledRow;
  readonly of: FiledRow;
}

/** Id that every scheme gives the column of titles. */
const TITLE = 'title';

/** What is to be said of duplicates and of joint events whose rows carry different numbers: both places are named. */
export function eventFindings(
  duplicates: readonly Duplicate[],
  differences: readonly JointDifference[],
): readonly Finding[] {
  const placeIn = placesOf();
  return [
    ...duplicates.map(({ row, of }) => {
      const { title: raw, region } = row.activity;
      const place = placeIn(row, TITLE);
      const at = placeName(place, placeIn(of, TITLE));
      return finding('DUPLICATE_ACTIVITY', place, { at }, { bureau: bureauOf(row), region, column: TITLE, raw });
    }),
    ...differences.flatMap((one) => differenceFindings(one, placeIn)),
  ];
}

/** Rows of an event of which each is told with its own number; of more all are told alike, or a file could fill the report. */
const TOLD_APART = 1000;

function differenceFindings({ column, number, kept, ignored }: JointDifference, placeIn: PlaceIn): readonly Finding[] {
  const shown = ({ activity }: FiledRow) => numberText(activity.numbers[number] ?? null);
  const range =
    ignored.length > TOLD_APART ? rangeOf(ignored.map(({ activity }) => activity.numbers[number] ?? ZERO)) : null;
  const own = placeIn(kept, column);
  return ignored.map((row) => {
    const place = placeIn(row, column);
    const args = { kept: shown(kept), ignored: range ?? shown(row), at: placeName(place, own) };
    return finding('JOINT_EVENT_DIFFERS', place, args, { bureau: bureauOf(row), region: row.activity.region, column });
  });
}

function rangeOf(values: readonly Decimal[]): string {
  let [least = ZERO] = values;
  let most = least;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least === most ? format(least) : `${format(least)}–${format(most)}`;
}

/** The row as lists of rows name it. */
export function rowRef({ filed, activity }: FiledRow): RowRef {
  return { file: filed.file, sheet: filed.tables[activity.table]?.sheet ?? null, row: activity.row };
}

function numberText(value: Decimal | null): string {
  return value === null ? '' : format(value);
}

function bureauOf({ filed }: FiledRow): string | null {
  return filed.sender?.value ?? null;
}

type PlaceIn = (row: FiledRow, column: string) => Place;

function placesOf(): PlaceIn {
  const finders = new Map<FiledReturn, PlaceOf>();
  return ({ filed, activity }, column) => {
    const found = finders.get(filed) ?? placeFinder(filed);
    finders.set(filed, found);
    return found(activity, column);
  };
}
