import { nearest } from './nearest.ts';
import type { YamlMap } from './yaml-map.ts';

/** Limits of the checks against other periods and bureaus; a limit that is not given is not checked. */
const THRESHOLDS = [
  'changePercent',
  'changeAtLeast',
  'largeAmount',
  'ratioToPrevious',
  'samePercent',
  'sameAtLeast',
  'outlierSpread',
  'outlierBureaus',
];

/** Days after the end of a period until a county reports to its city, a city to the province. */
export const DEADLINES: readonly string[] = ['county', 'city', 'countyYearEnd', 'cityYearEnd'];

const MOST = 999_999_999;

/** Reads the `thresholds` of a settings file: whole numbers above zero by name. */
export function readThresholds(map: YamlMap): Readonly<Record<string, number>> {
  return positive(map, 'thresholds', THRESHOLDS);
}

/** Reads the `deadlines` of a scheme: days by name. */
export function readDeadlines(map: YamlMap): Readonly<Record<string, number>> {
  return positive(map, 'deadlines', DEADLINES);
}

function positive(map: YamlMap, key: string, known: readonly string[]): Readonly<Record<string, number>> {
  const found = map.numbers(key);
  for (const [name, value] of Object.entries(found)) {
    const column = `${key}.${name}`;
    if (!known.includes(name)) map.fault(column, 'KEY_UNKNOWN', { column, nearest: nearest(name, known) });
    else if (value <= 0)
      map.fault(column, 'NUMBER_WRONG', { column, value: String(value), wanted: 'whole', least: 1, most: MOST });
  }
  return found;
}
