import type { ReportModel } from '../../report/model.ts';
import { textArgument } from '../helpers/arguments.ts';
import type { Picture } from '../svg/picture.ts';
import { groupsChart } from './groups-chart.ts';
import { CHART_KINDS, type ChartKind } from './kinds.ts';
import { figureMap, statesMap } from './map-charts.ts';
import { periodsChart } from './periods-chart.ts';
import { regionsChart } from './regions-chart.ts';

/** A picture of the report with its words. */
export interface Chart {
  readonly title: string;
  /** Sentences that stand below the picture. */
  readonly notes: readonly string[];
  /** All that the picture shows, in words. */
  readonly description: string;
  readonly picture: Picture;
}

/** Null: there is nothing to show. */
type Maker = (model: ReportModel, indicator: string | null) => Chart | null;

const MAKERS: Readonly<Record<ChartKind, Maker>> = {
  regions: regionsChart,
  periods: periodsChart,
  groups: groupsChart,
  map: figureMap,
  states: statesMap,
};

/** What a chart is called: in names of files and as id. */
function chartName(kind: string, indicator: string | null): string {
  return indicator === null ? kind : `${kind}-${indicator}`;
}

/** The picture of a kind; throws for unknown kinds and indicators, and when a kind needs an indicator. */
export function chartOf(
  model: ReportModel,
  given: unknown,
  indicator: unknown,
): { readonly name: string; readonly chart: Chart } | null {
  const kind = textArgument(given);
  const known = CHART_KINDS.find((one) => one === kind);
  if (known === undefined) throw new TypeError(`there is no chart "${kind}"; there are ${CHART_KINDS.join(', ')}`);
  const shown = indicator === undefined ? null : textArgument(indicator);
  const chart = MAKERS[known](model, shown);
  return chart && { name: chartName(known, shown), chart };
}
