import { readDeadlines, readThresholds } from './limits.ts';
import { nearest } from './nearest.ts';
import { parseWords } from './parse-words.ts';
import type { Region, Rule, Scheme } from './scheme.ts';
import { readSeverities } from './severities.ts';
import { TABLES } from './table-spec.ts';
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
  | 'groupOrder'
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
    groupOrder: map.has('groupOrder') ? map.words('groupOrder') : [],
    thresholds: readThresholds(map),
    deadlines: readDeadlines(map),
    severity: readSeverities(map, rules),
    words: parseWords(map.map('words')),
  };
  map.done();
  return settings;
}

/** Tells groups of the order that no region is in, and those named twice. */
export function checkGroupOrder(map: YamlMap, order: readonly string[], regions: readonly Region[]): void {
  const groups = new Set(regions.flatMap(({ grouping }) => grouping ?? []));
  // A table that is missing or faulty was told as such.
  if (groups.size === 0) return;
  const column = 'groupOrder';
  for (const [at, value] of order.entries()) {
    if (order.indexOf(value) < at) map.fault(column, 'ITEM_TWICE', { column, value });
    else if (!groups.has(value)) {
      const near = nearest(value, [...groups]);
      map.fault(column, 'REFERENCE_UNKNOWN', { column, value, table: TABLES.regions.file, nearest: near });
    }
  }
}
