import { type Period, type PeriodKind, parsePeriodId } from '../period/period.ts';
import type { RowReader } from '../scheme/row-reader.ts';
import type { YamlMap } from '../scheme/yaml-map.ts';

/** A period of the settings, of the kind that the scheme is reported by; null when it is not given. */
export function readPeriod(map: YamlMap, key: string, kind: PeriodKind | null): Period | null {
  if (!map.has(key)) return null;
  const value = map.text(key);
  if (value === '') return null;
  const period = parsePeriodId(value);
  if (period === null) map.fault(key, 'PERIOD_WRONG', { column: key, value });
  else if (kind !== null && period.kind !== kind) map.fault(key, 'PERIOD_KIND', { column: key, value, kind });
  return period;
}

/** A period of a table's cell; null when it is empty. */
export function periodCell(row: RowReader, column: string): Period | null {
  const value = row.text(column);
  const period = value === '' ? null : parsePeriodId(value);
  if (value !== '' && period === null) row.fault('PERIOD_WRONG', { column, value });
  return period;
}
