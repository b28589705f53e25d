import { answerAt, type Draft } from '../../entry/draft.ts';
import { judgeDraft } from '../../entry/judge-draft.ts';
import { summaryQuestions } from '../../entry/questions.ts';
import { periodLabel } from '../../message/report-labels.ts';
import type { Choice } from '../dialogue.ts';
import { activities, lineOf } from './activities.ts';
import { chooseFigures, figuresDone, goOnWithFigures } from './figures.ts';
import { type Filling, nameOf, tell } from './filling.ts';
import { finish } from './finish.ts';
import { review } from './review.ts';
import type { ReturnPlace } from './write-return.ts';

type Entry = 'next' | 'tasks' | 'activities' | 'show' | 'review' | 'finish' | 'leave';

/** The menu of a return: everything leads back to it, until the return is written or left. Returns the exit code. */
export async function menu(filling: Filling, start: Draft, place: ReturnPlace): Promise<number> {
  const { dialogue, texts, session, store } = filling;
  let draft = start;
  for (;;) {
    const { message, choices } = entries(filling, draft);
    await tell(filling, `\n${message}`, (line) => session.paint.stderr.bold(line));
    const chosen = await dialogue.choose({ isPassing: true, message: texts.askMenu, choices });
    if (chosen === 'next') draft = await goOnWithFigures(filling, draft);
    if (chosen === 'tasks') draft = await chooseFigures(filling, draft);
    if (chosen === 'activities') draft = await activities(filling, draft);
    if (chosen === 'review') draft = await review(filling, draft);
    if (chosen === 'show') await show(filling, draft);
    if (chosen === 'leave') {
      await store.save(draft);
      await tell(filling, texts.left(store.shown, `huizong ${session.command}`));
      return 0;
    }
    if (chosen !== 'finish') continue;
    const finished = await finish(filling, draft, place);
    if ('code' in finished) return finished.code;
    draft = finished.draft;
  }
}

function entries(
  filling: Filling,
  draft: Draft,
): { readonly message: string; readonly choices: readonly Choice<Entry>[] } {
  const { texts, session, context } = filling;
  const judgement = judgeDraft(draft, context);
  const [answered, of] = figuresDone(draft, filling);
  const hasSummary = draft.forms.includes('summary');
  const hasLedger = draft.forms.includes('ledger');
  const period = session.language === 'en' ? context.period.id : periodLabel(context.period);
  const done = [
    texts.heading(nameOf(filling, draft.bureau), period),
    ...(hasSummary ? [texts.figuresDone(answered, of)] : []),
    ...(hasLedger ? [texts.activitiesDone(draft.activities.length)] : []),
  ];
  const open = judgement.errors.length + judgement.warnings.length > 0;
  const choices: readonly (Choice<Entry> | null)[] = [
    hasSummary && answered < of ? { value: 'next', name: texts.menu.next } : null,
    hasSummary ? { value: 'tasks', name: texts.menu.tasks } : null,
    hasLedger ? { value: 'activities', name: texts.menuActivities(draft.activities.length) } : null,
    { value: 'show', name: texts.menu.show },
    open ? { value: 'review', name: texts.menuReview(judgement.errors.length, judgement.warnings.length) } : null,
    { value: 'finish', name: texts.menuFinish(judgement.missing.length) },
    { value: 'leave', name: texts.menu.leave },
  ];
  return {
    message: done.join('  '),
    choices: choices.filter((choice) => choice !== null),
  };
}

/** All that is filled in, task by task, and the activities. */
async function show(filling: Filling, draft: Draft): Promise<void> {
  const { texts, context } = filling;
  const lines: string[] = [];
  for (const region of draft.regions) {
    for (const { task, indicators } of summaryQuestions(context.scheme)) {
      const told = indicators.flatMap(({ id, unit }) => {
        const text = answerAt(draft, { form: 'summary', region, item: id });
        return text === '' ? [] : [texts.total(nameOf(filling, id), text, unit)];
      });
      const title = `${draft.regions.length > 1 ? `${nameOf(filling, region)} ` : ''}${nameOf(filling, task.id)}`;
      if (told.length > 0) lines.push(title, ...told);
    }
  }
  lines.push(...draft.activities.map((one, at) => lineOf(one, at, filling)));
  await tell(filling, lines.length === 0 ? texts.nothingYet : lines.join('\n'));
}
