import type { Bases } from '../compare/comparison.ts';
import type { Finding } from '../model/finding.ts';
import type { PeriodParts } from '../model/holding.ts';
import { adoptCodes } from '../normalise/adopt-codes.ts';
import { type Period, previousPeriod, yearAgoPeriod } from '../period/period.ts';
import { regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { defaultRoster, dueRoster, notDue } from '../settle/roster.ts';
import type { SettleContext } from '../settle/settle-files.ts';
import { receiptFinder } from '../workspace/receipts.ts';
import type { WorkspaceTables } from '../workspace/workspace-tables.ts';
import type { OpenedReturns } from './open-returns.ts';
import { rated } from './reported.ts';
import { type SettledReturns, settleReturns } from './settle-returns.ts';

/** What all periods of a run are settled by. */
export interface SettleRun {
  readonly scheme: Scheme;
  readonly area: string;
  /** Of the run: who was due in each period, and what came when. */
  readonly tables: Pick<WorkspaceTables, 'roster' | 'receipts'>;
  readonly basis: 'summary' | 'ledger';
  readonly counting: 'normal' | 'strict';
  readonly deadlines: ReadonlyMap<string, string>;
  /** Day on which files count as received that nobody noted; null for none. */
  readonly receiveNow: string | null;
}

/** What is known of earlier periods, by the id of the period. */
export type KnownPeriods = ReadonlyMap<string, PeriodParts>;

/** A period settled, with what it was settled by. */
export interface SettledPeriod extends SettledReturns {
  /** Rated findings of the files themselves. */
  readonly own: readonly Finding[];
  readonly context: SettleContext;
}

/** Settles the returns of a period, adds them up and compares them with the earlier periods that are known. */
export function settlePeriod(
  { files, period }: Pick<OpenedReturns, 'files' | 'period'>,
  run: SettleRun,
  known: KnownPeriods,
): SettledPeriod {
  const { scheme, area, tables } = run;
  const regions = regionIndex(scheme);
  const roster =
    tables.roster === null ? defaultRoster(area, regions) : dueRoster(tables.roster, period, area, regions);
  const receiptOf = receiptFinder(tables.receipts, run.receiveNow);
  const deadlines = { days: scheme.deadlines, dates: run.deadlines };
  const context: SettleContext = { period, area, roster, regions, scheme, receiptOf, deadlines };
  const own = rated(
    files.flatMap((file) => file.findings),
    scheme,
  );
  const before = partsOf(known, previousPeriod(period));
  const isFirst = period.number === 1;
  const settled = settleReturns(adoptCodes(files.map(({ filed }) => filed)), own, {
    context,
    scope: { area, roster: roster.map(({ bureau }) => bureau) },
    basics: {
      regions,
      basis: run.basis,
      exempt: notDue(roster, area, regions),
      due: new Set(roster.filter(({ exempt }) => !exempt).map(({ bureau }) => bureau)),
      isFirst,
      before: isFirst ? null : (before?.yearToDate ?? null),
    },
    bases: { previous: before, yearAgo: partsOf(known, yearAgoPeriod(period)) } satisfies Bases,
    counting: run.counting,
  });
  return { ...settled, own, context };
}

function partsOf(known: KnownPeriods, period: Period | null): PeriodParts | null {
  return (period && known.get(period.id)) ?? null;
}
