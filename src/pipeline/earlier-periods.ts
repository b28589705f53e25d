import type { SourceSummary } from '../model/compilation.ts';
import { UsageError } from '../model/errors.ts';
import type { SetAsideRow } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { PeriodParts } from '../model/holding.ts';
import { filePlace } from '../model/place.ts';
import type { Period } from '../period/period.ts';
import { earlierFile } from '../settle/file-source.ts';
import { type OpenedReturns, openReturns, type ReturnsAsked } from './open-returns.ts';
import { type KnownPeriods, type SettleRun, settlePeriod } from './settle-period.ts';

/** Finds the returns of an earlier period; null where there are none. `named`: somebody asked for this path itself. */
export type EarlierReturns = (period: Period) => Promise<{ readonly path: string; readonly named: boolean } | null>;

export const NO_RETURNS: EarlierReturns = async () => null;

/** What the earlier periods say, and the files that say it. */
export interface EarlierPeriods {
  readonly known: KnownPeriods;
  readonly sources: readonly SourceSummary[];
  readonly setAside: readonly SetAsideRow[];
  /** Folders of which nothing counts. */
  readonly findings: readonly Finding[];
}

/**
 * Compiles earlier periods in the order of time, each by the same road: what one says of the
 * year to date is what the next begins with. Only their sums are kept; what is wrong in them was said in their time.
 */
export async function compileEarlier(
  periods: readonly Period[],
  returnsOf: EarlierReturns,
  asked: Omit<ReturnsAsked, 'paths' | 'period'>,
  run: SettleRun,
): Promise<EarlierPeriods> {
  const known = new Map<string, PeriodParts>();
  const files: ReturnType<typeof earlierFile>[] = [];
  const findings: Finding[] = [];
  for (const earlier of periods) {
    const returns = await returnsOf(earlier);
    const opened = returns && (await openEarlier({ ...asked, paths: [returns.path], period: earlier }, returns.named));
    if (opened === null) continue;
    const { parts, files: settled } = settlePeriod(opened, { ...run, receiveNow: null }, known);
    known.set(earlier.id, parts);
    files.push(...opened.files.map(({ filed }) => earlierFile(filed)));
    if (settled.returns.size > 0) continue;
    const [first] = opened.files;
    if (first) findings.push(finding('EARLIER_PERIOD_EMPTY', filePlace(first.filed.file), { period: earlier.id }));
  }
  return {
    known,
    sources: files.map(({ source }) => ({ ...source, notChecked: null })),
    setAside: files.flatMap(({ setAside }) => setAside),
    findings,
  };
}

/** A folder that lies ready for a period and is still empty is no mistake; one that was asked for is. */
async function openEarlier(asked: ReturnsAsked, named: boolean): Promise<OpenedReturns | null> {
  try {
    return await openReturns(asked);
  } catch (error) {
    if (!named && error instanceof UsageError && error.problem?.code === 'NO_CANDIDATE_FILE') return null;
    throw error;
  }
}
