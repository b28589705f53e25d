import { answerAt, type Draft, type Target, withAnswer } from '../../entry/draft.ts';
import { partsOf } from '../../entry/questions.ts';
import { findTask } from '../../scheme/dictionary.ts';
import type { Column } from '../../scheme/scheme.ts';
import type { Choice } from '../dialogue.ts';
import { askTyped, take } from './ask-answer.ts';
import { type Filling, kept, nameOf, type Step } from './filling.ts';

type Option = Choice<string | { readonly to: 'back' | 'menu' }>;

/** Asks one column of an activity: chosen where the scheme lists what may stand there, else typed. */
export async function askColumn(filling: Filling, draft: Draft, activity: number, column: Column): Promise<Step> {
  const target: Target = { form: 'ledger', activity, item: column.id };
  const options = optionsOf(filling, draft, activity, column);
  if (options !== null) return askListed(filling, draft, target, options);
  const { texts } = filling;
  const name = nameOf(filling, column.id);
  // A unit that the name tells is not told again.
  const unit = name.includes(column.unit) ? '' : column.unit;
  return askTyped(filling, draft, {
    target,
    message: texts.question(name, unit, null),
    previous: null,
    help: helpOf(filling, column),
  });
}

async function askListed(filling: Filling, draft: Draft, target: Target, options: readonly Option[]): Promise<Step> {
  const { dialogue, texts } = filling;
  const current = answerAt(draft, target);
  const choices: readonly Option[] = [
    ...options,
    { value: { to: 'back' }, name: texts.back },
    { value: { to: 'menu' }, name: texts.toMenu },
  ];
  const message = nameOf(filling, target.item);
  const chosen = await dialogue.choose(current === '' ? { message, choices } : { message, choices, at: current });
  if (typeof chosen !== 'string') return { draft, to: chosen.to };
  if (chosen === '') return { draft: await kept(filling, withAnswer(draft, target, '')), to: 'next' };
  return take(filling, draft, target, chosen);
}

/** What may be chosen; null when it is typed. */
function optionsOf(
  { context, texts }: Filling,
  draft: Draft,
  activity: number,
  column: Column,
): readonly Option[] | null {
  const { scheme } = context;
  const plain = (names: readonly string[]): readonly Option[] => names.map((name) => ({ value: name, name }));
  const orNone = (options: readonly Option[]): readonly Option[] => [{ value: '', name: texts.noAnswer }, ...options];
  switch (column.type) {
    case 'region':
      return plain(partsOf(scheme, draft.bureau).map(({ name }) => name));
    case 'task':
      return scheme.tasks
        .filter(({ id }) => scheme.activityTypes.some(({ task }) => task === id))
        .map(({ shortName, name }) => ({ value: shortName, name }));
    case 'activity_type': {
      const task = findTask(scheme, answerAt(draft, { form: 'ledger', activity, item: 'task' }));
      return plain(
        scheme.activityTypes.filter((type) => task === null || type.task === task.id).map(({ name }) => name),
      );
    }
    case 'enum':
      return orNone(plain(column.values));
    case 'boolean':
      return orNone(plain([scheme.words.yes[0] ?? '', scheme.words.no[0] ?? '']));
    default:
      return null;
  }
}

function helpOf({ texts, context, session }: Filling, { id, type, requiredFor }: Column): readonly string[] {
  const known: Readonly<Record<string, string>> = texts.helpType;
  const rules = context.scheme.rules.filter(
    ({ scope, left, right }) => scope === 'row' && [...left, ...right].some((term) => term.id === id),
  );
  return [
    known[type] ?? texts.helpType.text,
    ...(requiredFor.length === 0 ? [] : [texts.helpExpected]),
    ...rules.map((rule) => texts.helpRule(session.language === 'en' ? rule.messageEn : rule.message)),
  ];
}
