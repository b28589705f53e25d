import { type Period, previousPeriod, yearAgoPeriod } from '../period/period.ts';
import { cityOf, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { workspaceTables } from '../workspace/workspace-tables.ts';
import { compileEarlier, type EarlierReturns } from './earlier-periods.ts';
import type { ReturnsAsked } from './open-returns.ts';
import type { KnownPeriods, SettleRun } from './settle-period.ts';

/** Whose figures are wanted, and how they are read. */
export interface EarlierAsked
  extends Pick<ReturnsAsked, 'cwd' | 'workspace' | 'scheme' | 'asOf' | 'limits' | 'onFile'> {
  readonly bureau: string;
  readonly period: Period;
  readonly earlier: EarlierReturns;
}

/** What the period before and the one a year ago say of a bureau's area, as far as their returns are there. */
export async function earlierFigures({ bureau, period, earlier, ...reading }: EarlierAsked): Promise<KnownPeriods> {
  const { scheme, workspace, cwd } = reading;
  const tables = await workspaceTables(workspace, [cwd], scheme);
  const periods = [yearAgoPeriod(period), previousPeriod(period)].filter((one) => one !== null);
  const run: SettleRun = {
    ...{ scheme, tables, area: areaOf(bureau, scheme), basis: 'summary', counting: 'normal' },
    ...{ deadlines: new Map(), receiveNow: null },
  };
  return (await compileEarlier(periods, earlier, reading, run)).known;
}

/** The smallest area that is added up anyway: a city, or the province. */
export function areaOf(bureau: string, scheme: Scheme): string {
  const province = scheme.regions.find(({ level }) => level === 'province');
  return cityOf(regionIndex(scheme), bureau)?.code ?? province?.code ?? bureau;
}
