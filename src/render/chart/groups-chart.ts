import type { ReportIndicator, ReportModel } from '../../report/model.ts';
import { filled } from '../helpers/words.ts';
import { type Stack, stacksPicture } from '../svg/stacks.ts';
import type { Chart } from './chart.ts';
import { groupCells, indicatorOf, measuredName } from './chart-data.ts';
import { figureText } from './chart-number.ts';

const NUMBER_ROOM = 120;

/** What the groups of units have of an indicator or, without one, of each task's headline; null without groups. */
export function groupsChart(model: ReportModel, id: string | null): Chart | null {
  const { charts } = model.labels;
  const indicators = id === null ? model.views.matrix.columns : [indicatorOf(model, id)];
  const shown = indicators.flatMap((one) => {
    const cells = groupCells(model, one.id);
    return cells.some(({ cell }) => (cell.value ?? 0) > 0) ? [{ indicator: one, cells }] : [];
  });
  const [first] = shown;
  if (!first) return null;
  const named = (indicator: ReportIndicator) =>
    filled(charts.ofTask, { name: taskName(indicator, model), indicator: measuredName(indicator, model) });
  const stacks = shown.map(
    ({ indicator, cells }): Stack => ({
      name: id === null ? named(indicator) : measuredName(indicator, model),
      parts: cells.map(({ name, cell }) => ({
        name,
        value: cell.value,
        text: figureText(cell, cell.decimals, model.labels, NUMBER_ROOM),
      })),
    }),
  );
  const incomplete = shown.some(({ cells }) => cells.some(({ cell }) => cell.value !== null && !cell.complete));
  return {
    title: id === null ? charts.allGroups : filled(charts.groups, { indicator: measuredName(first.indicator, model) }),
    notes: incomplete ? [charts.grouped, model.labels.notes.incomplete] : [charts.grouped],
    description: stacks.map((stack) => stackText(stack, model)).join(charts.list) + charts.end,
    picture: stacksPicture(stacks),
  };
}

function taskName({ task }: ReportIndicator, { tasks }: ReportModel): string {
  return tasks.find(({ id }) => id === task)?.shortName ?? task;
}

function stackText({ name, parts }: Stack, { labels }: ReportModel): string {
  const listed = parts.map((part) => filled(labels.charts.pair, { name: part.name, value: part.text }));
  return filled(labels.fact, { label: name, value: listed.join(labels.listSeparator) });
}
