import { compare } from '../compare/compare.ts';
import type { Skipped } from '../find/candidate.ts';
import { findFiles } from '../find/find-files.ts';
import { refuseOutputs } from '../find/refuse-outputs.ts';
import type { Compilation } from '../model/compilation.ts';
import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { FoundFile } from '../model/workbook.ts';
import { adoptCodes } from '../normalise/adopt-codes.ts';
import { maskedNames } from '../normalise/masked-names.ts';
import { personalMask } from '../normalise/personal-text.ts';
import { maskedFinding } from '../normalise/withhold-personal.ts';
import type { Period } from '../period/period.ts';
import { regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { defaultRoster, dueRoster, notDue } from '../settle/roster.ts';
import { settleCoverage } from '../settle/settle-coverage.ts';
import { explainFindings } from '../workspace/explain-findings.ts';
import { receiptFinder } from '../workspace/receipts.ts';
import { SETTINGS_FILE } from '../workspace/settings.ts';
import type { SourcesTable } from '../workspace/sources.ts';
import { unusedSources } from '../workspace/unused-sources.ts';
import { workspaceTables } from '../workspace/workspace-tables.ts';
import { type CompiledFile, compileFile, type FileContext } from './file-road.ts';
import { maskedExplanations } from './masked-explanations.ts';
import { bureausWithErrors, rated, reported } from './reported.ts';
import { runArea, runPeriod } from './scope.ts';
import { settleReturns } from './settle-returns.ts';
import { whatWasChecked } from './what-was-checked.ts';

/** What a run is asked to do. */
export interface CompileOptions {
  readonly paths: readonly string[];
  readonly cwd: string;
  /** Absolute folder of the workspace: its tables hold, and files are named from it. Null or left out for none. */
  readonly workspace?: string | null;
  /** Absolute paths that the caller will write to; a return among them is refused before anything is read. */
  readonly outputs?: readonly string[];
  readonly scheme: Scheme;
  /** Null: the one period that the returns name. */
  readonly period: Period | null;
  /** Region code; null: the province, or the one city all senders lie in. */
  readonly area: string | null;
  /** ISO date. */
  readonly asOf: string;
  /** Under `strict` a file with any error is refused. */
  readonly counting: 'normal' | 'strict';
  /** Which form is believed when both give a value. */
  readonly basis: 'summary' | 'ledger';
  /** Last days by the id of a period, before the days of the scheme. */
  readonly deadlines?: ReadonlyMap<string, string>;
  /** Takes files whose receipt nobody noted as received on the as-of date. */
  readonly receiveNow?: boolean;
  readonly onFile?: (name: string, done: number, total: number) => void;
}

/**
 * The whole road from files to figures.
 *
 * Throws `UsageError` when no candidate file is found, when an output would replace a return, or when the period or area cannot be told.
 */
export async function compile(options: CompileOptions): Promise<Compilation> {
  const { scheme, asOf, basis } = options;
  const workspace = options.workspace ?? null;
  const found = await findFiles(options.paths, { cwd: options.cwd, root: workspace });
  await refuseOutputs(options.outputs ?? [], found.files, options.paths, options.cwd);
  const tables = await workspaceTables(workspace, [found.common, options.cwd], scheme);
  const returns = found.files.filter(({ path }) => !tables.paths.has(path));
  const compiled = await compileFiles(returns, found.folder, tables.sources, options);
  const filed = adoptCodes(compiled.files.map((file) => file.filed));
  const regions = regionIndex(scheme);
  const { period } = compiled;
  const { area, from: areaFrom } = runArea(filed, { asked: options.area, roster: tables.roster }, scheme, regions);
  const roster =
    tables.roster === null ? defaultRoster(area, regions) : dueRoster(tables.roster, period, area, regions);
  const receiptOf = receiptFinder(tables.receipts, options.receiveNow === true ? asOf : null);
  const deadlines = { days: scheme.deadlines, dates: options.deadlines ?? new Map() };
  const context = { period, area, roster, regions, scheme, receiptOf, deadlines };
  const own = rated(
    compiled.files.flatMap((file) => file.findings),
    scheme,
  );
  const scope = { area, roster: roster.map(({ bureau }) => bureau) };
  const basics = { regions, basis, exempt: notDue(roster, area, regions) };
  const settled = settleReturns(filed, own, { context, scope, basics, counting: options.counting });
  const passedOver = passedOverFindings(found.skipped.filter(({ name }) => name !== SETTINGS_FILE));
  const aside = [...passedOver, ...unusedSources(tables.sources, returns, period)];
  const others = rated(
    aside.map((one) => withoutFile(one, scheme)),
    scheme,
  );
  const said = [...reported(own, settled.files.files), ...settled.findings, ...others];
  const explained = explainFindings(said, maskedExplanations(tables.explanations, personalMask(scheme)), {
    period,
    filed,
  });
  const findings = [...explained.findings, ...rated(explained.lines, scheme)];
  const coverage = settleCoverage(settled.files, bureausWithErrors(findings), context);
  const what = whatWasChecked(
    compiled.files,
    coverage.sources,
    { returns: settled.counts, settling: settled.files.findings },
    scheme,
  );
  const figures = compare(settled.figures, period, scheme);
  return { period, asOf, area, areaFrom, ...coverage, ...what, findings, figures };
}

/** One file after the other; those that name no period wait until the others have told the run's. */
async function compileFiles(
  found: readonly FoundFile[],
  folder: string | null,
  sources: SourcesTable,
  options: CompileOptions,
): Promise<{ readonly files: readonly CompiledFile[]; readonly period: Period }> {
  const { scheme, period: asked, asOf } = options;
  const printed = maskedNames(
    found.map(({ name }) => name),
    personalMask(scheme),
  );
  const context: FileContext = { scheme, period: asked, asOf, folder, sources, printed };
  const files: CompiledFile[] = [];
  for (const file of found) {
    options.onFile?.(printed.get(file.name) ?? file.name, files.length, found.length);
    files.push(await compileFile(file, context));
  }
  const period = runPeriod(files, options.period, scheme.periodKind, asOf);
  for (const [index, file] of found.entries()) {
    if (files[index]?.needsPeriod) files[index] = await compileFile(file, { ...context, period });
  }
  return { files, period };
}

/** What is said of names that stand for no file that was read. */
function withoutFile(finding: Finding, scheme: Scheme): Finding {
  const mask = personalMask(scheme);
  return { ...maskedFinding(finding, mask), place: { ...finding.place, file: mask(finding.place.file) } };
}

/** What could not be reached must not look like a bureau that sent nothing. */
function passedOverFindings(skipped: readonly Skipped[]): readonly Finding[] {
  return skipped.flatMap(({ name, reason }) => {
    if (reason === 'unreadable') return [finding('FOLDER_UNREADABLE', filePlace(name), {})];
    if (reason === 'brokenLink') return [finding('LINK_BROKEN', filePlace(name), {})];
    return reason === 'extension' ? [finding('FILE_PASSED_OVER', filePlace(name), {})] : [];
  });
}
