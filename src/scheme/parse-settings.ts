import type { Severity } from '../model/finding.ts';
import { DEFAULT_SEVERITY } from '../model/finding-codes.ts';
import { nearest } from './nearest.ts';
import { parseWords } from './parse-words.ts';
import type { Rule, Scheme } from './scheme.ts';
import type { YamlMap } from './yaml-map.ts';

/** What `scheme.yaml` says. */
export type Settings = Pick<
  Scheme,
  'id' | 'version' | 'title' | 'source' | 'periodKind' | 'words' | 'severity' | 'thresholds' | 'deadlines'
>;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Limits of the checks against other periods and bureaus; a limit that is not given is not checked. */
const THRESHOLDS = [
  'changePercent',
  'changeAtLeast',
  'largeAmount',
  'ratioToPrevious',
  'samePercent',
  'outlierSpread',
  'outlierBureaus',
];

const MOST = 999_999_999;

/** Days after the end of a period until a county reports to its city, a city to the province. */
const DEADLINES = ['county', 'city', 'countyYearEnd', 'cityYearEnd'];

/** Reads the settings; severities of the scheme's own rules are allowed besides the program's codes. */
export function parseSettings(map: YamlMap, rules: readonly Rule[]): Settings {
  const settings: Settings = {
    id: map.text('id'),
    version: map.text('version'),
    title: map.text('title'),
    source: map.text('source'),
    periodKind: map.oneOf('periodKind', ['quarter', 'month', 'half', 'year']),
    thresholds: numbers(map, 'thresholds', THRESHOLDS),
    deadlines: numbers(map, 'deadlines', DEADLINES),
    severity: severities(map, rules),
    words: parseWords(map.map('words')),
  };
  map.done();
  return settings;
}

function numbers(map: YamlMap, key: string, known: readonly string[]): Readonly<Record<string, number>> {
  const found = map.numbers(key);
  for (const [name, value] of Object.entries(found)) {
    const column = `${key}.${name}`;
    if (!known.includes(name)) map.fault(column, 'KEY_UNKNOWN', { column, nearest: nearest(name, known) });
    else if (value <= 0)
      map.fault(column, 'NUMBER_WRONG', { column, value: String(value), wanted: 'whole', least: 1, most: MOST });
  }
  return found;
}

function severities(map: YamlMap, rules: readonly Rule[]): Readonly<Record<string, Severity>> {
  const codes = [...Object.keys(DEFAULT_SEVERITY), ...rules.map(({ id }) => id)];
  const found = Object.entries(map.texts('severity')).map(([code, text]) => {
    const column = `severity.${code}`;
    if (!codes.includes(code)) map.fault(column, 'KEY_UNKNOWN', { column, nearest: nearest(code, codes) });
    const severity = SEVERITIES.find((one) => one === text);
    if (!severity) map.fault(column, 'VALUE_NOT_ALLOWED', { column, value: text, allowed: SEVERITIES });
    return [code, severity ?? 'info'] as const;
  });
  return Object.fromEntries(found);
}
