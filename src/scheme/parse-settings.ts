import { readDeadlines, readThresholds } from './limits.ts';
import { parseWords } from './parse-words.ts';
import type { Rule, Scheme } from './scheme.ts';
import { readSeverities } from './severities.ts';
import type { YamlMap } from './yaml-map.ts';

/** What `scheme.yaml` says. */
export type Settings = Pick<
  Scheme,
  | 'id'
  | 'version'
  | 'title'
  | 'source'
  | 'periodKind'
  | 'countingRegion'
  | 'words'
  | 'severity'
  | 'thresholds'
  | 'deadlines'
>;

/** Reads the settings; severities of the scheme's own rules are allowed besides the program's codes. */
export function parseSettings(map: YamlMap, rules: readonly Rule[]): Settings {
  const settings: Settings = {
    id: map.text('id'),
    version: map.text('version'),
    title: map.text('title'),
    source: map.text('source'),
    periodKind: map.oneOf('periodKind', ['quarter', 'month', 'half', 'year']),
    countingRegion: map.has('countingRegion') ? map.oneOf('countingRegion', ['location', 'registration']) : 'location',
    thresholds: readThresholds(map),
    deadlines: readDeadlines(map),
    severity: readSeverities(map, rules),
    words: parseWords(map.map('words')),
  };
  map.done();
  return settings;
}
