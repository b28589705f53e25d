import type { Form } from './recognised.ts';

/** One line of a roster: a bureau that is due while the line holds. Dates are ISO, both included. */
export interface RosterEntry {
  readonly bureau: string;
  /** Null: the region's own name. */
  readonly name: string | null;
  /** Forms that are due; empty when one is enough. */
  readonly forms: readonly Form[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly exempt: boolean;
}

/** Whether a line of a roster holds on a day. */
export function holdsOn({ validFrom, validTo }: RosterEntry, date: string): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo);
}

/** The day on which a bureau's file with this content came: an ISO date, or null when nobody noted it. */
export type ReceiptOf = (bureau: string, sha256: string) => string | null;
