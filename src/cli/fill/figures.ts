import { answerAt, type Draft, sameTarget, type Target } from '../../entry/draft.ts';
import { summaryQuestions, type TaskQuestions } from '../../entry/questions.ts';
import type { Indicator } from '../../scheme/scheme.ts';
import { askTyped } from './ask-answer.ts';
import { type Filling, nameOf, previousValue, type Step, tell } from './filling.ts';

/** A page of the summary: the questions of a task about a region. */
interface Page extends TaskQuestions {
  readonly region: string;
}

function pagesOf({ regions }: Draft, { context }: Filling): readonly Page[] {
  const tasks = summaryQuestions(context.scheme);
  return regions.flatMap((region) => tasks.map((task) => ({ ...task, region })));
}

/** How many figures are answered, and of how many. */
export function figuresDone(draft: Draft, filling: Filling): readonly [answered: number, of: number] {
  const pages = pagesOf(draft, filling);
  return [sum(pages.map((page) => answeredOf(page, draft))), sum(pages.map(({ indicators }) => indicators.length))];
}

function answeredOf({ region, indicators }: Page, draft: Draft): number {
  return indicators.filter(({ id }) => answerAt(draft, { form: 'summary', region, item: id }) !== '').length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Asks on from the last question that was answered, page after page. */
export async function goOnWithFigures(filling: Filling, draft: Draft): Promise<Draft> {
  const pages = pagesOf(draft, filling);
  const at = draft.at?.form === 'summary' ? draft.at : null;
  const isAt = ({ region, indicators }: Page) => region === at?.region && indicators.some(({ id }) => id === at.item);
  const from = Math.max(0, at === null ? -1 : pages.findIndex(isAt));
  // After the last page those before it may have been passed over.
  const open = [...pages.keys()]
    .map((step) => (from + step) % pages.length)
    .filter((place) => isOpen(pages[place], draft));
  return askPages(filling, draft, pages, open[0] ?? 0, at);
}

function isOpen(page: Page | undefined, draft: Draft): boolean {
  return page !== undefined && answeredOf(page, draft) < page.indicators.length;
}

/** Lets a task be chosen, of a region if there are several, and asks its questions. */
export async function chooseFigures(filling: Filling, draft: Draft): Promise<Draft> {
  const { dialogue, texts } = filling;
  const pages = pagesOf(draft, filling);
  let region: string | null = draft.regions[0] ?? null;
  if (draft.regions.length > 1) {
    const choices = draft.regions.map((value) => {
      const own = pages.filter((page) => page.region === value);
      const name = texts.progress(
        nameOf(filling, value),
        sum(own.map((page) => answeredOf(page, draft))),
        sum(own.map(({ indicators }) => indicators.length)),
      );
      return { value: value as string | null, name };
    });
    region = await dialogue.choose({
      isPassing: true,
      message: texts.askRegion,
      choices: [...choices, { value: null, name: texts.toMenu }],
    });
  }
  if (region === null) return draft;
  const own = [...pages.keys()].filter((place) => pages[place]?.region === region);
  const choices = own.flatMap((value) => {
    const page = pages[value];
    if (page === undefined) return [];
    return {
      value,
      name: texts.progress(nameOf(filling, page.task.id), answeredOf(page, draft), page.indicators.length),
    };
  });
  const place = await dialogue.choose({
    isPassing: true,
    message: texts.askTask,
    choices: [...choices, { value: -1, name: texts.toMenu }],
  });
  return place < 0 ? draft : askPages(filling, draft, pages, place, null);
}

/** Asks the question of one answer, and what follows from it. */
export async function askFigure(
  filling: Filling,
  draft: Draft,
  target: Extract<Target, { form: 'summary' }>,
): Promise<Step> {
  const { scheme } = filling.context;
  const indicator = scheme.indicators.find(({ id }) => id === target.item);
  return indicator === undefined
    ? { draft, to: 'next' }
    : askTyped(filling, draft, question(filling, target, indicator));
}

async function askPages(
  filling: Filling,
  draft: Draft,
  pages: readonly Page[],
  first: number,
  at: Target | null,
): Promise<Draft> {
  let next = draft;
  let from: Target | null = at;
  for (let place = first; place < pages.length; place++) {
    const page = pages[place];
    if (page === undefined) break;
    const step = await askPage(filling, next, page, from);
    from = null;
    next = step.draft;
    if (step.to === 'menu') return next;
    // Back from the first question: to the page before, from its end.
    if (step.to === 'back') {
      if (place === 0) return next;
      const before = pages[place - 1];
      const last = before?.indicators.at(-1);
      from =
        before === undefined || last === undefined ? null : { form: 'summary', region: before.region, item: last.id };
      place -= 2;
    }
  }
  return next;
}

async function askPage(filling: Filling, draft: Draft, page: Page, from: Target | null): Promise<Step> {
  const { region, indicators, task } = page;
  const { texts, session } = filling;
  const ofRegion = draft.regions.length > 1 ? `${nameOf(filling, region)} ` : '';
  const title = texts.progress(ofRegion + nameOf(filling, task.id), answeredOf(page, draft), indicators.length);
  const hasPrevious = indicators.some(({ id }) => previousValue(filling, region, id) !== null);
  await tell(filling, `\n${title}`, (line) => session.paint.stderr.bold(line));
  await tell(filling, texts.keys(hasPrevious), (line) => session.paint.stderr.dim(line));
  let next = draft;
  let at = Math.max(
    0,
    indicators.findIndex(({ id }) => id === from?.item),
  );
  for (;;) {
    const indicator = indicators[at];
    if (indicator === undefined) return { draft: next, to: 'next' };
    const target = { form: 'summary', region, item: indicator.id } as const;
    const step = await askFigure(filling, next, target);
    next = step.draft;
    if (step.to === 'menu') return step;
    if (step.to === 'next') at++;
    else if (step.to !== 'back' && sameTarget(step.to, target)) continue;
    else if (step.to !== 'back') next = await askOther(filling, next, step.to);
    else if (at === 0) return step;
    else at--;
  }
}

/** Asks another answer of the row that was found wrong, then comes back. */
async function askOther(filling: Filling, draft: Draft, target: Target): Promise<Draft> {
  return target.form === 'summary' ? (await askFigure(filling, draft, target)).draft : draft;
}

function question(filling: Filling, target: Extract<Target, { form: 'summary' }>, indicator: Indicator) {
  const { texts, session, context } = filling;
  const { id, unit, kind, tier } = indicator;
  const previous = previousValue(filling, target.region, id);
  const rules = context.scheme.rules.filter(
    ({ scope, left, right }) => scope === 'return' && [...left, ...right].some((term) => term.id === id),
  );
  return {
    target,
    message: texts.question(nameOf(filling, id), unit, previous),
    previous,
    help: [
      texts.helpKind[kind],
      texts.helpNil(tier === 'core'),
      ...rules.map((rule) => texts.helpRule(session.language === 'en' ? rule.messageEn : rule.message)),
    ],
  };
}
