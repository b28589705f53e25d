import { basename, resolve } from 'node:path';
import { type Draft, emptyDraft } from '../../entry/draft.ts';
import { partsOf, summaryRegions } from '../../entry/questions.ts';
import { takeOver } from '../../entry/take-over.ts';
import { FORM_PARTS, type FormParts } from '../../form/form-request.ts';
import { UsageError } from '../../model/errors.ts';
import type { Form } from '../../model/recognised.ts';
import type { Period } from '../../period/period.ts';
import { compileOpened } from '../../pipeline/file-road.ts';
import { type OpenedReturn, openReturn } from '../../pipeline/open-return.ts';
import { findRegion, regionIndex, regionOf } from '../../scheme/regions.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { DEFAULT_RETURNS } from '../../workspace/list-returns.ts';
import { PERIOD_PLACE } from '../../workspace/path-setting.ts';
import type { Settings } from '../../workspace/settings.ts';
import { partsApart } from '../due-bureaus.ts';
import type { Session } from '../session.ts';
import { configuredScheme } from '../session-scheme.ts';
import { asOfValue, oneOf, periodValue } from '../values.ts';

/** What the command line says of the return, before anybody is asked; null where it says nothing. */
export interface FillOptions {
  readonly scheme: Scheme;
  readonly settings: Settings;
  readonly asOf: string;
  readonly bureau: string | null;
  readonly period: Period | null;
  readonly forms: readonly Form[] | null;
  readonly parts: FormParts | null;
  /** Absolute path of the return that is corrected. */
  readonly source: string | null;
}

/** Joins flags and settings. Throws `UsageError` for values that mean nothing. */
export async function fillOptions(session: Session): Promise<FillOptions> {
  const { options, effects, texts, operands } = session;
  const asOf = asOfValue(options.asOf, effects, texts.errors);
  const { scheme, settings } = await configuredScheme(session, options.scheme);
  const form = oneOf('--form', options.form, ['summary', 'ledger', 'both'], null, texts.errors);
  const source = operands[0];
  return {
    ...{ scheme, settings, asOf },
    bureau: options.bureau === undefined ? null : bureauValue(options.bureau, scheme, session),
    period: periodValue(options.period, scheme.periodKind, texts.errors),
    forms: formsOf(form),
    parts: oneOf('--parts', options.parts, FORM_PARTS, null, texts.errors),
    source: source === undefined ? null : resolve(effects.cwd, source),
  };
}

export function formsOf(form: 'summary' | 'ledger' | 'both' | null): readonly Form[] | null {
  if (form === null) return null;
  return form === 'both' ? ['summary', 'ledger'] : [form];
}

/** The region code of a bureau given as a code or a name. */
export function bureauValue(value: string, scheme: Scheme, { texts }: Pick<Session, 'texts'>): string {
  const match = findRegion(regionIndex(scheme), value, null);
  if (match.kind === 'region') return match.region.code;
  if (match.kind !== 'several') throw new UsageError(texts.fill.bureauUnknown(value));
  throw new UsageError(
    texts.errors.areaSeveral(
      value,
      match.regions.map(({ name, code }) => `${name} ${code}`),
    ),
  );
}

/** A draft without answers of what was chosen; `apart` are the parts of the bureau that report by themselves. */
export function newDraft(
  scheme: Scheme,
  chosen: {
    readonly bureau: string;
    readonly period: Period;
    readonly forms: readonly Form[];
    readonly parts: FormParts;
    readonly apart: readonly string[];
  },
): Draft {
  const { bureau, period, forms, parts, apart } = chosen;
  const regions = forms.includes('summary') ? summaryRegions(scheme, bureau, parts, apart) : [];
  return emptyDraft({ scheme, bureau, period: period.id, forms, regions });
}

/** The draft with further forms, the summary first. */
export async function withForms(
  session: Session,
  { scheme, parts }: FillOptions,
  draft: Draft,
  period: Period,
  added: readonly Form[],
): Promise<Draft> {
  const forms = (['summary', 'ledger'] as const).filter((form) => [...draft.forms, ...added].includes(form));
  if (!added.includes('summary')) return { ...draft, forms };
  const apart = await partsApart(draft.bureau, period, scheme, session);
  return { ...draft, forms, regions: summaryRegions(scheme, draft.bureau, parts ?? 'all', apart) };
}

/** Whether a bureau has parts that its summary can tell one by one. */
export function hasParts(scheme: Scheme, bureau: string): boolean {
  return partsOf(scheme, bureau).length > 0;
}

/** The name of a region; its code when the scheme has none. */
export function regionName(scheme: Scheme, code: string): string {
  return regionOf(regionIndex(scheme), code)?.name ?? code;
}

/** A return that is corrected, as a draft, and how many of its figures have no place in it. */
export interface OpenedDraft {
  readonly draft: Draft;
  readonly leftOut: number;
  /** Headers of its columns that have none. */
  readonly leftColumns: readonly string[];
  readonly period: Period;
}

/** Opens the return that is corrected; what cannot be opened is told by its findings. */
export async function openSource(
  session: Session,
  { scheme, settings: { limits }, asOf, bureau, period, source }: FillOptions,
): Promise<OpenedDraft | OpenedReturn | null> {
  if (source === null) return null;
  const workspace = session.workspace?.folder ?? null;
  const { cwd } = session.effects;
  const opened = await openReturn({ path: source, cwd, workspace, scheme, bureau, period, asOf, limits });
  if (opened === null) return null;
  const own = period ?? opened.filed.period?.value ?? null;
  if (opened.filed.gate !== null || opened.filed.sender === null || own === null) return opened;
  const read = (recognised: OpenedReturn['recognised']) =>
    compileOpened(
      { recognised, sha256: '', format: 'xlsx', printed: recognised.file, findings: [], ofReading: [] },
      { scheme, period: own, asOf },
    ).filed;
  return { ...takeOver(opened.recognised, opened.filed, own.id, scheme, read), period: own };
}

/**
 * An opened return with the forms that the command line adds to it. Throws `UsageError` for flags that would take
 * something of the return away: a new version holds all that it corrects.
 */
export async function withFlags(session: Session, options: FillOptions, opened: OpenedDraft): Promise<OpenedDraft> {
  const { fill } = session.texts;
  const { draft, period } = opened;
  const { forms, parts, source } = options;
  const file = basename(source ?? '');
  if (forms !== null && draft.forms.some((form) => !forms.includes(form)))
    throw new UsageError(fill.formsOfFile(file, draft.forms));
  const added = (forms ?? []).filter((form) => !draft.forms.includes(form));
  if (parts !== null && !added.includes('summary')) throw new UsageError(fill.partsOfFile(file));
  return added.length === 0 ? opened : { ...opened, draft: await withForms(session, options, draft, period, added) };
}

/** Folder of a period's returns, as the settings have it; the current folder where there is no workspace. */
export function returnsFolderOf({ workspace, effects }: Session, settings: Settings, period: Period): string {
  if (workspace === null) return effects.cwd;
  return resolve(workspace.folder, (settings.returns ?? DEFAULT_RETURNS).replace(PERIOD_PLACE, period.id));
}
