import type { Activities } from './activities.ts';
import { valueAt } from './coded-column.ts';
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

/**
 * Fates of rows, of each file by their places; a row without one counts as it stands, unless it says itself that it cannot.
 */
export type RowFates = ReadonlyMap<Activities, FatesOfFile>;

/** Of the rows of one file. */
export type FatesOfFile = ReadonlyMap<number, RowFate>;

export const NO_FATES: RowFates = new Map();
const NONE: FatesOfFile = new Map();

/** The fates of the rows of a file. */
export function fatesOf(activities: Activities, fates: RowFates): FatesOfFile {
  return fates.get(activities) ?? NONE;
}

/** Whether the row at a place counts. */
export function rowCounts(activities: Activities, at: number, fates: FatesOfFile): boolean {
  return valueAt(activities.setAside, at) === null && (fates.size === 0 || fates.get(at)?.counts !== false);
}

/** Fates that are still being settled. */
export type OpenFates = Map<Activities, Map<number, RowFate>>;

/** Says what becomes of a row. */
export function setFate(fates: OpenFates, activities: Activities, at: number, fate: RowFate): void {
  const known = fates.get(activities);
  if (known === undefined) fates.set(activities, new Map([[at, fate]]));
  else known.set(at, fate);
}
