/** The kinds of pictures that a template can ask for. */
export const CHART_KINDS = ['regions', 'periods', 'groups', 'map', 'states'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];
