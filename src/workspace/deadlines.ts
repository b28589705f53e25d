import { type PeriodKind, parsePeriodId } from '../period/period.ts';
import { DEADLINES } from '../scheme/limits.ts';
import { nearest } from '../scheme/nearest.ts';
import type { YamlMap } from '../scheme/yaml-map.ts';
import { isoDateOf } from './date-text.ts';

/** When returns are due. */
export interface Deadlines {
  /** Days after the end of a period, by the scheme's names; over those of the scheme. */
  readonly days: Readonly<Record<string, number>>;
  /** ISO date by the id of a period: the last day for that period, before all rules. */
  readonly dates: ReadonlyMap<string, string>;
}

export const NO_DEADLINES: Deadlines = { days: {}, dates: new Map() };

const MOST_DAYS = 366;

/** Reads `deadlines` of `huizong.yaml`: days by name, as in a scheme, and dates by period. */
export function readWorkspaceDeadlines(map: YamlMap, kind: PeriodKind | null): Deadlines {
  if (!map.has('deadlines')) return NO_DEADLINES;
  const days: Record<string, number> = {};
  const dates = new Map<string, string>();
  for (const [name, value] of Object.entries(map.texts('deadlines'))) {
    const column = `deadlines.${name}`;
    const period = parsePeriodId(name);
    if (period !== null) {
      const date = isoDateOf(value);
      if (date === null) map.fault(column, 'DATE_WRONG', { column, value });
      else dates.set(period.id, date);
      if (kind !== null && period.kind !== kind) map.fault(column, 'PERIOD_KIND', { column, value: name, kind });
    } else if (!DEADLINES.includes(name)) {
      map.fault(column, 'KEY_UNKNOWN', { column, nearest: nearest(name, DEADLINES) });
    } else {
      const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
      if (count < 1 || count > MOST_DAYS) {
        map.fault(column, 'NUMBER_WRONG', { column, value, wanted: 'whole', least: 1, most: MOST_DAYS });
      } else days[name] = count;
    }
  }
  return { days, dates };
}
