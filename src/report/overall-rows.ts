import type { ComparedFigure } from '../model/compilation.ts';
import type { Period } from '../period/period.ts';
import { type FigureIndex, figureOf, numberOrNull } from './figure-index.ts';
import { gapsOf, NO_GAPS, withFurther } from './gaps.ts';
import type { ReportIndicator, ReportTask } from './model.ts';
import { cellOf, type RegionFrame } from './region-rows.ts';
import type { Compared, Comparison, Gaps, IncompleteEntry, OverallBlock, OverallRow } from './views.ts';

/** One indicator of the area with all its comparisons. */
export function overallRow(indicator: ReportIndicator, frame: RegionFrame): OverallRow {
  const figure = figureOf(frame.figures, frame.area.code, indicator.id);
  return {
    indicator: indicator.id,
    name: indicator.name,
    task: indicator.task,
    taskName: frame.taskName(indicator.task),
    unit: indicator.unit,
    part: indicator.parent !== null,
    ...cellOf(figure, indicator, frame),
    ...comparedOf(figure, frame),
    further: NO_GAPS,
  };
}

/** What a figure is compared with; nothing where the run holds none. */
export function comparedOf(figure: ComparedFigure | null, { nameOf }: Pick<RegionFrame, 'nameOf'>): Compared {
  const names = (regions: readonly string[] | undefined) => (regions ?? []).map(nameOf);
  return {
    ytd: numberOrNull(figure?.ytd ?? null),
    ytdLacks: names(figure?.ytdLacks),
    previous: numberOrNull(figure?.previous ?? null),
    qoq: numberOrNull(figure?.qoq ?? null),
    yearAgo: numberOrNull(figure?.yearAgo ?? null),
    yoy: numberOrNull(figure?.yoy ?? null),
    ytdYearAgo: numberOrNull(figure?.ytdYearAgo ?? null),
    ytdYoy: numberOrNull(figure?.ytdYoy ?? null),
    comparedWithout: {
      qoq: names(figure?.comparedWithout.qoq),
      yoy: names(figure?.comparedWithout.yoy),
      ytdYoy: names(figure?.comparedWithout.ytdYoy),
    },
  };
}

/** The area's indicators task by task, and what they all lack. */
export function overallBlocks(
  tasks: readonly ReportTask[],
  frame: RegionFrame,
): { readonly common: Gaps; readonly blocks: readonly OverallBlock[] } {
  const blocks = tasks.map((task) => ({
    task: task.id,
    name: task.name,
    rows: task.indicators.map((indicator) => overallRow(indicator, frame)),
  }));
  const common = gapsOf(blocks.flatMap((block) => block.rows));
  return { common, blocks: blocks.map((block) => ({ ...block, rows: withFurther(block.rows, common) })) };
}

/**
 * Which comparisons have at least one figure anywhere in the run and say something of their own: at the start of a year
 * the year to date is the period, and of a year the period before is the year before.
 */
export function comparisons(
  figures: readonly ComparedFigure[],
  { kind, number }: Pick<Period, 'kind' | 'number'>,
): {
  readonly ytd: boolean;
  readonly previous: boolean;
  readonly yearAgo: boolean;
} {
  return {
    ytd: number > 1 && figures.some((figure) => figure.ytd !== null),
    previous: kind !== 'year' && figures.some((figure) => figure.previous !== null),
    yearAgo: figures.some((figure) => figure.yearAgo !== null),
  };
}

/** The comparisons that there are, in the order in which tables show them. */
export function comparisonList(compared: ReturnType<typeof comparisons>): readonly Comparison[] {
  const all: readonly Comparison[] = [
    { figure: 'previous', rate: 'qoq', base: 'previous' },
    { figure: 'yearAgo', rate: 'yoy', base: 'yearAgo' },
    { figure: 'ytd', rate: 'ytdYoy', base: 'ytdYearAgo' },
  ];
  return all.filter(({ figure }) => compared[figure]);
}

/** Sets of parts that single rows lack beyond the common ones, each with the indicators that lack it. */
export function incompleteEntries(blocks: readonly OverallBlock[]): readonly IncompleteEntry[] {
  const entries = new Map<string, { lacks: readonly string[]; indicators: string[] }>();
  for (const { further, name } of blocks.flatMap((block) => block.rows)) {
    if (further.lacks.length === 0) continue;
    const key = JSON.stringify(further.lacks);
    const entry = entries.get(key);
    if (entry) entry.indicators.push(name);
    else entries.set(key, { lacks: further.lacks, indicators: [name] });
  }
  return [...entries.values()];
}

/** True when any region of the run has a value for one of the task's indicators. */
export function hasValues(task: ReportTask, figures: FigureIndex): boolean {
  for (const ofRegion of figures.values()) {
    if (task.indicators.some((indicator) => ofRegion.get(indicator.id)?.value != null)) return true;
  }
  return false;
}
