import { candidateExtension } from '../find/candidate.ts';
import { type FoundFiles, findFiles, noCandidate } from '../find/find-files.ts';
import type { FoundFile } from '../model/workbook.ts';
import { maskedNames } from '../normalise/masked-names.ts';
import { personalMask } from '../normalise/personal-text.ts';
import type { ReadLimits } from '../ooxml/read-limits.ts';
import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { compareText } from '../text/compare.ts';
import type { SourcesTable } from '../workspace/sources.ts';
import { type WorkspaceTables, workspaceTables } from '../workspace/workspace-tables.ts';
import { compileFiles, contextByBundle } from './compile-files.ts';
import { type CompiledFile, compileFile, type FileContext } from './file-road.ts';
import { lettersAmong } from './letters.ts';
import { runPeriod } from './scope.ts';
import { soleDocuments } from './sole-documents.ts';

/** Where the returns of a period are, and what they are read with. */
export interface ReturnsAsked {
  readonly paths: readonly string[];
  readonly cwd: string;
  /** Absolute folder of the workspace; null for none. */
  readonly workspace: string | null;
  /** Where names are told from outside of the workspace; left out: from the deepest folder that holds all paths. */
  readonly beside?: string;
  readonly scheme: Scheme;
  /** Null: the one that the returns name. */
  readonly period: Period | null;
  readonly asOf: string;
  readonly limits: ReadLimits;
  /** Told before each file is read, and with null once all are. */
  readonly onFile?: (name: string | null, done: number, total: number) => void;
  /** Told what was found before anything is read. */
  readonly onFound?: (found: FoundFiles) => Promise<void>;
}

/** The returns of a period, each read and normalised. */
export interface OpenedReturns {
  readonly found: FoundFiles;
  /** Without the tables of the workspace. */
  readonly returns: readonly FoundFile[];
  readonly tables: WorkspaceTables;
  readonly files: readonly CompiledFile[];
  readonly period: Period;
}

/** Finds and reads the returns of a period. Throws `UsageError` as `compile` says. */
export async function openReturns(asked: ReturnsAsked): Promise<OpenedReturns> {
  const { workspace, cwd, scheme, beside, limits } = asked;
  const options = { cwd, root: workspace, limits, ...(beside === undefined ? {} : { beside }) };
  const found = await findFiles(asked.paths, options);
  await asked.onFound?.(found);
  const tables = await workspaceTables(workspace, [found.common, cwd], scheme);
  const returns = found.files.filter(({ path }) => !tables.paths.has(path));
  const { documents, letters, ...compiled } = await readReturns(returns, found, tables.sources, asked);
  const skipped = [
    ...found.skipped.filter(({ name }) => !documents.includes(name)),
    ...letters.map((name) => ({ name, reason: 'extension' as const })),
  ].toSorted((a, b) => compareText(a.name, b.name));
  return { found: { ...found, skipped }, returns, tables, ...compiled };
}

/** Those files that name no period wait until the others have told the run's. */
async function readReturns(
  found: readonly FoundFile[],
  all: FoundFiles,
  sources: SourcesTable,
  { scheme, period: asked, asOf, limits, onFile, paths }: ReturnsAsked,
): Promise<{
  readonly files: readonly CompiledFile[];
  /** Names of documents among them. */
  readonly documents: readonly string[];
  /** Names of texts that are no returns, but were sent with them. */
  readonly letters: readonly string[];
  readonly period: Period;
}> {
  const printed = maskedNames(
    [...found, ...all.skipped].map(({ name }) => name),
    personalMask(scheme),
    candidateExtension,
  );
  const context: FileContext = { scheme, period: asked, asOf, limits, folder: all.folder, sources, printed };
  const files = [
    ...(await compileFiles(found, context, ({ name }, done) => {
      onFile?.(printed.get(name) ?? name, done, found.length);
    })),
  ];
  onFile?.(null, found.length, found.length);
  const alone = all.files.length === 0 ? await soleDocuments(all, [], context) : null;
  if (alone?.length === 0) throw noCandidate(paths);
  const period = runPeriod(alone?.map(({ file }) => file) ?? files, asked, scheme.periodKind, asOf);
  const again = contextByBundle({ ...context, period });
  for (const [index, file] of found.entries()) {
    if (files[index]?.needsPeriod) files[index] = await compileFile(file, again(file));
  }
  const aside = lettersAmong(files);
  const letters = found.filter((_, index) => aside.has(files[index] as CompiledFile)).map(({ name }) => name);
  const sole = await soleDocuments(all, files, { ...context, period });
  const returns = files.filter((file) => !aside.has(file));
  const every = [...returns, ...sole.map(({ file }) => file)];
  const inOrder = every.toSorted((a, b) => compareText(a.filed.file, b.filed.file));
  return { files: sole.length === 0 ? returns : inOrder, documents: sole.map(({ name }) => name), letters, period };
}
