/** The tables of a scheme: file, and the headings it must have and may have. */
export interface TableSpec {
  readonly file: string;
  readonly columns: readonly string[];
  readonly optional: readonly string[];
  /** Whether a scheme can do without any row. */
  readonly mayBeEmpty: boolean;
}

export const SETTINGS_FILE = 'scheme.yaml';

export const TABLES = {
  tasks: {
    file: 'tasks.csv',
    columns: ['id', 'order', 'name_zh', 'short_zh', 'name_en', 'synonyms'],
    optional: ['headline'],
    mayBeEmpty: false,
  },
  indicators: {
    file: 'indicators.csv',
    columns: [
      'task',
      'id',
      'name_zh',
      'name_en',
      'unit',
      'type',
      'decimals',
      'kind',
      'tier',
      'parent',
      'rollup',
      'rollup_types',
      'rollup_yes',
      'synonyms',
    ],
    optional: ['phrase_zh'],
    mayBeEmpty: false,
  },
  columns: {
    file: 'columns.csv',
    columns: ['id', 'name_zh', 'name_en', 'type', 'unit', 'required', 'required_for', 'joint', 'values', 'synonyms'],
    optional: ['forms'],
    mayBeEmpty: false,
  },
  activityTypes: {
    file: 'activity-types.csv',
    columns: ['id', 'task', 'name_zh', 'name_en', 'synonyms'],
    optional: [],
    mayBeEmpty: false,
  },
  regions: {
    file: 'regions.csv',
    columns: ['code', 'name', 'short_name', 'level', 'parent_code', 'grouping', 'order'],
    optional: ['aliases', 'tile_column', 'tile_row'],
    mayBeEmpty: false,
  },
  zones: {
    file: 'zones.csv',
    columns: ['id', 'name', 'short_names', 'city', 'kind', 'alias_of'],
    optional: [],
    mayBeEmpty: true,
  },
  formerRegions: {
    file: 'former-regions.csv',
    columns: ['code', 'name', 'parent_name', 'valid_from', 'retired', 'successor_codes'],
    optional: [],
    mayBeEmpty: true,
  },
  rules: {
    file: 'rules.csv',
    columns: ['id', 'severity', 'scope', 'left', 'op', 'right', 'when', 'tolerance', 'message_zh', 'message_en'],
    optional: [],
    mayBeEmpty: true,
  },
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof TABLES;

/** All files of a scheme in the order in which faults are told. */
export const SCHEME_FILES: readonly string[] = [SETTINGS_FILE, ...Object.values(TABLES).map(({ file }) => file)];
