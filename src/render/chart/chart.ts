import type { ReportModel } from '../../report/model.ts';
import { textArgument } from '../helpers/arguments.ts';
import type { Picture } from '../svg/picture.ts';
import { groupsChart } from './groups-chart.ts';
import { figureMap, statesMap } from './map-charts.ts';
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

const MAKERS: Readonly<Record<string, Maker>> = {
  regions: regionsChart,
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
  if (!Object.hasOwn(MAKERS, kind)) {
    throw new TypeError(`there is no chart "${kind}"; there are ${Object.keys(MAKERS).join(', ')}`);
  }
  const shown = indicator === undefined ? null : textArgument(indicator);
  const chart = MAKERS[kind]?.(model, shown) ?? null;
  return chart && { name: chartName(kind, shown), chart };
}
