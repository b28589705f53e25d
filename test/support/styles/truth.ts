import type { Indicator } from '../../../src/scheme/scheme.ts';
import { scheme } from '../returns.ts';
import { DEEDS, type Deed } from './deeds.ts';

/** Values by unit and indicator; money in 万元. */
export type Values = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const CITY = '441300';
/** The units of the city that the return tells of, in customary order. */
export const UNITS = ['441300-self', '441302', '441303', '441322', '441323', '441324', '441300-dayawan'] as const;

/** Numbers at the period's end, which no ledger gives: for the first unit and how much more for each next one. */
const STOCKS = new Map<string, readonly [number, number]>([
  ['t0_assoc_registered', [30, 3]],
  ['t1_emerging_assoc_total', [5, 1]],
  ['t2_coop_platforms_total', [3, 1]],
  ['t2_intl_orgs_total', [1, 0]],
  ['t2_hkmo_settled', [3, 2]],
  ['t3_exchange_platforms_total', [4, 1]],
  ['t3_supply_platforms_total', [2, 0]],
  ['t3_brand_projects_total', [3, 1]],
  ['t4_paired_villages_total', [6, 1]],
  ['t5_training_bases_total', [2, 1]],
]);

/** The indicators that the summary shows, in the order of the scheme: all but the optional ones. */
export const INDICATORS: readonly Indicator[] = scheme.indicators.filter(({ tier }) => tier !== 'opt');

/** What the summary of the return says: what its activities add up to, and the numbers at the period's end. */
export const SUMMARY: Values = new Map(
  UNITS.map((unit, at) => {
    const deeds = DEEDS.filter((deed) => deed.unit === unit);
    const value = (indicator: Indicator) => {
      const [first, step] = STOCKS.get(indicator.id) ?? [0, 0];
      return indicator.rollup === null ? first + at * step : rolledUp(indicator, deeds);
    };
    return [unit, new Map(INDICATORS.map((indicator) => [indicator.id, value(indicator)]))];
  }),
);

function rolledUp({ task, rollup }: Indicator, deeds: readonly Deed[]): number {
  if (rollup === null) return 0;
  const { method, column, types, onlyIf } = rollup;
  const own = deeds.filter(
    (deed) =>
      (task === 't0' || deed.task === task) &&
      (types.length === 0 || types.includes(deed.type)) &&
      (onlyIf === null || deed.yes.includes(onlyIf)),
  );
  if (method === 'distinct') return new Set(own.map(({ association }) => association.code)).size;
  const each = scheme.columns.find(({ id }) => id === column)?.joint === 'each';
  // An event that several associations held is one event, and its numbers are told by each of them.
  const once = own.filter((deed, at) => own.findIndex(({ title }) => title === deed.title) === at);
  if (method === 'count') return once.length;
  return round((each ? own : once).reduce((sum, { numbers }) => sum + (numbers.get(column ?? '') ?? 0), 0));
}

/** Floats without the dust of adding them. */
export function round(value: number): number {
  return Number(value.toFixed(8));
}

/** The sum of the units. */
export function cityValue(indicator: string): number {
  return round(UNITS.reduce((sum, unit) => sum + (SUMMARY.get(unit)?.get(indicator) ?? 0), 0));
}
