import type { Skipped } from '../find/candidate.ts';
import { refuseOutputs } from '../find/refuse-outputs.ts';
import type { Compilation } from '../model/compilation.ts';
import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import { personalMask } from '../normalise/personal-text.ts';
import { maskedFinding } from '../normalise/withhold-personal.ts';
import type { Period } from '../period/period.ts';
import { regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { settleCoverage } from '../settle/settle-coverage.ts';
import { explainFindings } from '../workspace/explain-findings.ts';
import { SETTINGS_FILE } from '../workspace/settings.ts';
import { unusedSources } from '../workspace/unused-sources.ts';
import { compileEarlier, type EarlierReturns } from './earlier-periods.ts';
import { maskedExplanations } from './masked-explanations.ts';
import { openReturns } from './open-returns.ts';
import { bureausWithErrors, rated, reported } from './reported.ts';
import { runArea } from './scope.ts';
import { type SettleRun, settlePeriod } from './settle-period.ts';
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
  /** Finds the returns of the periods that a period is compared with; left out: it is compared with none. */
  readonly earlier?: (run: Period) => EarlierReturns;
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
  const { scheme, asOf } = options;
  const reading = { ...options, workspace: options.workspace ?? null };
  const opened = await openReturns({
    ...reading,
    onFound: ({ files }) => refuseOutputs(options.outputs ?? [], files, options.paths, options.cwd),
  });
  const { tables, returns, found, period } = opened;
  const regions = regionIndex(scheme);
  const sent = opened.files.map(({ filed }) => filed);
  const { area, from: areaFrom } = runArea(sent, { asked: options.area, roster: tables.roster }, scheme, regions);
  const run: SettleRun = {
    ...{ scheme, area, tables, basis: options.basis, counting: options.counting },
    deadlines: options.deadlines ?? new Map(),
    receiveNow: options.receiveNow === true ? asOf : null,
  };
  const returnsOf = options.earlier?.(period) ?? (async () => null);
  const earlier = await compileEarlier(period, returnsOf, { ...reading, beside: found.root }, run);
  const settled = settlePeriod(opened, run, earlier.known);
  const passedOver = passedOverFindings(found.skipped.filter(({ name }) => name !== SETTINGS_FILE));
  const aside = [...passedOver, ...unusedSources(tables.sources, returns, period), ...earlier.findings];
  const others = rated(
    aside.map((one) => withoutFile(one, scheme)),
    scheme,
  );
  const own = rated(
    opened.files.flatMap((file) => file.findings),
    scheme,
  );
  const said = [...reported(own, settled.files.files), ...settled.findings, ...others];
  const filed = settled.files.files.map((file) => file.filed);
  const explained = explainFindings(said, maskedExplanations(tables.explanations, personalMask(scheme)), {
    period,
    filed,
  });
  const findings = [...explained.findings, ...rated(explained.lines, scheme)];
  const coverage = settleCoverage(settled.files, bureausWithErrors(findings), settled.context);
  const what = whatWasChecked(
    opened.files,
    coverage.sources,
    { returns: settled.counts, settling: settled.files.findings },
    scheme,
  );
  const sources = [...what.sources, ...earlier.sources.map((source) => ({ ...source, notChecked: null }))];
  const setAside = [...coverage.setAside, ...earlier.setAside];
  const { figures } = settled;
  return { period, asOf, area, areaFrom, ...coverage, ...what, sources, setAside, findings, figures };
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
