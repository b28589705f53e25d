import { aggregate } from '../aggregate/aggregate.ts';
import { checkReturn } from '../check/check-return.ts';
import { compare } from '../compare/compare.ts';
import { deriveLedger } from '../derive/derive-ledger.ts';
import type { Skipped } from '../find/candidate.ts';
import { findFiles } from '../find/find-files.ts';
import { refuseOutputs } from '../find/refuse-outputs.ts';
import type { BureauReturn } from '../model/bureau-return.ts';
import { type CheckCount, checkCounter } from '../model/check-count.ts';
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
import type { StatedFile } from '../settle/file-state.ts';
import { replacedPlaces } from '../settle/replaced-places.ts';
import { defaultRoster, dueRoster, notDue } from '../settle/roster.ts';
import { settleCoverage } from '../settle/settle-coverage.ts';
import { settleFiles } from '../settle/settle-files.ts';
import { explainFindings } from '../workspace/explain-findings.ts';
import { receiptFinder } from '../workspace/receipts.ts';
import { SETTINGS_FILE } from '../workspace/settings.ts';
import type { SourcesTable } from '../workspace/sources.ts';
import { unusedSources } from '../workspace/unused-sources.ts';
import { workspaceTables } from '../workspace/workspace-tables.ts';
import { type CompiledFile, compileFile, type FileContext } from './file-road.ts';
import { withoutFollowers } from './followers.ts';
import { maskedExplanations } from './masked-explanations.ts';
import { runArea, runPeriod } from './scope.ts';
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
  await refuseOutputs(options.outputs ?? [], found.files);
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
  const settle = (refused: ReadonlySet<string>) =>
    settleFiles(filed, refused, (files) => deriveLedger(files, scheme), context);
  const asSent = settle(new Set());
  const ofReturns = checkReturns(asSent.returns, scheme);
  const checked = withoutFollowers(rated(ofReturns.findings, scheme), own);
  const ofFiles = rated(asSent.findings, scheme);
  const refused = bureausWithErrors([...reported(own, asSent.files), ...checked, ...ofFiles]);
  const settled = options.counting === 'strict' && refused.size > 0 ? settle(refused) : asSent;
  const passedOver = passedOverFindings(found.skipped.filter(({ name }) => name !== SETTINGS_FILE));
  const aside = [...passedOver, ...unusedSources(tables.sources, returns, period)];
  const others = rated(
    aside.map((one) => withoutFile(one, scheme)),
    scheme,
  );
  const said = [...reported(own, asSent.files), ...checked, ...ofFiles, ...others];
  const explained = explainFindings(said, maskedExplanations(tables.explanations, personalMask(scheme)), {
    period,
    filed,
  });
  const findings = [...explained.findings, ...rated(explained.lines, scheme)];
  const coverage = settleCoverage(settled, bureausWithErrors(findings), context);
  const exempt = notDue(roster, area, regions);
  const scope = { area, roster: roster.map(({ bureau }) => bureau) };
  const figures = aggregate(scheme, scope, { returns: settled.returns, regions, basis, exempt });
  const what = whatWasChecked(
    compiled.files,
    coverage.sources,
    { returns: ofReturns.counts, settling: asSent.findings },
    scheme,
  );
  return { period, asOf, area, areaFrom, ...coverage, ...what, findings, figures: compare(figures, period, scheme) };
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

function checkReturns(
  returns: ReadonlyMap<string, BureauReturn>,
  scheme: Scheme,
): { readonly findings: readonly Finding[]; readonly counts: readonly CheckCount[] } {
  const counter = checkCounter();
  const findings = [...returns.values()].flatMap((one) =>
    checkReturn(one, scheme, counter).map((finding) => ({ ...finding, bureau: one.bureau })),
  );
  return { findings, counts: counter.counts() };
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

/** Findings with the severities that the scheme sets. */
function rated(findings: readonly Finding[], { severity }: Scheme): readonly Finding[] {
  return findings.map((finding) => {
    const own = severity[finding.code];
    return own === undefined ? finding : { ...finding, severity: own };
  });
}

/** What is not counted for its version or period says only that; its own findings are not repeated. */
function reported(findings: readonly Finding[], files: readonly StatedFile[]): readonly Finding[] {
  const spoken = new Set(['counted', 'rejected', 'notAReturn']);
  const silent = new Set(files.filter(({ state }) => !spoken.has(state)).map(({ filed }) => filed.file));
  const replaced = new Map(files.map(({ filed }) => [filed.file, replacedPlaces(filed)]));
  return findings.filter(
    ({ place, code }) => code === 'SENDER_UNKNOWN' || !(silent.has(place.file) || replaced.get(place.file)?.(place)),
  );
}

function bureausWithErrors(findings: readonly Finding[]): ReadonlySet<string> {
  const bureaus = new Set<string>();
  for (const { severity, bureau } of findings) {
    if (severity === 'error' && bureau !== null) bureaus.add(bureau);
  }
  return bureaus;
}
