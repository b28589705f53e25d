import { addDays } from '../period/days.ts';
import type { Period } from '../period/period.ts';
import { type RegionIndex, regionOf } from '../scheme/regions.ts';

/** When returns are due. */
export interface DeadlineRules {
  /** Days after the end of a period by name, as the scheme and the settings have them. */
  readonly days: Readonly<Record<string, number>>;
  /** The last day by the id of a period: for everybody, before all rules. */
  readonly dates: ReadonlyMap<string, string>;
}

/**
 * The last day on which a bureau reports in time; null when nothing says it.
 *
 * What lies below a city reports to it, everybody else to the province. A period that ends a year has days of its own.
 */
export function deadlineOf(bureau: string, period: Period, rules: DeadlineRules, regions: RegionIndex): string | null {
  const date = rules.dates.get(period.id);
  if (date !== undefined) return date;
  const level = reportsToCity(bureau, regions) ? 'county' : 'city';
  const atYearEnd = period.end.endsWith('-12-31') ? rules.days[`${level}YearEnd`] : undefined;
  const days = atYearEnd ?? rules.days[level];
  return days === undefined ? null : addDays(period.end, days);
}

function reportsToCity(bureau: string, regions: RegionIndex): boolean {
  const parent = regionOf(regions, bureau)?.parent ?? null;
  return parent !== null && regionOf(regions, parent)?.level === 'city';
}
