import { UsageError } from '../model/errors.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Problem } from '../model/problem.ts';
import type { Period } from '../period/period.ts';
import { cityOf, type RegionIndex, regionOf } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';

/** The period of the run: the one asked for, else the one all returns name. */
export function runPeriod(files: readonly FiledReturn[], asked: Period | null): Period {
  if (asked !== null) return asked;
  const named = new Map(
    files.flatMap(({ gate, period }) => (gate === null && period ? [[period.value.id, period.value]] : [])),
  );
  const [only, ...others] = [...named.values()];
  if (only === undefined)
    throw usage('no return names its period: name it with --period', { code: 'PERIOD_NOT_NAMED', args: {} });
  if (others.length === 0) return only;
  const names = [...named.keys()].toSorted();
  const text = `the returns are of several periods (${names.join(', ')}): choose one with --period`;
  throw usage(text, { code: 'PERIOD_SEVERAL', args: { found: names } });
}

/** The area of the report: the one asked for, else the one city that all senders lie in, else the province. */
export function runArea(
  files: readonly FiledReturn[],
  asked: string | null,
  scheme: Scheme,
  regions: RegionIndex,
): string {
  if (asked !== null) {
    const region = regionOf(regions, asked);
    if (region === null)
      throw usage(`--area ${asked}: no such region in the scheme`, { code: 'AREA_UNKNOWN', args: { area: asked } });
    return region.code;
  }
  const senders = files.flatMap(({ sender }) => (sender === null ? [] : [sender.value]));
  const cities = new Set(senders.map((sender) => cityOf(regions, sender)?.code ?? null));
  const [city] = cities;
  if (cities.size === 1 && city !== null && city !== undefined) return city;
  const province = scheme.regions.find(({ level }) => level === 'province');
  if (province === undefined)
    throw usage('the scheme names no province: choose an area with --area', { code: 'AREA_NEEDED', args: {} });
  return province.code;
}

function usage(message: string, problem: Problem): UsageError {
  return new UsageError(message, { problem });
}
