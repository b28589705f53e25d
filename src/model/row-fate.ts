import type { Activity } from './filed-return.ts';

/** What settling decides about a ledger row, when that is more than the row says of itself. */
export type RowFate =
  | {
      readonly counts: false;
      readonly reason: 'duplicate' | 'replacedByCounty';
      /** The row that it duplicates; null when it gives way to a whole return. */
      readonly of: RowRef | null;
    }
  | {
      readonly counts: true;
      /** Whether the event counts with this row: of the rows of a joint event only with the first. */
      readonly event: boolean;
      /** The row as it adds up. */
      readonly row: Activity;
    };

/** A row of a file. */
export interface RowRef {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
}

/** Fates by row; a row without one counts as it stands, unless it says itself that it cannot. */
export type RowFates = ReadonlyMap<Activity, RowFate>;

export const NO_FATES: RowFates = new Map();

/** Whether a ledger row counts. */
export function rowCounts(row: Activity, fates: RowFates): boolean {
  return row.setAside === null && fates.get(row)?.counts !== false;
}
