import type { Fault } from '../model/errors.ts';
import type { Severity } from '../model/finding.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';
import type { Period } from '../period/period.ts';
import { decode } from '../scheme/decode.ts';
import { type FaultList, faultList } from '../scheme/faults.ts';
import { readThresholds } from '../scheme/limits.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { readSeverities } from '../scheme/severities.ts';
import { readYamlMap, type YamlMap } from '../scheme/yaml-map.ts';
import { type Deadlines, NO_DEADLINES, readWorkspaceDeadlines } from './deadlines.ts';
import { readLimits } from './limits-setting.ts';
import { readPath } from './path-setting.ts';
import { readPeriod } from './period-setting.ts';
import { readArea } from './region-setting.ts';

/** What makes a folder a workspace. */
export const SETTINGS_FILE = 'huizong.yaml';

/**
 * What `huizong.yaml` says, wholly checked; null where it says nothing.
 *
 * Paths are as the file tells them, with forward slashes: relative ones are relative to the workspace.
 */
export interface Settings {
  /** Folder of the scheme. */
  readonly scheme: string | null;
  /** Region code. */
  readonly area: string | null;
  readonly period: Period | null;
  /** Folder of a period's returns; `{period}` stands for its id. */
  readonly returns: string | null;
  /** Folder of a period's report; `{period}` stands for its id. */
  readonly output: string | null;
  readonly counting: 'normal' | 'strict' | null;
  readonly basis: 'summary' | 'ledger' | null;
  readonly lang: 'zh-CN' | 'en' | null;
  /** Over those of the scheme. */
  readonly severity: Readonly<Record<string, Severity>>;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly deadlines: Deadlines;
  /** What may be taken for one file. */
  readonly limits: ReadLimits;
  /** Folder of the user's own templates. */
  readonly templates: string | null;
  /** Returns of the previous period and of the year before, where they are not those of `returns`. */
  readonly previous: string | null;
  readonly yearAgo: string | null;
  /** An earlier report of the period, to tell what changed; `{period}` stands for the period. */
  readonly since: string | null;
}

/** The settings of a folder without `huizong.yaml`. */
export const NO_SETTINGS: Settings = {
  scheme: null,
  area: null,
  period: null,
  returns: null,
  output: null,
  counting: null,
  basis: null,
  lang: null,
  severity: {},
  thresholds: {},
  deadlines: NO_DEADLINES,
  limits: DEFAULT_READ_LIMITS,
  templates: null,
  previous: null,
  yearAgo: null,
  since: null,
};

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
