import { reasonFor } from '../../entry/answer.ts';
import { type Draft, isBlank, saysSomething, type Target } from '../../entry/draft.ts';
import { judgeDraft } from '../../entry/judge-draft.ts';
import { follow } from './activities.ts';
import { askReason } from './ask-answer.ts';
import { askFigure } from './figures.ts';
import { type Filling, kept, nameOf, tell, type Words } from './filling.ts';
import { entryOf, review } from './review.ts';
import { type ReturnPlace, writeReturn } from './write-return.ts';
import { writtenLines } from './written-lines.ts';

/** How many missing answers are named. */
const NAMED = 12;

/** What came of finishing: the exit code when the return is written, else the draft to go on with. */
export type Finished = { readonly code: number } | { readonly draft: Draft };

/** Writes the return, unless something must be mended first; what is missing is named, and warnings may be explained. */
export async function finish(filling: Filling, start: Draft, place: ReturnPlace): Promise<Finished> {
  const { dialogue, texts, context, store } = filling;
  const asked = isBlank(start) && !start.nil ? await askNil(filling, start, texts.askNilBlank) : start;
  // What was typed since stands against a nil statement.
  const isNil = asked.nil && !saysSomething(judgeDraft(asked, context).filed);
  const draft = isNil === asked.nil ? asked : await kept(filling, { ...asked, nil: isNil });
  if (isBlank(draft) && !draft.nil) return { draft };
  let judgement = judgeDraft(draft, context);
  if (judgement.errors.length > 0) {
    await tell(filling, texts.errorsBlock(judgement.errors.length));
    return { draft: await review(filling, draft) };
  }
  if (draft.forms.includes('ledger') && draft.activities.length === 0) await tell(filling, texts.noActivities);
  if (judgement.missing.length > 0) {
    await tell(filling, missingText(filling, draft, judgement.missing));
    const choices = [
      { value: true, name: texts.fillMissing },
      { value: false, name: texts.writeAnyway },
    ];
    if (await dialogue.choose({ message: texts.askMissing, choices }))
      return { draft: await fillIn(filling, draft, judgement.missing) };
  }
  const isZero = judgement.warnings.some(({ finding }) => finding.code === 'NIL_NOT_STATED');
  let next = isZero ? await askNil(filling, draft, texts.askNil) : draft;
  judgement = judgeDraft(next, context);
  const open = judgement.warnings.filter((one) => reasonFor(one, judgement, next, '') !== null);
  if (open.length > 0) {
    await tell(
      filling,
      [texts.unexplained(open.length), ...open.slice(0, NAMED).map((one) => `  ${entryOf(filling, next, one)}`)].join(
        '\n',
      ),
    );
    const choices = [
      { value: true, name: texts.explainEach },
      { value: false, name: texts.writeAnyway },
    ];
    if (await dialogue.choose({ message: texts.askUnexplained, choices })) {
      for (const one of open)
        next = await askReason(filling, next, one, (reason) => reasonFor(one, judgement, next, reason));
      judgement = judgeDraft(next, context);
    }
  }
  const written = await writeReturn(filling, next, judgement, place);
  for (const line of writtenLines(filling, next, written, place, store.shown)) await tell(filling, line);
  if (!written.isSame) return { code: 1 };
  await store.drop();
  return { code: 0 };
}

/** Needed answers that are missing, by name; of several regions or activities each is told with its own. */
export function missingText(words: Words, draft: Draft, missing: readonly Target[]): string {
  const names = missing.map((target) => {
    const name = nameOf(words, target.item);
    if (target.form === 'summary') return draft.regions.length > 1 ? `${nameOf(words, target.region)} ${name}` : name;
    const at = draft.activities.findIndex(({ number }) => number === target.activity);
    return `${words.texts.newActivity(at + 1)} ${name}`;
  });
  return words.texts.missing(missing.length, names.slice(0, NAMED), Math.max(0, names.length - NAMED));
}

async function fillIn(filling: Filling, draft: Draft, missing: readonly Target[]): Promise<Draft> {
  let next = draft;
  for (const target of missing) {
    if (target.form === 'ledger') {
      next = await follow(filling, next, target);
      continue;
    }
    const step = await askFigure(filling, next, target);
    next = step.draft;
    if (step.to === 'menu') return next;
  }
  return next;
}

/** Zeros alone may be a form that nobody filled in: whether nothing took place is for the clerk to say. */
async function askNil(filling: Filling, draft: Draft, message: string): Promise<Draft> {
  const { dialogue, texts } = filling;
  const choices = [
    { value: false, name: texts.yesNo.no },
    { value: true, name: texts.yesNo.yes },
  ];
  const nil = await dialogue.choose({ message, choices });
  return nil ? kept(filling, { ...draft, nil }) : draft;
}
