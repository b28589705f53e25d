import type { ReportModel } from '../../report/model.ts';
import type { Markup } from '../markup.ts';
import type { Helpers } from '../template.ts';
import { listArgument } from './arguments.ts';
import { cell, level } from './cells.ts';
import { first, lookup, pluck, size, slice, where, without } from './lists.ts';
import { and, eq, given, gt, not, or, orDefault } from './logic.ts';
import { digits, num, pct } from './numbers.ts';
import { date, delta, lacks, list, names, numeral, short } from './words.ts';

/** Makes a picture of the report: its kind and, where it shows one, the indicator; nothing when there is nothing to show. */
export type ChartHelper = (kind: unknown, indicator?: unknown) => Markup | '';

/** In documents without pictures. */
const NO_CHART: ChartHelper = () => '';

/** The helpers of the report's templates, with the words and names of one report. */
export function reportHelpers(
  { labels, regions }: Pick<ReportModel, 'labels' | 'regions'>,
  chart: ChartHelper = NO_CHART,
): Helpers {
  const regionNames = new Map(regions.map(({ code, name }) => [code, name]));
  const region = (code: unknown) => regionNames.get(String(code)) ?? String(code);
  return {
    num,
    digits,
    pct,
    eq,
    gt,
    and,
    or,
    not,
    given,
    default: orDefault,
    size,
    first,
    slice,
    pluck,
    where,
    without,
    lookup,
    level,
    add: (a, b) => Number(a) + Number(b),
    cell: (value) => cell(value, labels),
    delta: (value) => delta(value, labels),
    numeral: (value) => numeral(value, labels),
    date: (value) => date(value, labels),
    list: (values, separator) => list(values, typeof separator === 'string' ? separator : labels.listSeparator),
    lacks: (values, before = []) => lacks(values, before, labels),
    names: (values) => names(values, labels),
    short: (value, length) => short(value, length, labels),
    chart: (kind, indicator) => chart(kind, indicator),
    region,
    regions: (codes) => listArgument(codes).map(region),
  };
}
