import { basename } from 'node:path';
import type { Draft } from '../../entry/draft.ts';
import { summaryRegions } from '../../entry/questions.ts';
import type { FormParts } from '../../form/form-request.ts';
import { describeFinding } from '../../message/describe.ts';
import { Cancelled, KnownError, UsageError } from '../../model/errors.ts';
import { lastEnded, type Period, parsePeriodId } from '../../period/period.ts';
import type { Dialogue } from '../dialogue.ts';
import { partsApart } from '../due-bureaus.ts';
import { fillGiven, isGiven } from '../fill/batch.ts';
import { chooseBureau } from '../fill/choose-bureau.ts';
import { type DraftStore, drafts, openDraftStore } from '../fill/draft-store.ts';
import { tell, tellLeftOut } from '../fill/filling.ts';
import { judgeContext } from '../fill/judge-context.ts';
import { menu } from '../fill/menu.ts';
import {
  type FillOptions,
  fillOptions,
  formsOf,
  hasParts,
  newDraft,
  type OpenedDraft,
  openSource,
  regionName,
  returnsFolderOf,
  withFlags,
  withForms,
} from '../fill/start.ts';
import { returnPlace } from '../fill/write-return.ts';
import type { Session } from '../session.ts';
import { periodValue } from '../values.ts';

/** `huizong fill`: a return is typed in at prompts, or made of given answers; every answer is checked at once. */
export async function fill(session: Session): Promise<number> {
  const { effects, texts } = session;
  const options = await fillOptions(session);
  const canAsk = effects.canAsk && effects.stdout.isTTY;
  if (!isGiven(session) && !canAsk) {
    if (options.bureau === null && options.source === null)
      throw new UsageError(texts.fill.needsFlag('--bureau', '--bureau 441300 --answers FILE.json'));
    throw new UsageError(texts.fill.needsAnswers);
  }
  const opened = await openSource(session, options);
  if (opened !== null && !('draft' in opened)) {
    await tell({ session }, texts.fill.cannotOpen(basename(options.source ?? '')));
    for (const finding of opened.findings.filter(({ severity }) => severity === 'error')) {
      const { message, hint } = describeFinding(finding, options.scheme, session.language);
      await tell({ session }, `  ${message}${hint === '' ? '' : `\n    → ${hint}`}`);
    }
    return 1;
  }
  const corrected = opened === null ? null : await withFlags(session, options, opened);
  if (isGiven(session)) return fillGiven(session, options, corrected);
  const { cyan, dim, bold, red, yellow, green } = session.paint.stderr;
  const { listKeys, nothingFound, dropped } = texts.fill;
  const dialogue = await effects.dialogue({
    ...{ listKeys, nothingFound, dropped, tell: (text) => tell({ session }, text) },
    colours: { cyan, dim, bold, red, yellow, green },
  });
  try {
    return await talk(session, options, corrected, dialogue);
  } finally {
    const left = dialogue.close();
    if (left > 0) await tell({ session }, dropped(left));
  }
}

/** Exit code of Ctrl-C. */
const INTERRUPTED = 130;

/** The talk from the first question to the written return. */
async function talk(
  session: Session,
  options: FillOptions,
  opened: OpenedDraft | null,
  dialogue: Dialogue,
): Promise<number> {
  const chosen = opened ?? (await choose(session, options, dialogue));
  const { period } = chosen;
  const store = await openDraftStore(session, chosen.draft);
  try {
    const draft = await resumed(session, options, chosen.draft, period, { dialogue, store });
    if (opened !== null && draft === opened.draft) await tellOpened(session, opened);
    const context = await judgeContext(session, options, draft.bureau, period);
    const place = returnPlace(session, returnsFolderOf(session, options.settings, period), options.source);
    await store.save(draft);
    return await menuOrLeave({ session, texts: session.texts.fill, dialogue, context, store }, draft, place);
  } finally {
    await store.release();
  }
}

/** Whoever ends the talk by Ctrl-C is told where all of it is. */
async function menuOrLeave(...talked: Parameters<typeof menu>): Promise<number> {
  const [filling] = talked;
  try {
    return await menu(...talked);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    await tell(filling, `\n${filling.texts.left(filling.store.shown, `huizong ${filling.session.command}`)}`);
    return INTERRUPTED;
  }
}

async function tellOpened(session: Session, opened: OpenedDraft): Promise<void> {
  const { fill } = session.texts;
  const { draft } = opened;
  await tell({ session }, fill.opened(draft.source?.file ?? '', answersOf(draft), draft.activities.length));
  await tellLeftOut(session, opened);
}

function answersOf({ summary }: Draft): number {
  return Object.values(summary).reduce((sum, answers) => sum + Object.keys(answers).length, 0);
}

/** The draft that was left, when there is one; a draft of something else may be put aside. */
async function resumed(
  session: Session,
  options: FillOptions,
  draft: Draft,
  period: Period,
  { dialogue, store }: { readonly dialogue: Dialogue; readonly store: DraftStore },
): Promise<Draft> {
  const { fill } = session.texts;
  const { scheme, forms } = options;
  const known = await store.load();
  if (known === null) return draft;
  if (draft.source !== null && known.source?.sha256 !== draft.source.sha256) {
    const aside = await store.aside();
    const choices = [
      { value: true, name: fill.startAnew(aside) },
      { value: false, name: fill.keepDraft },
    ];
    if (await dialogue.choose({ message: fill.askOtherDraft(draft.source.file), choices })) {
      await store.putAside(aside);
      return draft;
    }
  }
  await tell({ session }, fill.goOn(answersOf(known), known.activities.length));
  const was = `${known.scheme.id} ${known.scheme.version}`;
  const now = `${scheme.id} ${scheme.version}`;
  if (was !== now) await tell({ session }, fill.otherScheme(was, now));
  const added = (forms ?? []).filter((form) => !known.forms.includes(form));
  for (const form of added) await tell({ session }, fill.formAdded(fill.forms[form]));
  return { ...(await withForms(session, options, known, period, added)), scheme: draft.scheme };
}

/** Asks for what the flags do not say: whose return it is, of which period, which forms. */
async function choose(
  session: Session,
  options: FillOptions,
  dialogue: Dialogue,
): Promise<{ readonly draft: Draft; readonly period: Period }> {
  const { scheme, settings } = options;
  const { texts } = session;
  const left =
    options.bureau === null && options.period === null ? await chooseDraft(session, options, dialogue) : null;
  if (left !== null) return left;
  const bureau = options.bureau ?? (await chooseBureau(dialogue, texts.fill.askBureau, scheme, settings.area));
  const period = options.period ?? settings.period ?? (await askPeriod(session, options, dialogue));
  const known = (await drafts(session)).find((one) => one.bureau === bureau && one.period === period.id);
  if (known !== undefined) return { draft: known, period };
  const choices = (['both', 'summary', 'ledger'] as const).map((value) => ({ value, name: texts.fill.forms[value] }));
  const forms = options.forms ?? formsOf(await dialogue.choose({ message: texts.fill.askForm, choices })) ?? [];
  const isDivided = forms.includes('summary') && hasParts(scheme, bureau);
  const apart = await partsApart(bureau, period, scheme, session);
  const parts = options.parts ?? (isDivided ? await askParts(session, options, { bureau, apart }, dialogue) : 'none');
  return { draft: newDraft(scheme, { bureau, period, forms, parts, apart }), period };
}

async function chooseDraft({ texts, ...session }: Session, { scheme }: FillOptions, dialogue: Dialogue) {
  const found = await drafts({ texts, ...session });
  if (found.length === 0) return null;
  const choices = found.map((draft) => ({
    value: draft as Draft | null,
    name: texts.fill.draftLine(
      regionName(scheme, draft.bureau),
      draft.period,
      answersOf(draft),
      draft.activities.length,
    ),
  }));
  const message = texts.fill.askDraft;
  const draft = await dialogue.choose({ message, choices: [...choices, { value: null, name: texts.fill.newReturn }] });
  const period = draft === null ? null : parsePeriodId(draft.period);
  return draft === null || period === null ? null : { draft, period };
}

async function askPeriod(session: Session, { scheme, asOf }: FillOptions, dialogue: Dialogue): Promise<Period> {
  const { texts } = session;
  const read = (text: string) => periodValue(text, scheme.periodKind, texts.errors);
  const text = await dialogue.text({
    message: texts.fill.askPeriod,
    current: lastEnded(scheme.periodKind, asOf)?.id ?? '',
    problemOf(typed) {
      try {
        read(typed);
        return null;
      } catch (error) {
        if (error instanceof KnownError) return error.message;
        throw error;
      }
    },
  });
  const period = read(text);
  if (period === null) throw new UsageError(texts.errors.periodWrong(text));
  return period;
}

async function askParts(
  { texts }: Session,
  { scheme }: FillOptions,
  { bureau, apart }: { readonly bureau: string; readonly apart: readonly string[] },
  dialogue: Dialogue,
): Promise<FormParts> {
  const asked = summaryRegions(scheme, bureau, 'all', apart);
  const others = apart.filter((code) => !asked.includes(code)).map((code) => regionName(scheme, code));
  const choices = [
    { value: 'all', name: texts.fill.byPart(asked.length, others) },
    { value: 'own', name: texts.fill.ownLevel },
    { value: 'none', name: texts.fill.asWhole },
  ] as const;
  return dialogue.choose<FormParts>({ message: texts.fill.askParts(regionName(scheme, bureau)), choices });
}
