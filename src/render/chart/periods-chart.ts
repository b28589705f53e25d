import type { ReportModel, ReportPeriod } from '../../report/model.ts';
import { filled } from '../helpers/words.ts';
import { type Line, linesPicture } from '../svg/lines.ts';
import type { Chart } from './chart.ts';
import { indicatorOf, measuredName } from './chart-data.ts';
import { figureText, type Printed } from './chart-number.ts';

const NUMBER_ROOM = 74;

/** The area by one indicator over the periods of this year and of the year before; null while no two follow each other. */
export function periodsChart(model: ReportModel, id: string | null): Chart | null {
  const indicator = indicatorOf(model, id);
  const { history, labels } = model;
  const last = history.at(-1);
  if (last === undefined) return null;
  const shown = history.filter(({ year }) => year >= last.year - 1);
  const count = Math.max(...shown.map(({ number }) => number));
  const lines = [last.year, last.year - 1].flatMap((year): Line[] => {
    const own = new Map(shown.filter((one) => one.year === year).map((one) => [one.number, one]));
    const points = Array.from({ length: count }, (_, at) => {
      const figure = figureIn(own.get(at + 1), indicator.id);
      if (figure === null) return null;
      return { value: figure.value, text: figureText(figure, indicator.decimals, labels, NUMBER_ROOM) };
    });
    return points.some((point) => point !== null) ? [{ name: filled(labels.charts.year, { year }), points }] : [];
  });
  if (!lines.some(isLine)) return null;
  const places = Array.from({ length: count }, (_, at) => shown.find(({ number }) => number === at + 1)?.shortLabel);
  const incomplete = shown.some((one) => figureIn(one, indicator.id)?.complete === false);
  return {
    title: filled(labels.charts.periods, { indicator: measuredName(indicator, model), whole: model.area.name }),
    notes: incomplete ? [labels.notes.incomplete] : [],
    description: shown.flatMap((one) => said(one, indicator.id, model)).join(labels.charts.list) + labels.charts.end,
    picture: linesPicture(
      lines,
      places.map((place) => place ?? ''),
    ),
  };
}

/** A figure that has a value; null where the period or its value is not known. */
function figureIn(period: ReportPeriod | undefined, indicator: string): (Printed & { readonly value: number }) | null {
  const figure = period?.figures.find((one) => one.indicator === indicator);
  if (figure === undefined || figure.value === null) return null;
  return { value: figure.value, complete: figure.complete, reason: null };
}

function isLine({ points }: Line): boolean {
  return points.some((point, at) => at > 0 && point !== null && points[at - 1] !== null);
}

function said(period: ReportPeriod, id: string, { labels, tasks }: ReportModel): readonly string[] {
  const figure = figureIn(period, id);
  if (figure === null) return [];
  const decimals = tasks.flatMap(({ indicators }) => indicators).find((one) => one.id === id)?.decimals ?? 0;
  const value = figureText(figure, decimals, labels, Number.POSITIVE_INFINITY);
  return [filled(labels.charts.pair, { name: period.label, value })];
}
