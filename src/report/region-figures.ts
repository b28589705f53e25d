import type { ComparedFigure } from '../model/compilation.ts';
import type { Region, Scheme } from '../scheme/scheme.ts';
import type { RegionFrame } from './region-rows.ts';
import type { NamedIndicator, RegionFigures } from './views.ts';

/** Where the figures of each region stand, in their order. */
export function regionFigures(
  figures: readonly ComparedFigure[],
  regions: readonly Region[],
): readonly RegionFigures[] {
  const known = new Map(regions.map((region) => [region.code, region]));
  const starts = figures.flatMap(({ region }, at) => (figures[at - 1]?.region === region ? [] : [at]));
  return starts.map((from, at) => {
    const code = figures[from]?.region ?? '';
    const { name = code, level = 'county' as const, grouping = null } = known.get(code) ?? {};
    return { region: code, name, level, grouping, from, to: starts[at + 1] ?? figures.length };
  });
}

/** What tables say of each indicator, by id. */
export function namedIndicators(
  { indicators }: Pick<Scheme, 'indicators'>,
  { taskName }: Pick<RegionFrame, 'taskName'>,
): Readonly<Record<string, NamedIndicator>> {
  return Object.fromEntries(
    indicators.map(({ id, name, task, unit, kind, decimals }) => [
      id,
      { name, taskName: taskName(task), unit, kind, decimals },
    ]),
  );
}
