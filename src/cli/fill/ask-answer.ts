import { type Answered, answer, reasonFor } from '../../entry/answer.ts';
import { answerAt, type Draft, sameTarget, type Target, withAnswer, withReason } from '../../entry/draft.ts';
import type { DraftFinding } from '../../entry/judge-draft.ts';
import { understoodAs } from '../../entry/understood.ts';
import { unwritable } from '../../entry/unwritable.ts';
import { describeFinding } from '../../message/describe.ts';
import type { FillCommand, FillTexts } from '../../message/fill-texts.ts';
import { isProgramCode } from '../../model/finding-codes.ts';
import type { Choice } from '../dialogue.ts';
import { type Filling, kept, nameOf, type Step, tell, tellFinding } from './filling.ts';

/** A question that is answered by typing. */
export interface TypedQuestion {
  readonly target: Target;
  /** With its unit. */
  readonly message: string;
  /** What `?` says. */
  readonly help: readonly string[];
  /** What `=` answers; null for nothing. */
  readonly previous: string | null;
}

/** Asks until a text can be taken, keeps it, and settles at once what is to be said of it. */
export async function askTyped(filling: Filling, draft: Draft, question: TypedQuestion): Promise<Step> {
  const { dialogue, texts } = filling;
  const { target, message, help, previous } = question;
  const current = answerAt(draft, target);
  for (;;) {
    const text = await dialogue.text({
      message,
      current,
      problemOf: (typed) => problemOf(typed, filling, draft, question),
    });
    const command = commandOf(text, texts);
    if (command === 'back' || command === 'menu') return { draft, to: command };
    if (command === 'help') {
      for (const line of help) await tell(filling, `  ${line}`);
    } else if (command === 'previous' && previous === null) {
      await tell(filling, `  ${texts.noPrevious}`);
    } else if (command === 'clear') {
      return { draft: await kept(filling, withAnswer(draft, target, '')), to: 'next' };
    } else {
      return take(filling, draft, target, command === 'previous' ? (previous ?? '') : text);
    }
  }
}

/** Takes a text that is readable: keeps it, then settles errors and warnings. An answer that stays needs no new word. */
export async function take(filling: Filling, draft: Draft, target: Target, text: string): Promise<Step> {
  if (text === answerAt(draft, target)) return { draft: { ...draft, at: target }, to: 'next' };
  const answered = answer(draft, target, text, filling.context);
  await tellUnderstood(filling, target, answered);
  return settle(filling, await kept(filling, answered.draft), target, answered);
}

/** Says how a text in another notation was read, unless a warning says it. */
async function tellUnderstood(
  filling: Filling,
  target: Target,
  { draft, warnings, judgement }: Answered,
): Promise<void> {
  const isSaid = warnings.some((one) => sameTarget(one.target, target) && isProgramCode(one.finding.code));
  const read = isSaid ? null : understoodAs(draft, target, judgement, filling.context.scheme);
  if (read !== null) await tell(filling, `  ${filling.texts.understood(read.value, read.unit)}`);
}

async function settle(
  filling: Filling,
  draft: Draft,
  target: Target,
  { errors, warnings, judgement }: Answered,
): Promise<Step> {
  if (errors.length > 0) {
    for (const one of errors) await tellFinding(filling, one);
    const to = await askWrong(filling, draft, target, errors);
    if (to !== null) return { draft, to };
  }
  let next = draft;
  for (const one of warnings) {
    if (reasonFor(one, judgement, next, '') === null) continue;
    next = await askReason(filling, next, one, (reason) => reasonFor(one, judgement, next, reason));
  }
  return { draft: next, to: 'next' };
}

/** A figure of the next question is no reason. */
const NO_WORDS = /^[\p{N}\p{P}\p{S}\s]+$/u;

/** Says a warning and asks why it is right; the draft with the reason, if one is given. */
export async function askReason(
  filling: Filling,
  draft: Draft,
  finding: DraftFinding,
  lineOf: (reason: string) => ReturnType<typeof reasonFor>,
): Promise<Draft> {
  const { dialogue, texts } = filling;
  await tellFinding(filling, finding);
  const reason = await dialogue.text({
    message: texts.askReason,
    current: '',
    problemOf: (text) => unwritableText(text, texts) ?? (NO_WORDS.test(text) ? texts.reasonNoWords : null),
    isUnforeseen: true,
  });
  const line = reason === '' ? null : lineOf(reason);
  return line === null ? draft : kept(filling, withReason(draft, line));
}

/** What is wrong between answers: this one or one of the others may be it. Null: it stays for now. */
async function askWrong(
  filling: Filling,
  draft: Draft,
  target: Target,
  errors: readonly DraftFinding[],
): Promise<Target | null> {
  const { dialogue, texts } = filling;
  const others = partners(filling, draft, target, errors);
  const choices: Choice<Target | null>[] = [
    { value: target, name: texts.again },
    ...others.map((value) => ({ value, name: texts.changeOther(nameOf(filling, value.item), answerAt(draft, value)) })),
    { value: null, name: texts.leaveForNow },
  ];
  return dialogue.choose({ isPassing: true, isUnforeseen: true, message: texts.askWrong, choices });
}

/** The other answers that the failed rules speak of, in the same row. */
function partners(
  { context }: Filling,
  draft: Draft,
  target: Target,
  errors: readonly DraftFinding[],
): readonly Target[] {
  const items = errors.flatMap(({ finding }) => {
    const rule = context.scheme.rules.find(({ id }) => id === finding.code);
    return rule === undefined
      ? []
      : [...rule.left, ...rule.right].flatMap(({ id, previous }) => (previous ? [] : (id ?? [])));
  });
  return [...new Set(items)]
    .map((item): Target => ({ ...target, item }))
    .filter((other) => !sameTarget(other, target) && answerAt(draft, other) !== '');
}

/** Why a text cannot be taken, in words; commands and an empty line always can. */
function problemOf(
  text: string,
  { texts, context, session }: Filling,
  draft: Draft,
  { target }: TypedQuestion,
): string | null {
  if (text === '' || commandOf(text, texts) !== null) return null;
  const impossible = unwritableText(text, texts);
  if (impossible !== null) return impossible;
  const [first] = answer(draft, target, text, context).refused;
  if (first === undefined) return null;
  const { message, hint } = describeFinding(first.finding, context.scheme, session.language);
  return `${texts.error} ${message}${hint === '' ? '' : `\n→ ${hint}`}`;
}

function unwritableText(text: string, { error, unwritable: said }: FillTexts): string | null {
  const why = unwritable(text);
  return why === null ? null : `${error} ${said[why]}`;
}

function commandOf(text: string, { commands }: FillTexts): FillCommand | null {
  const key = text.normalize('NFKC').toLowerCase();
  const names = Object.keys(commands) as FillCommand[];
  return names.find((name) => commands[name].some((word) => word === text || word === key)) ?? null;
}
