import type { Fault } from '../model/errors.ts';
import { decode } from '../scheme/decode.ts';
import { type FaultList, faultList } from '../scheme/faults.ts';
import { readThresholds } from '../scheme/limits.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { readSeverities } from '../scheme/severities.ts';
import { readYamlMap, type YamlMap } from '../scheme/yaml-map.ts';
import { readWorkspaceDeadlines } from './deadlines.ts';
import { readLimits } from './limits-setting.ts';
import { readPath } from './path-setting.ts';
import { readPeriod } from './period-setting.ts';
import { readArea } from './region-setting.ts';
import { NO_SETTINGS, SETTINGS_FILE, type Settings } from './settings.ts';

/** What checking the settings needs to know. */
export interface SettingsContext {
  /** Null when it cannot be loaded: what depends on it is left out. */
  readonly scheme: Scheme | null;
  /** False when the folder that `scheme` names is not there. */
  readonly schemeFound: boolean;
}

/** Reads `huizong.yaml` (UTF-8, UTF-16 or GB18030) and tells all its faults; the settings are good only without any. */
export function parseSettings(
  bytes: Uint8Array,
  context: SettingsContext,
): { readonly settings: Settings; readonly faults: readonly Fault[] } {
  const faults = faultList();
  const settings = read(bytes, context, faults);
  return { settings, faults: faults.sorted([SETTINGS_FILE]) };
}

function read(bytes: Uint8Array, { scheme, schemeFound }: SettingsContext, faults: FaultList): Settings {
  const text = decode(bytes);
  if (text === null) {
    faults.add(SETTINGS_FILE, null, 'ENCODING_UNREADABLE', {});
    return NO_SETTINGS;
  }
  const map = readYamlMap(text, SETTINGS_FILE, faults);
  if (map === null) return NO_SETTINGS;
  const settings: Settings = {
    scheme: readPath(map, 'scheme', 'plain'),
    area: readArea(map, 'area', scheme),
    period: readPeriod(map, 'period', scheme?.periodKind ?? null),
    returns: readPath(map, 'returns', 'withPeriod'),
    output: readPath(map, 'output', 'withPeriod'),
    counting: choice(map, 'counting', ['normal', 'strict']),
    basis: choice(map, 'basis', ['summary', 'ledger']),
    lang: choice(map, 'lang', ['zh-CN', 'en']),
    severity: severities(map, scheme),
    thresholds: map.has('thresholds') ? readThresholds(map) : {},
    deadlines: readWorkspaceDeadlines(map, scheme?.periodKind ?? null),
    limits: readLimits(map),
    templates: readPath(map, 'templates', 'plain'),
    previous: readPath(map, 'previous', 'withPeriod'),
    yearAgo: readPath(map, 'yearAgo', 'withPeriod'),
    since: readPath(map, 'since', 'withPeriod'),
  };
  if (!schemeFound && settings.scheme !== null) {
    map.fault('scheme', 'FOLDER_MISSING', { column: 'scheme', value: settings.scheme });
  }
  map.done();
  return settings;
}

function choice<T extends string>(map: YamlMap, key: string, allowed: readonly [T, ...T[]]): T | null {
  return map.has(key) ? map.oneOf(key, allowed) : null;
}

/** Without a scheme its rules are not known, so no code can be said to be unknown. */
function severities(map: YamlMap, scheme: Scheme | null): Settings['severity'] {
  return map.has('severity') && scheme !== null ? readSeverities(map, scheme.rules) : {};
}
