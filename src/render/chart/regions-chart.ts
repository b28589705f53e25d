import type { ReportModel } from '../../report/model.ts';
import { filled } from '../helpers/words.ts';
import { type BarRow, barsPicture, MOST_NAME } from '../svg/bars.ts';
import { NAME_SIZE } from '../svg/picture.ts';
import { textWidth } from '../svg/text-width.ts';
import type { Chart } from './chart.ts';
import { type ChartUnit, figuresOf, indicatorOf, measuredName, unitsOf } from './chart-data.ts';
import { figureText, numberText } from './chart-number.ts';

/** Room of the numbers beside the bars. */
const NUMBER_ROOM = 90;
const NO_VALUE = '—';

/** The units by one indicator, beside a year ago where that is known; null when no unit has a value. */
export function regionsChart(model: ReportModel, id: string | null): Chart | null {
  const indicator = indicatorOf(model, id);
  const { labels, views, period } = model;
  const figures = figuresOf(model, indicator.id);
  const units = unitsOf(model).map((unit) => ({ unit, figure: figures.get(unit.code) }));
  if (units.every(({ figure }) => (figure?.value ?? null) === null)) return null;
  const pair = units.some(({ figure }) => (figure?.yearAgo ?? null) !== null);
  const rows = units.map(({ unit, figure }): BarRow => {
    const before = figure?.yearAgo ?? null;
    return {
      name: nameOf(unit),
      now: { value: figure?.value ?? null, text: figureText(figure, indicator.decimals, labels, NUMBER_ROOM) },
      before: {
        value: before,
        text: before === null ? NO_VALUE : numberText(before, indicator.decimals, labels, NUMBER_ROOM),
      },
    };
  });
  const incomplete = units.some(({ figure }) => figure?.value != null && !figure.complete);
  const words = labels.charts;
  const listed = rows.map(({ name, now, before }) =>
    filled(pair ? words.compared : words.pair, { name, value: now.text, before: before.text }),
  );
  return {
    title: filled(words.regions, { indicator: measuredName(indicator, model), units: views.words.units }),
    notes: incomplete ? [labels.notes.incomplete] : [],
    description: listed.join(words.list) + words.end,
    picture: barsPicture(rows, { now: period.label, before: pair ? words.before : null }),
  };
}

function nameOf({ name, shortName }: ChartUnit): string {
  return textWidth(name, NAME_SIZE) <= MOST_NAME ? name : shortName;
}
