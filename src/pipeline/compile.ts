import { refuseOutputs } from '../find/refuse-outputs.ts';
import type { Compilation } from '../model/compilation.ts';
import { earlierPeriods, isSpan } from '../period/period.ts';
import type { CompileOptions } from './compile-options.ts';
import { compilePeriod } from './compile-period.ts';
import { compileSpan } from './compile-span.ts';
import { compileEarlier, NO_RETURNS } from './earlier-periods.ts';
import { historyOf } from './history.ts';
import { openReturns } from './open-returns.ts';
import { readingOf, startRun } from './start-run.ts';

export type { CompileOptions } from './compile-options.ts';

/**
 * The whole road from files to figures.
 *
 * Throws `UsageError` when no candidate file is found, when an output would replace a return, or when the period or area cannot be told.
 */
export async function compile(options: CompileOptions): Promise<Compilation> {
  const { period, scheme, paths, cwd } = options;
  if (period !== null && isSpan(period, scheme.periodKind)) return compileSpan(period, options);
  const reading = readingOf(options);
  const opened = await openReturns({
    ...{ ...reading, paths, period },
    onFound: ({ files }) => refuseOutputs(options.outputs ?? [], files, [...paths, ...(options.kept ?? [])], cwd),
  });
  const { area, run } = startRun(opened, options);
  const earlier = await compileEarlier(
    earlierPeriods(opened.period),
    options.earlier?.(opened.period) ?? NO_RETURNS,
    { ...reading, beside: opened.found.root },
    run,
  );
  const { compilation, parts } = compilePeriod(opened, run, earlier.known, earlier.findings);
  return {
    ...compilation,
    ...{ asOf: options.asOf, area: area.area, areaFrom: area.from },
    history: historyOf(earlier.known, [[opened.period.id, parts]]),
    sources: [...compilation.sources, ...earlier.sources],
    setAside: [...compilation.setAside, ...earlier.setAside],
  };
}
