import { figureOf } from './figure-index.ts';
import type { ReportIndicator, ReportTask } from './model.ts';
import { comparedOf } from './overall-rows.ts';
import { type RegionFrame, regionTable } from './region-rows.ts';
import type { TaskSheet } from './views.ts';

/** A task with all its indicators by region: the headline indicator apart, with what it is compared with. */
export function taskSheet(task: ReportTask, frame: RegionFrame): TaskSheet {
  const isHeadline = ({ id }: ReportIndicator) => id === task.headline;
  const headline = regionTable(
    task.id,
    task.name,
    task.indicators.filter((one) => isHeadline(one)),
    frame,
  );
  const others = regionTable(
    task.id,
    task.name,
    task.indicators.filter((one) => !isHeadline(one)),
    frame,
  );
  const [column = null] = headline.columns;
  return {
    task: task.id,
    name: task.shortName,
    title: task.name,
    headline: column,
    columns: others.columns,
    rows: others.rows.map((row, at) => {
      const cell = headline.rows[at]?.cells[0];
      const figure = column && row.code !== null ? figureOf(frame.figures, row.code, column.id) : null;
      return { ...row, headline: cell ? { ...cell, ...comparedOf(figure, frame) } : null };
    }),
  };
}
