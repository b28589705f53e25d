import { reasonFor } from '../../entry/answer.ts';
import { type Draft, type DraftActivity, type Target, withActivity, withoutActivity } from '../../entry/draft.ts';
import { judgeDraft } from '../../entry/judge-draft.ts';
import { ledgerQuestions } from '../../entry/questions.ts';
import { findActivityType, findTask } from '../../scheme/dictionary.ts';
import type { ActivityType, Column } from '../../scheme/scheme.ts';
import type { Choice } from '../dialogue.ts';
import { askReason } from './ask-answer.ts';
import { askColumn } from './ask-column.ts';
import { type Filling, kept, nameOf, type Step, tell } from './filling.ts';

type Action = 'rest' | 'all' | 'one' | 'copy' | 'remove' | 'up';

/** The list of activities: one is added, or one of them taken up, until the clerk goes back. */
export async function activities(filling: Filling, draft: Draft): Promise<Draft> {
  const { dialogue, texts } = filling;
  let next = draft;
  for (;;) {
    const lines = next.activities.map((one, at) => ({ value: one.number, name: lineOf(one, at, filling) }));
    const ends = [
      { value: 0, name: texts.addActivity },
      { value: -1, name: texts.toMenu },
    ];
    // What is done most is pointed at first.
    const chosen = await dialogue.choose({
      isPassing: true,
      message: texts.askActivities,
      choices: [...ends.slice(0, 1), ...lines, ...ends.slice(1)],
    });
    if (chosen === -1) return next;
    next = chosen === 0 ? await addActivity(filling, next) : await oneActivity(filling, next, chosen);
  }
}

async function addActivity(filling: Filling, draft: Draft): Promise<Draft> {
  const added = withActivity(draft);
  await tell(filling, `\n${filling.texts.newActivity(added.draft.activities.length)}`, (line) =>
    filling.session.paint.stderr.bold(line),
  );
  const next = await askAll(filling, added.draft, added.number);
  const isEmpty =
    Object.keys(next.activities.find(({ number }) => number === added.number)?.answers ?? {}).length === 0;
  return isEmpty ? kept(filling, withoutActivity(next, added.number)) : next;
}

async function oneActivity(filling: Filling, draft: Draft, number: number): Promise<Draft> {
  const { dialogue, texts } = filling;
  let next = draft;
  for (;;) {
    const at = next.activities.findIndex((one) => one.number === number);
    const activity = next.activities[at];
    if (activity === undefined) return next;
    const line = lineOf(activity, at, filling);
    const open = questionsOf(filling, next, number).asked.find(({ id }) => (activity.answers[id] ?? '') === '');
    const actions: readonly Action[] = [
      ...(open === undefined ? [] : (['rest'] as const)),
      'one',
      'all',
      'copy',
      'remove',
      'up',
    ];
    const action = await dialogue.choose({
      isPassing: true,
      message: texts.askActivity(line),
      choices: actions.map((value) => ({ value, name: texts.activityActions[value] })),
    });
    if (action === 'up') return next;
    if (action === 'all') next = await askAll(filling, next, number);
    if (action === 'rest') next = await askAll(filling, next, number, open?.id ?? null);
    if (action === 'one') next = await askOne(filling, next, activity);
    if (action === 'copy') {
      const copy = withActivity(next, activity.answers);
      next = await kept(filling, copy.draft);
      return oneActivity(filling, next, copy.number);
    }
    if (action === 'remove' && (await isSure(filling, texts.askRemove(line)))) {
      return kept(filling, withoutActivity(next, number));
    }
  }
}

async function isSure({ dialogue, texts }: Filling, message: string): Promise<boolean> {
  const choices = [
    { value: false, name: texts.yesNo.no },
    { value: true, name: texts.yesNo.yes },
  ];
  return dialogue.choose({ message, choices });
}

/** Asks everything that an activity of its type needs, then settles what is left to be said of it. */
async function askAll(filling: Filling, draft: Draft, number: number, from: string | null = null): Promise<Draft> {
  const { texts, session, context } = filling;
  await tell(filling, texts.keys(false), (line) => session.paint.stderr.dim(line));
  let next = draft;
  let item = from;
  for (;;) {
    const { asked } = questionsOf(filling, next, number);
    const at: number = item === null ? 0 : asked.findIndex(({ id }) => id === item);
    const column: Column | undefined = asked[at];
    if (column === undefined) break;
    const step: Step = await askColumn(filling, next, number, column);
    next = step.draft;
    if (step.to === 'menu') return next;
    if (step.to === 'back' && at === 0) return next;
    // The answer may have changed what is asked after it.
    const now = questionsOf(filling, next, number).asked;
    const own = now.findIndex(({ id }) => id === column.id);
    if (step.to === 'next') item = now[own + 1]?.id ?? '';
    else item = step.to === 'back' ? (now[own - 1]?.id ?? column.id) : step.to.item;
    if (item === '') break;
  }
  const judgement = judgeDraft(next, context);
  for (const one of judgement.warnings) {
    if (one.target?.form !== 'ledger' || one.target.activity !== number) continue;
    if (reasonFor(one, judgement, next, '') === null) continue;
    next = await askReason(filling, next, one, (reason) => reasonFor(one, judgement, next, reason));
  }
  return next;
}

async function askOne(filling: Filling, draft: Draft, { number, answers }: DraftActivity): Promise<Draft> {
  const { dialogue, texts } = filling;
  const { asked, others } = questionsOf(filling, draft, number);
  const choices: Choice<Column | null>[] = [
    ...[...asked, ...others].map((value) => ({
      value,
      name: texts.columnLine(nameOf(filling, value.id), answers[value.id] ?? ''),
    })),
    { value: null, name: texts.activityActions.up },
  ];
  const column = await dialogue.choose({ isPassing: true, message: texts.askColumn, choices });
  if (column === null) return draft;
  return follow(filling, draft, { form: 'ledger', activity: number, item: column.id });
}

/** Asks an answer of an activity, and those that it leads to. */
export async function follow(
  filling: Filling,
  draft: Draft,
  target: Extract<Target, { form: 'ledger' }>,
): Promise<Draft> {
  const column = filling.context.scheme.columns.find(({ id }) => id === target.item);
  if (column === undefined) return draft;
  const { draft: next, to } = await askColumn(filling, draft, target.activity, column);
  return typeof to === 'object' && to.form === 'ledger' ? follow(filling, next, to) : next;
}

function questionsOf({ context }: Filling, draft: Draft, number: number) {
  const answers = draft.activities.find((one) => one.number === number)?.answers ?? {};
  return ledgerQuestions(
    context.scheme,
    draft.bureau,
    typeIn(answers['activity_type'] ?? '', answers['task'] ?? '', context.scheme),
  );
}

function typeIn(type: string, task: string, scheme: Filling['context']['scheme']): ActivityType | null {
  const [found = null] = findActivityType(scheme, type, findTask(scheme, task)?.id ?? null);
  return found;
}

/** An activity in a line. */
export function lineOf({ answers }: DraftActivity, at: number, { texts }: Pick<Filling, 'texts'>): string {
  const text = (id: string) => answers[id] ?? '';
  return texts.activityLine(at + 1, text('date'), text('title') || texts.untitled, text('association'));
}
