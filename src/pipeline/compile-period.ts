import { hasCandidateExtension, type Skipped } from '../find/candidate.ts';
import { passedOverKind } from '../find/passed-over-kind.ts';
import type { Compilation } from '../model/compilation.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { PeriodParts } from '../model/holding.ts';
import { filePlace } from '../model/place.ts';
import { personalMask } from '../normalise/personal-text.ts';
import { maskedFinding } from '../normalise/withhold-personal.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { settleCoverage } from '../settle/settle-coverage.ts';
import { explainFindings } from '../workspace/explain-findings.ts';
import { SETTINGS_FILE } from '../workspace/settings.ts';
import { unusedSources } from '../workspace/unused-sources.ts';
import { fileMask } from './file-mask.ts';
import { maskedExplanations } from './masked-explanations.ts';
import type { OpenedReturns } from './open-returns.ts';
import { bureausWithErrors, rated, reported } from './reported.ts';
import { type KnownPeriods, type SettleRun, settlePeriod } from './settle-period.ts';
import { whatWasChecked } from './what-was-checked.ts';

/** What came of the returns of one period, and all that is known of its regions for comparing it. */
export interface CompiledPeriod {
  readonly compilation: Omit<Compilation, 'asOf' | 'area' | 'areaFrom' | 'history'>;
  readonly parts: PeriodParts;
  /** Region codes of which every indicator is a figure. */
  readonly shown: ReadonlySet<string>;
}

/** Settles, compares and explains the returns of one period; `aside` is said of the run beside them. */
export function compilePeriod(
  opened: OpenedReturns,
  run: SettleRun,
  known: KnownPeriods,
  aside: readonly Finding[],
): CompiledPeriod {
  const { tables, returns, found, period } = opened;
  const { scheme } = run;
  const settled = settlePeriod(opened, run, known);
  const passedOver = passedOverFindings(found.skipped.filter(({ name }) => name !== SETTINGS_FILE));
  const others = [...passedOver, ...unusedSources(tables.sources, returns, period), ...aside];
  const own = [
    ...reported(settled.own, settled.files.files),
    ...settled.findings,
    ...rated(
      others.map((one) => withoutFile(one, scheme)),
      scheme,
    ),
  ];
  const filed = settled.files.files.map((file) => file.filed);
  const explanations = maskedExplanations(tables.explanations, personalMask(scheme));
  const explained = explainFindings(own, explanations, { period, filed });
  const findings = [...explained.findings, ...rated(explained.lines, scheme)];
  const coverage = settleCoverage(settled.files, bureausWithErrors(findings), settled.context);
  const judged = { returns: settled.counts, settling: settled.files.findings };
  const what = whatWasChecked(opened.files, coverage.sources, judged, scheme);
  const { figures, parts, shown } = settled;
  return { compilation: { period, ...coverage, ...what, findings, figures }, parts, shown };
}

/** What is said of names that stand for no file that was read. */
function withoutFile(finding: Finding, scheme: Scheme): Finding {
  const mask = personalMask(scheme);
  return { ...maskedFinding(finding, mask), place: { ...finding.place, file: fileMask(mask)(finding.place.file) } };
}

/** What could not be reached must not look like a bureau that sent nothing. */
function passedOverFindings(skipped: readonly Skipped[]): readonly Finding[] {
  return skipped.flatMap(({ name, reason }) => {
    if (reason === 'unreadable') return [finding('FOLDER_UNREADABLE', filePlace(name), {})];
    if (reason === 'brokenLink') return [finding('LINK_BROKEN', filePlace(name), {})];
    if (reason === 'notAFile' && hasCandidateExtension(name))
      return [finding('FILE_UNREADABLE', filePlace(name), { detail: 'notAFile' })];
    if (reason === 'folder') return [finding('FILE_PASSED_OVER', filePlace(name), { kind: 'folder' })];
    if (reason !== 'extension') return [];
    const kind = passedOverKind(name);
    return [finding('FILE_PASSED_OVER', filePlace(name), kind === null ? {} : { kind })];
  });
}
