import type { RosterEntry } from '../model/due.ts';
import { UsageError } from '../model/errors.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Problem } from '../model/problem.ts';
import { lastEnded, type Period, type PeriodKind } from '../period/period.ts';
import { commonRegion } from '../scheme/due-units.ts';
import { cityOf, type RegionIndex, regionOf } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { CompiledFile } from './file-road.ts';

/**
 * The period of the run: the one asked for, else the one all returns name.
 *
 * When nothing in the run could count (no file is a return that needs a period), the one period that its files state
 * stands in, else the last that ended before the as-of date, so that what is wrong with the files can still be told.
 */
export function runPeriod(
  files: readonly CompiledFile[],
  asked: Period | null,
  kind: PeriodKind,
  asOf: string,
): Period {
  if (asked !== null) return asked;
  const returns = files.filter(({ filed }) => filed.gate === null);
  const named = statedPeriods(returns);
  const [only, ...others] = [...named.values()];
  const standIn = returns.length === 0 ? (agreedPeriod(files, kind) ?? lastEnded(kind, asOf)) : null;
  const period = only ?? standIn;
  if (period === null)
    throw usage('no return names its period: name it with --period', { code: 'PERIOD_NOT_NAMED', args: {} });
  if (others.length === 0) return period;
  const names = [...named.keys()].toSorted();
  const text = `the returns are of several periods (${names.join(', ')}): choose one with --period`;
  throw usage(text, { code: 'PERIOD_SEVERAL', args: { found: names } });
}

function statedPeriods(files: readonly CompiledFile[]): ReadonlyMap<string, Period> {
  return new Map(files.flatMap(({ filed: { period } }) => (period ? [[period.value.id, period.value]] : [])));
}

/** The period of a kind that files state, when no other is stated beside it. */
function agreedPeriod(files: readonly CompiledFile[], kind: PeriodKind): Period | null {
  const [only, ...others] = [...statedPeriods(files).values()].filter((one) => one.kind === kind);
  return others.length === 0 ? (only ?? null) : null;
}

/** The area of a run, and whether it was asked for, follows from the roster or the senders, or is the whole province. */
export interface RunArea {
  readonly area: string;
  readonly from: 'asked' | 'roster' | 'senders' | 'province';
}

/**
 * The area of the report: the one asked for, else the narrowest that holds the whole roster, else the one city that all
 * senders lie in, else the province.
 */
export function runArea(
  files: readonly FiledReturn[],
  { asked, roster }: { readonly asked: string | null; readonly roster: readonly RosterEntry[] | null },
  scheme: Scheme,
  regions: RegionIndex,
): RunArea {
  if (asked !== null) {
    const region = regionOf(regions, asked);
    if (region === null)
      throw usage(`--area ${asked}: no such region in the scheme`, { code: 'AREA_UNKNOWN', args: { area: asked } });
    return { area: region.code, from: 'asked' };
  }
  const ofRoster =
    roster &&
    commonRegion(
      regions,
      roster.map(({ bureau }) => bureau),
    );
  if (ofRoster) return { area: ofRoster, from: 'roster' };
  const senders = files.flatMap(({ sender }) => (sender === null ? [] : [sender.value]));
  const cities = new Set(senders.map((sender) => cityOf(regions, sender)?.code ?? null));
  const [city] = cities;
  if (cities.size === 1 && city !== null && city !== undefined) return { area: city, from: 'senders' };
  const province = scheme.regions.find(({ level }) => level === 'province');
  if (province === undefined)
    throw usage('the scheme names no province: choose an area with --area', { code: 'AREA_NEEDED', args: {} });
  return { area: province.code, from: 'province' };
}

function usage(message: string, problem: Problem): UsageError {
  return new UsageError(message, { problem });
}
