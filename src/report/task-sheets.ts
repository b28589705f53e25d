import { figureOf } from './figure-index.ts';
import type { ReportIndicator, ReportTask } from './model.ts';
import { comparedOf } from './overall-rows.ts';
import { type RegionFrame, regionTable } from './region-rows.ts';
import type { TaskSheet } from './views.ts';

/** Each task with all its indicators by region: the headline indicator apart, with what it is compared with. */
export function taskSheets(tasks: readonly ReportTask[], frame: RegionFrame): readonly TaskSheet[] {
  return tasks.flatMap((task) => {
    const headline = task.indicators.find(({ id }) => id === task.headline);
    return headline ? [taskSheet(task, headline, frame)] : [];
  });
}

function taskSheet(
  { id, name, shortName, indicators }: ReportTask,
  headline: ReportIndicator,
  frame: RegionFrame,
): TaskSheet {
  const { columns, rows } = regionTable(id, name, indicators, frame);
  const at = indicators.indexOf(headline);
  const others = <Item>(items: readonly Item[]) => items.toSpliced(at, 1);
  return {
    task: id,
    name: shortName,
    title: name,
    headline: { ...headline, taskName: frame.taskName(headline.task), max: columns[at]?.max ?? null },
    columns: others(columns),
    rows: rows.flatMap((row) => {
      const figure = row.code === null ? null : figureOf(frame.figures, row.code, headline.id);
      return row.cells
        .slice(at, at + 1)
        .map((cell) => ({ ...row, headline: { ...cell, ...comparedOf(figure, frame) }, cells: others(row.cells) }));
    }),
  };
}
