import { type Finding, type FindingFields, finding } from '../model/finding.ts';
import type { FindingArgs, ProgramCode } from '../model/finding-codes.ts';
import type { Place } from '../model/place.ts';

/** What a cell says, and what is to be said about it; made once for a text and used at every place where it stands. */
export interface Reading<T> {
  readonly value: T;
  readonly remarks: readonly Remark[];
}

/** A finding that does not know its place yet. */
export type Remark = (place: Place, fields: FindingFields) => Finding;

export const NO_REMARKS: readonly Remark[] = [];

/** A remark of a code with its arguments. */
export function remark<C extends ProgramCode>(code: C, args: FindingArgs[C]): Remark {
  return (place, fields) => finding(code, place, args, fields);
}
