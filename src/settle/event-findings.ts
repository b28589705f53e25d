import { type Decimal, format } from '../decimal/decimal.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { placeName } from '../model/place.ts';
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
    ...differences.map(({ column, number, kept, ignored }) => {
      const place = placeIn(ignored, column);
      const at = placeName(place, placeIn(kept, column));
      const shown = (row: FiledRow) => numberText(row.activity.numbers[number] ?? null);
      const args = { kept: shown(kept), ignored: shown(ignored), at };
      const { region } = ignored.activity;
      return finding('JOINT_EVENT_DIFFERS', place, args, { bureau: bureauOf(ignored), region, column });
    }),
  ];
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

function placesOf(): (row: FiledRow, column: string) => ReturnType<PlaceOf> {
  const finders = new Map<FiledReturn, PlaceOf>();
  return ({ filed, activity }, column) => {
    const found = finders.get(filed) ?? placeFinder(filed);
    finders.set(filed, found);
    return found(activity, column);
  };
}
