import { basename, join, relative, resolve, sep } from 'node:path';
import { EnvironmentError, type Fault, UsageError } from '../model/errors.ts';
import { type CheckedTemplates, checkTemplates } from '../render/check-templates.ts';
import type { CheckedWorkbook } from '../render/check-workbook.ts';
import {
  loadBuiltinTemplates,
  loadReportSchema,
  readTemplateFile,
  readTemplateFolder,
  type TemplateFiles,
  templateFolders,
} from '../render/load-templates.ts';
import { reportShape } from '../render/schema-shape.ts';
import { refuseFaulty } from '../render/template-faults.ts';
import type { Shape } from '../render/template-shape.ts';
import { type TemplateSource, type Templates, WORKBOOK } from '../render/template-source.ts';
import { stateOfCopy } from '../render/workbook-copy.ts';
import { visible } from '../text/visible.ts';
import { isFile, isFolder } from '../workspace/read-bytes.ts';
import { type Session, say } from './session.ts';
import { sessionScheme, settingsAsWritten } from './session-scheme.ts';

/** Folder of a workspace's templates where `huizong.yaml` names none. */
const DEFAULT_FOLDER = 'templates';

/** The templates of a run: the built-in ones, and over them those of the user. */
export interface SessionTemplates {
  /** Of each name the one that counts. */
  readonly templates: Templates;
  readonly builtin: Templates;
  /** Folders or files of the user, the last one wins. */
  readonly own: readonly TemplateFiles[];
}

/** Absolute folder of the workspace's own templates, which need not exist; null without a workspace. */
export async function workspaceTemplates({ workspace }: Session): Promise<string | null> {
  if (workspace === null) return null;
  return resolve(workspace.folder, (await settingsAsWritten(workspace)).templates ?? DEFAULT_FOLDER);
}

/**
 * The templates of a run: of `--template`, over those of the workspace, over the built-in ones, part by part.
 *
 * @param wanted value of `--template`.
 * @throws UsageError when there is nothing of that name, EnvironmentError when a folder cannot be read.
 */
export async function sessionTemplates(session: Session, wanted: string | undefined): Promise<SessionTemplates> {
  const builtin = await loadBuiltinTemplates();
  const own = await workspaceLayer(session);
  if (wanted !== undefined) own.push(await wantedLayer(session, wanted, builtin));
  const templates = new Map([...builtin, ...own.flatMap((files) => [...files.templates])]);
  return { templates, builtin, own };
}

/**
 * The templates of a run that makes the documents. Those of the user are judged before any work is done.
 *
 * @throws ConfigurationError with all their faults.
 */
export async function soundTemplates(session: Session, documents: readonly string[]): Promise<Templates> {
  const all = await sessionTemplates(session, session.options.template);
  if (all.own.every(({ templates, faults }) => templates.size === 0 && faults.length === 0)) return all.templates;
  refuseFaulty((await judge(session, all, documents)).faults);
  const stale: string[] = [];
  for (const { name, ...source } of ownFiles(all)) {
    if ((await stateOfCopy(source, all.builtin.get(name))).stale) stale.push(source.file);
  }
  if (stale.length > 0) await say(session, visible(session.texts.template.staleNote(stale)));
  return all.templates;
}

/** What came of judging the templates of a run. */
interface JudgedTemplates extends CheckedTemplates {
  /** Null when there is none. */
  readonly workbook: CheckedWorkbook | null;
}

/** Every fault of the templates for the documents, those of the files themselves first. */
export async function judge(
  session: Session,
  { templates, own }: SessionTemplates,
  documents: readonly string[],
): Promise<JudgedTemplates> {
  const { indicators } = await sessionScheme(session, session.options.scheme);
  const ids = indicators.map(({ id }) => id);
  const shape = reportShape(await loadReportSchema());
  const { faults, unused } = checkTemplates(templates, documents, shape, ids);
  const workbook = documents.includes(WORKBOOK) ? templates.get(WORKBOOK) : undefined;
  const checked = workbook ? await judgeWorkbook(workbook, shape, ids) : null;
  const ofFiles: readonly Fault[] = own.flatMap((files) => files.faults);
  return { faults: [...ofFiles, ...faults, ...(checked?.faults ?? [])], unused, workbook: checked };
}

/** The checks of workbooks are loaded only where there is one. */
async function judgeWorkbook(
  workbook: TemplateSource,
  shape: Shape,
  indicators: readonly string[],
): Promise<CheckedWorkbook> {
  return (await import('../render/check-workbook.ts')).checkWorkbook(workbook, shape, indicators);
}

/** The files of the user that count, by name. */
export function ownFiles({ templates, own }: SessionTemplates) {
  const names = [...new Set(own.flatMap((files) => [...files.templates.keys()]))];
  return names.flatMap((name) => {
    const source = templates.get(name);
    return source ? [{ name, ...source }] : [];
  });
}

async function workspaceLayer(session: Session): Promise<TemplateFiles[]> {
  const { workspace, effects } = session;
  const folder = await workspaceTemplates(session);
  if (workspace === null || folder === null) return [];
  if (await isFolder(folder)) return [await readTemplateFolder(folder, (path) => near(effects.cwd, path))];
  if ((await settingsAsWritten(workspace)).templates === null) return [];
  throw new EnvironmentError(`there is no folder ${folder}`, {
    problem: { code: 'PATH_NOT_FOUND', args: { path: near(effects.cwd, folder) } },
  });
}

async function wantedLayer(session: Session, wanted: string, builtin: Templates): Promise<TemplateFiles> {
  const { effects, texts } = session;
  const shown = (path: string) => near(effects.cwd, path);
  const path = resolve(effects.cwd, wanted);
  if (await isFolder(path)) return readTemplateFolder(path, shown);
  if (await isFile(path)) return readTemplateFile(path, nameOf(basename(path), builtin, session), shown);
  const folder = await workspaceTemplates(session);
  const names = folder === null ? [] : await templateFolders(folder);
  if (folder !== null && names.includes(wanted)) return readTemplateFolder(join(folder, wanted), shown);
  throw new UsageError(texts.errors.templateUnknown(wanted, names));
}

/** Which template a single file is: the built-in part of its name, else the whole report of its format. */
function nameOf(file: string, builtin: Templates, { texts }: Session): string {
  if (builtin.has(file)) return file;
  if (/\.(?:xlsx|xltx|xlsm|xltm)$/i.test(file)) return WORKBOOK;
  const format = /\.(md|html)\.hbs$/.exec(file)?.[1];
  if (format === undefined) throw new UsageError(texts.errors.templateFileName(file));
  return `report.${format}.hbs`;
}

/** A path as the user would type it. */
export function near(cwd: string, path: string): string {
  const way = relative(cwd, path) || '.';
  return way === '..' || way.startsWith(`..${sep}..`) ? path : way;
}
