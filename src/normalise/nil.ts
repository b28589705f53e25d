import { matchKey } from '../text/match-key.ts';

const REMARKED = /^([^()]+)\(([^()]+)\)$/u;
const MARKS_APART = /[/\u3001,;]/u;

/** Whether a folded text declares nil: a mark, marks side by side (`无/未开展`), or one behind the other (`无（未开展）`). */
export function isNil(folded: string, marks: ReadonlySet<string>): boolean {
  const key = matchKey(folded);
  if (marks.has(key)) return true;
  const [, said, remark] = REMARKED.exec(key) ?? [];
  const parts = said === undefined || remark === undefined ? key.split(MARKS_APART) : [said, remark];
  return parts.length > 1 && parts.every((part) => marks.has(part));
}

/** What stands before a nil mark in brackets (`0` of `0（未开展）`); null when there is no such remark. */
export function withoutNilRemark(folded: string, marks: ReadonlySet<string>): string | null {
  const [, said, remark] = REMARKED.exec(folded) ?? [];
  return said !== undefined && remark !== undefined && marks.has(matchKey(remark)) ? said : null;
}
