import { activityList } from '../model/activities.ts';
import type { Finding } from '../model/finding.ts';
import { isProgramCode } from '../model/finding-codes.ts';
import { findingValue } from '../model/finding-value.ts';
import type { JudgeContext } from '../pipeline/judge-return.ts';
import { type Draft, type Reason, sameTarget, type Target, withAnswer } from './draft.ts';
import { type DraftFinding, type Judgement, judgeDraft, keyOf } from './judge-draft.ts';

/** What comes of an answer. */
export interface Answered {
  /** With the answer; as it was when the answer is refused. */
  readonly draft: Draft;
  readonly judgement: Judgement;
  /** Errors by which the text cannot be taken. */
  readonly refused: readonly DraftFinding[];
  /** Errors that the answer makes together with others, and warnings about it, both without reasons yet. */
  readonly errors: readonly DraftFinding[];
  readonly warnings: readonly DraftFinding[];
}

/** Answers a question with a text, judged as a cell of a file would be. */
export function answer(draft: Draft, target: Target, text: string, context: JudgeContext): Answered {
  const next = withAnswer(draft, target, text.trim());
  const judgement = judgeDraft(next, context);
  const refused = judgement.errors.filter((one) => one.refuses && sameTarget(one.target, target));
  if (refused.length > 0) return { draft, judgement, refused, errors: [], warnings: [] };
  const before = judgeDraft(draft, context);
  const known = new Set([...before.errors, ...before.warnings].map(({ finding }) => keyOf(finding)));
  // Of other places only rules speak up: what compares whole forms waits until they are whole.
  const isMeant = (one: DraftFinding) =>
    text.trim() !== '' &&
    (sameTarget(one.target, target) || (!isProgramCode(one.finding.code) && !known.has(keyOf(one.finding))));
  return {
    draft: next,
    judgement,
    refused,
    errors: judgement.errors.filter(isMeant),
    warnings: judgement.warnings.filter(isMeant),
  };
}

/** The line of `explanations.csv` that gives a reason for a finding; null where none can be given. */
export function reasonFor(
  { finding, target }: DraftFinding,
  judgement: Judgement,
  draft: Draft,
  reason: string,
): Reason | null {
  const { code, bureau, region, column, indicator } = finding;
  const line: Reason = {
    ...{ code, bureau: bureau ?? draft.bureau, period: draft.period, activity: '', association: '', date: '' },
    ...{ region: '', item: column ?? indicator ?? '', value: findingValue(finding), reason },
  };
  const row = rowOf(finding, judgement);
  if (row !== null) {
    const { title: activity, associationName: association, start } = row;
    return activity === '' && association === '' ? null : { ...line, activity, association, date: start ?? '' };
  }
  if (region === null || line.item === '' || target === null) return null;
  return { ...line, region };
}

function rowOf({ place }: Finding, { filed }: Judgement) {
  const isAt = ({ table, row }: { table: number; row: number }) =>
    row === place.row && filed.tables[table]?.sheet === place.sheet;
  return activityList(filed.activities).find(isAt) ?? null;
}
