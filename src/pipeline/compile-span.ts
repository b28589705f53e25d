import { figuresOf } from '../aggregate/aggregate.ts';
import { spanParts } from '../aggregate/span-parts.ts';
import { compare } from '../compare/compare.ts';
import { commonFolder } from '../find/printed-name.ts';
import { refuseOutputs } from '../find/refuse-outputs.ts';
import type { Compilation } from '../model/compilation.ts';
import { UsageError } from '../model/errors.ts';
import type { PeriodParts } from '../model/holding.ts';
import { earlierPeriods, type Period, periodsWithin, previousPeriod, yearAgoPeriod } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { CompileOptions } from './compile-options.ts';
import { type CompiledPeriod, compilePeriod } from './compile-period.ts';
import { compileEarlier, NO_RETURNS } from './earlier-periods.ts';
import { historyOf } from './history.ts';
import { joinCompilations } from './join-compilations.ts';
import { type OpenedReturns, openReturns } from './open-returns.ts';
import type { KnownPeriods } from './settle-period.ts';
import { readingOf, startRun } from './start-run.ts';

/**
 * Compiles a period longer than those that bureaus report for (a half, a year) from the periods within it, each as by
 * itself, and the spans it is compared with likewise. Throws `UsageError` when the returns of a period within it are not there.
 */
export async function compileSpan(span: Period, options: CompileOptions): Promise<Compilation> {
  const { scheme, within = NO_RETURNS } = options;
  const places = await placesOf(periodsWithin(span, scheme.periodKind), span, within);
  const reading = { ...readingOf(options), beside: commonFolder(places.map(({ path }) => path)) };
  const open = ({ period, path }: Place): Promise<OpenedReturns> =>
    openReturns({
      ...{ ...reading, paths: [path], period },
      onFound: ({ files }) => refuseOutputs(options.outputs ?? [], files, [path, ...(options.kept ?? [])], options.cwd),
    });
  const [first, ...others] = places;
  if (first === undefined) throw new UsageError(`${span.id} is made of no period`);
  const opened = await open(first);
  const { area, run } = startRun(opened, options);
  const earlier = await compileEarlier(earlierPeriods(span, scheme.periodKind), within, reading, run);
  const known = new Map(earlier.known);
  const compiled: CompiledPeriod[] = [];
  for (const place of [null, ...others]) {
    const returns = place === null ? opened : await open(place);
    const one = compilePeriod(returns, run, known, place === null ? earlier.findings : []);
    known.set(returns.period.id, one.parts);
    compiled.push(one);
  }
  const joined = joinCompilations(compiled.map(({ compilation }) => compilation));
  return {
    ...joined,
    ...{ period: span, asOf: options.asOf, area: area.area, areaFrom: area.from },
    figures: spanFigures(span, compiled, known, scheme),
    history: historyOf(known, []),
    sources: [...joined.sources, ...earlier.sources],
    setAside: [...joined.setAside, ...earlier.setAside],
  };
}

interface Place {
  readonly period: Period;
  readonly path: string;
}

async function placesOf(
  periods: readonly Period[],
  span: Period,
  within: NonNullable<CompileOptions['within']>,
): Promise<readonly Place[]> {
  const found = await Promise.all(periods.map(async (period) => ({ period, returns: await within(period) })));
  const missing = found.filter(({ returns }) => returns === null).map(({ period }) => period.id);
  if (missing.length > 0) {
    throw new UsageError(`${span.id} needs the returns of ${missing.join(', ')}`, {
      problem: { code: 'SPAN_INCOMPLETE', args: { span: span.id, missing } },
    });
  }
  return found.flatMap(({ period, returns }) => (returns === null ? [] : [{ period, path: returns.path }]));
}

function spanFigures(
  span: Period,
  compiled: readonly CompiledPeriod[],
  known: KnownPeriods,
  scheme: Scheme,
): Compilation['figures'] {
  const parts = partsOfSpan(span, known, scheme);
  if (parts === null) return [];
  const shown = new Set(compiled.flatMap((one) => [...one.shown]));
  const order = new Map(scheme.regions.map(({ code, order: place }) => [code, place]));
  const bases = {
    previous: partsOfSpan(previousPeriod(span), known, scheme),
    yearAgo: partsOfSpan(yearAgoPeriod(span), known, scheme),
  };
  return compare(figuresOf(parts.value, shown, scheme), parts, bases, (region) => order.get(region) ?? 0);
}

/** A span that begins with the year is the year to date of its last period, in which what bureaus report themselves counts. */
function partsOfSpan(span: Period | null, known: KnownPeriods, scheme: Scheme): PeriodParts | null {
  const periods = span === null ? [] : periodsWithin(span, scheme.periodKind).map(({ id }) => known.get(id));
  const found = periods.filter((parts) => parts !== undefined);
  const last = found.at(-1);
  if (span === null || last === undefined || found.length < periods.length) return null;
  const { yearToDate } = last;
  const value =
    span.number === 1
      ? yearToDate
      : spanParts(
          found.map((parts) => parts.value),
          scheme,
        );
  return { value, yearToDate };
}
