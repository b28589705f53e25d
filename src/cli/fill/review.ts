import { reasonFor } from '../../entry/answer.ts';
import type { Draft } from '../../entry/draft.ts';
import { type DraftFinding, type Judgement, judgeDraft } from '../../entry/judge-draft.ts';
import { describeFinding } from '../../message/describe.ts';
import { follow, lineOf } from './activities.ts';
import { askReason } from './ask-answer.ts';
import { askFigure } from './figures.ts';
import { type Filling, nameOf, tell, tellFinding, type Words } from './filling.ts';

/** The list of errors and warnings: each leads to its answer, or to a reason, until the clerk goes back. */
export async function review(filling: Filling, draft: Draft): Promise<Draft> {
  const { dialogue, texts, context } = filling;
  let next = draft;
  for (;;) {
    const judgement = judgeDraft(next, context);
    const open = [...judgement.errors, ...judgement.warnings];
    if (open.length === 0) {
      await tell(filling, texts.allWell);
      return next;
    }
    const choices = open.map((value) => ({ value: value as DraftFinding | null, name: entryOf(filling, next, value) }));
    const chosen = await dialogue.choose({
      isPassing: true,
      message: texts.askReview,
      choices: [...choices, { value: null, name: texts.toMenu }],
    });
    if (chosen === null) return next;
    next = await settleOne(filling, next, chosen, judgement);
  }
}

/** Lets a finding be settled: a warning by a reason, anything by another answer. */
async function settleOne(filling: Filling, draft: Draft, one: DraftFinding, judgement: Judgement): Promise<Draft> {
  const { texts, dialogue } = filling;
  const canExplain = one.finding.severity === 'warning' && reasonFor(one, judgement, draft, '') !== null;
  if (canExplain) {
    const next = await askReason(filling, draft, one, (reason) => reasonFor(one, judgement, draft, reason));
    if (next !== draft || one.target === null) return next;
    const choices = [
      { value: true, name: texts.changeOther(nameOf(filling, one.target.item), '') },
      { value: false, name: texts.toMenu },
    ];
    if (!(await dialogue.choose({ message: texts.askWrong, choices }))) return draft;
  } else await tellFinding(filling, one);
  if (one.target === null) return draft;
  return one.target.form === 'summary'
    ? (await askFigure(filling, draft, one.target)).draft
    : follow(filling, draft, one.target);
}

/** A finding in a line of the list: where, and what. */
export function entryOf(filling: Words, draft: Draft, { finding, target }: DraftFinding): string {
  const { texts, context, session } = filling;
  const { message } = describeFinding(finding, context.scheme, session.language);
  return texts.reviewLine(
    finding.severity === 'error' ? texts.error : texts.warning,
    subjectOf(filling, draft, target),
    message,
  );
}

/** An answer, or an activity as a whole, in words; empty for none. */
export function answerName(words: Words, draft: Draft, target: DraftFinding['target']): string {
  if (target === null) return '';
  const subject = subjectOf(words, draft, target);
  return [subject, target.item === '' ? '' : nameOf(words, target.item)].filter((part) => part !== '').join(' ');
}

/** The activity or region that a finding is about; empty where there is only one region. */
function subjectOf(filling: Words, draft: Draft, target: DraftFinding['target']): string {
  if (target === null) return '';
  if (target.form === 'summary') return draft.regions.length > 1 ? nameOf(filling, target.region) : '';
  const at = draft.activities.findIndex(({ number }) => number === target.activity);
  const activity = draft.activities[at];
  return activity === undefined ? '' : lineOf(activity, at, filling);
}
