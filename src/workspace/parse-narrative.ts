import type { Fault } from '../model/errors.ts';
import { NO_BLOCK } from '../model/narrative.ts';
import { decode } from '../scheme/decode.ts';
import { type FaultList, faultList } from '../scheme/faults.ts';
import { readYamlMap, type YamlMap } from '../scheme/yaml-map.ts';
import { NARRATIVE_FILE, type NarrativeFile, NO_NARRATIVE_FILE, narrativeDate } from './narrative.ts';
import { blockOf, lineOf } from './narrative-text.ts';
import { readPeriod } from './period-setting.ts';

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
