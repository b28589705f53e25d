import { basename, resolve } from 'node:path';
import { type Draft, isBlank, saysSomething } from '../../entry/draft.ts';
import {
  type AnswersFault,
  type GivenAnswers,
  NOTHING_GIVEN,
  parseAnswers,
  withGiven,
} from '../../entry/given-answers.ts';
import { judgeDraft } from '../../entry/judge-draft.ts';
import { partsTold } from '../../entry/questions.ts';
import { describeFinding } from '../../message/describe.ts';
import { ConfigurationError, UsageError } from '../../model/errors.ts';
import type { Form } from '../../model/recognised.ts';
import type { Period } from '../../period/period.ts';
import { decode } from '../../scheme/decode.ts';
import { findRegion, regionIndex } from '../../scheme/regions.ts';
import { readBytes } from '../../workspace/read-bytes.ts';
import { partsApart } from '../due-bureaus.ts';
import { faultWords } from '../failure.ts';
import { type Session, say } from '../session.ts';
import { periodValue } from '../values.ts';
import { tell, tellLeftOut, type Words } from './filling.ts';
import { missingText } from './finish.ts';
import { judgeContext } from './judge-context.ts';
import { entryOf } from './review.ts';
import { bureauValue, type FillOptions, newDraft, type OpenedDraft, regionName, returnsFolderOf } from './start.ts';
import { returnPlace, writeReturn } from './write-return.ts';
import { writtenLines } from './written-lines.ts';

/** Whether answers come with the command line: then nothing is asked. */
export function isGiven({ options }: Session): boolean {
  return options.answers !== undefined || options.set !== undefined;
}

/** Makes a return of given answers. Errors and missing answers are told, and nothing is written then. */
export async function fillGiven(session: Session, options: FillOptions, opened: OpenedDraft | null): Promise<number> {
  const { texts, effects } = session;
  const given = await givenAnswers(session);
  if (opened !== null) refuseOthers(session, options, opened, given);
  const start = opened ?? (await startOf(session, options, given));
  const { draft: laid, faults } = withGiven(start.draft, given, options.scheme);
  refuseFaults(session, faults);
  const place = returnPlace(session, returnsFolderOf(session, options.settings, start.period), options.source);
  const context = await judgeContext(session, options, laid.bureau, start.period);
  const words: Words = { session, texts: texts.fill, context };
  // What is told of now stands against a nil statement of the return that is corrected.
  const isSomething = laid.nil && saysSomething(judgeDraft(laid, context).filed);
  if (isSomething && given.nil === true) throw new UsageError(texts.fill.nilWithAnswers);
  const draft = isSomething ? { ...laid, nil: false } : laid;
  const judgement = judgeDraft(draft, context);
  const { errors, missing, warnings } = judgement;
  if (opened !== null) await tellLeftOut(session, opened);
  const blocked = [...errors, ...(draft.nil ? [] : missing)];
  if (blocked.length > 0 || isNothing(draft)) {
    if (isNothing(draft)) await tell(words, texts.fill.nothingYet);
    if (errors.length > 0) await tell(words, texts.fill.errorsBlock(errors.length));
    for (const one of errors) {
      const { hint } = describeFinding(one.finding, options.scheme, session.language);
      await tell(words, `  ${entryOf(words, draft, one)}${hint === '' ? '' : `\n    → ${hint}`}`);
    }
    if (missing.length > 0) await tell(words, missingText(words, draft, missing));
    return 1;
  }
  const written = await writeReturn(words, draft, judgement, place);
  if (!written.isSame) {
    for (const line of writtenLines(words, draft, written, place, null)) await tell(words, line);
    return 1;
  }
  if (warnings.length > 0) {
    await say(session, texts.fill.unexplained(warnings.length));
    for (const one of warnings) await say(session, `  ${entryOf(words, draft, one)}`);
  }
  for (const line of writtenLines(words, draft, written, place, null)) await effects.stdout.write(`${line}\n`);
  return 0;
}

function isNothing(draft: Draft): boolean {
  return isBlank(draft) && !draft.nil;
}

/** The answers of `--answers`, then those of `--set` over them. */
async function givenAnswers(session: Session): Promise<GivenAnswers> {
  const { options, effects, texts } = session;
  const sets = (options.set ?? []).map((value) => {
    const [, region, item, text] = /^(?:([^.=]+)\.)?([^.=]+)=(.*)$/su.exec(value) ?? [];
    if (item === undefined) throw new UsageError(texts.fill.setWrong(value));
    return { region: region ?? null, item, text: text ?? '' };
  });
  const given = options.answers === undefined ? NOTHING_GIVEN : await inFile(resolve(effects.cwd, options.answers));
  return { ...given, figures: [...given.figures, ...sets] };

  async function inFile(path: string): Promise<GivenAnswers> {
    const bytes = await readBytes(path);
    if (bytes === null) {
      const problem = { code: 'PATH_NOT_FOUND', args: { path: options.answers ?? path } } as const;
      throw new UsageError(`there is no file ${path}`, { problem });
    }
    const parsed = parseAnswers(decode(bytes) ?? '');
    refuseFaults(session, parsed.faults);
    return parsed.given;
  }
}

/** Throws `ConfigurationError` with every fault of the answers. */
function refuseFaults({ options, texts, language }: Session, faults: readonly AnswersFault[]): void {
  if (faults.length === 0) return;
  const file = options.answers ?? '--set';
  const told = faults.map(({ fault, ...one }) => {
    const detail = fault === undefined ? '' : faultWords(fault, language);
    return { file, line: null, text: texts.fill.answersFault({ ...one, detail }) };
  });
  throw new ConfigurationError(texts.fill.answersFaulty(file, faults.length), told);
}

/** Answers of another bureau or period than that of the return that is corrected would land in the wrong one. */
function refuseOthers(
  session: Session,
  { scheme, source }: FillOptions,
  { draft, period }: OpenedDraft,
  given: GivenAnswers,
): void {
  const { texts } = session;
  const bureau = given.bureau === null ? draft.bureau : bureauValue(given.bureau, scheme, session);
  const of = periodValue(given.period ?? undefined, scheme.periodKind, texts.errors)?.id ?? period.id;
  if (bureau === draft.bureau && of === period.id) return;
  const nameOf = (code: string, id: string) => `${regionName(scheme, code)} ${id}`;
  throw new UsageError(
    texts.fill.answersOfOther(nameOf(bureau, of), basename(source ?? ''), nameOf(draft.bureau, period.id)),
  );
}

/** A new draft of what flags and file say; what neither says is named. */
async function startOf(
  session: Session,
  options: FillOptions,
  given: GivenAnswers,
): Promise<Pick<OpenedDraft, 'draft' | 'period'>> {
  const { texts } = session;
  const { scheme } = options;
  const bureau = options.bureau ?? (given.bureau === null ? null : bureauValue(given.bureau, scheme, session));
  if (bureau === null) throw new UsageError(texts.fill.needsFlag('--bureau', '--bureau 441300'));
  const period: Period | null =
    options.period ??
    periodValue(given.period ?? undefined, scheme.periodKind, texts.errors) ??
    options.settings.period;
  if (period === null) throw new UsageError(texts.fill.needsFlag('--period', '--period 2024Q1'));
  const forms = options.forms ?? given.forms ?? formsIn(given);
  if (forms.length === 0) throw new UsageError(texts.fill.needsFlag('--form', '--form summary'));
  // What is no region is told with all other faults, where it stands.
  const regions = given.figures.flatMap(({ region }) => {
    const match = region === null ? null : findRegion(regionIndex(scheme), region, bureau);
    return match?.kind === 'region' ? match.region.code : [];
  });
  const parts = options.parts ?? partsTold(scheme, bureau, regions);
  // Who tells a part speaks for it, whatever the roster says.
  const apart = (await partsApart(bureau, period, scheme, session)).filter((code) => !regions.includes(code));
  return { draft: newDraft(scheme, { bureau, period, forms, parts, apart }), period };
}

function formsIn({ figures, activities }: GivenAnswers): readonly Form[] {
  return [
    ...(figures.length > 0 ? (['summary'] as const) : []),
    ...(activities.length > 0 ? (['ledger'] as const) : []),
  ];
}
