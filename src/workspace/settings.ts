import type { Severity } from '../model/finding.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';
import type { Period } from '../period/period.ts';
import { type Deadlines, NO_DEADLINES } from './deadlines.ts';

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
