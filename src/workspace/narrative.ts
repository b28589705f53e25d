import type { Fault } from '../model/errors.ts';
import { type Narrative, NO_BLOCK, NO_NARRATIVE } from '../model/narrative.ts';
import { isoDate, type Period } from '../period/period.ts';
import { decode } from '../scheme/decode.ts';
import { type FaultList, faultList } from '../scheme/faults.ts';
import { readYamlMap, type YamlMap } from '../scheme/yaml-map.ts';
import { blockOf, lineOf } from './narrative-text.ts';
import { readPeriod } from './period-setting.ts';

export const NARRATIVE_FILE = 'narrative.yaml';

/** What `narrative.yaml` says. */
export interface NarrativeFile {
  readonly narrative: Narrative;
  /** The period that its texts are about; null when it does not say. */
  readonly period: Period | null;
}

export const NO_NARRATIVE_FILE: NarrativeFile = { narrative: NO_NARRATIVE, period: null };

/** Reads `narrative.yaml` (UTF-8, UTF-16 or GB18030) and tells all its faults; it is good only without any. */
export function parseNarrative(bytes: Uint8Array): { readonly file: NarrativeFile; readonly faults: readonly Fault[] } {
  const faults = faultList();
  const file = read(bytes, faults);
  return { file, faults: faults.sorted([NARRATIVE_FILE]) };
}

function read(bytes: Uint8Array, faults: FaultList): NarrativeFile {
  const text = decode(bytes);
  if (text === null) {
    faults.add(NARRATIVE_FILE, null, 'ENCODING_UNREADABLE', {});
    return NO_NARRATIVE_FILE;
  }
  const map = readYamlMap(text, NARRATIVE_FILE, faults);
  if (map === null) return NO_NARRATIVE_FILE;
  const block = (key: string) => {
    if (!map.has(key)) return NO_BLOCK;
    const { list, texts } = map.textOrList(key);
    return blockOf(list, texts);
  };
  const line = (key: string) => (map.has(key) ? lineOf(map.text(key)) : null);
  const file: NarrativeFile = {
    period: readPeriod(map, 'period', null),
    narrative: {
      documentNumber: line('documentNumber'),
      cases: block('cases'),
      problems: block('problems'),
      nextSteps: block('nextSteps'),
      issuer: line('issuer'),
      date: dateOf(map),
    },
  };
  map.done();
  return file;
}

function dateOf(map: YamlMap): string | null {
  if (!map.has('date')) return null;
  const value = map.text('date');
  const date = narrativeDate(value);
  if (date === null && value !== '') map.fault('date', 'DATE_WRONG', { column: 'date', value });
  return date;
}

/** The ISO date that a text is; null when it is none. */
export function narrativeDate(text: string): string | null {
  const [, year, month, day] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? [];
  return year === undefined ? null : isoDate(Number(year), Number(month), Number(day));
}
