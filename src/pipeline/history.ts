import type { KnownPeriod } from '../model/compilation.ts';
import type { PeriodParts } from '../model/holding.ts';
import { parsePeriodId } from '../period/period.ts';
import type { KnownPeriods } from './settle-period.ts';

/** The known periods and those of the run itself, in the order of time. */
export function historyOf(
  known: KnownPeriods,
  own: readonly (readonly [id: string, parts: PeriodParts])[],
): readonly KnownPeriod[] {
  const periods = [...new Map([...known, ...own])].flatMap(([id, { value }]) => {
    const period = parsePeriodId(id);
    return period === null ? [] : [{ period, values: value }];
  });
  return periods.toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1));
}
