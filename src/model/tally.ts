import { add, type Decimal, whole, ZERO } from '../decimal/decimal.ts';
import type { Place } from './place.ts';

/** What ledger rows add up to for one indicator: a sum, or for `distinct` the set of associations. */
export interface Tally {
  readonly sum: Decimal;
  /** Null unless the indicator counts associations. */
  readonly members: ReadonlySet<string> | null;
  /** False when a row's number is unreadable, or blank though expected. */
  readonly complete: boolean;
  /** Where the first row that adds something says so; null when none does. */
  readonly first: Place | null;
}

/** The tallies of one return, by region and indicator. */
export interface LedgerTallies {
  /** No entry = no row matches, which is zero. */
  readonly byRegion: ReadonlyMap<string, ReadonlyMap<string, Tally>>;
  /** Indicators the ledger cannot give: no roll-up, or a column that its rows need is missing. */
  readonly cannotGive: ReadonlySet<string>;
}

export const EMPTY_TALLY: Tally = { sum: ZERO, members: null, complete: true, first: null };

/** The tally of several disjoint groups of rows together. */
export function sumTallies(tallies: Iterable<Tally>): Tally {
  let sum = ZERO;
  let members: Set<string> | null = null;
  let complete = true;
  let first: Place | null = null;
  for (const tally of tallies) {
    sum = add(sum, tally.sum);
    complete &&= tally.complete;
    first ??= tally.first;
    if (tally.members === null) continue;
    members ??= new Set();
    for (const member of tally.members) members.add(member);
  }
  return { sum, members, complete, first };
}

/** The number a tally stands for. */
export function tallyValue(tally: Tally): Decimal {
  return add(tally.sum, whole(tally.members?.size ?? 0));
}
