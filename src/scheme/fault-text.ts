import type { PeriodKind } from '../period/period.ts';

/**
 * Everything that can be wrong with a scheme or a workspace's settings and tables, with what its wording needs.
 * `column` is the heading of a table's column or the key in `scheme.yaml` or `huizong.yaml`.
 */
export interface FaultArgs {
  FILE_MISSING: None;
  FILE_UNREADABLE: { detail: string };
  ENCODING_UNREADABLE: None;
  /** `problem` is the reader's name of what is wrong. */
  YAML_UNREADABLE: { detail: string; problem: string };
  YAML_NOT_MAPPING: None;
  TABLE_UNREADABLE: { detail: string };
  TABLE_WITHOUT_ROWS: None;
  COLUMN_MISSING: { column: string; nearest: readonly string[] };
  COLUMN_UNKNOWN: { column: string; nearest: readonly string[] };
  COLUMN_TWICE: { column: string };
  ROW_TOO_LONG: { expected: number; found: number };
  KEY_MISSING: { column: string };
  KEY_UNKNOWN: { column: string; nearest: readonly string[] };
  KEY_SHAPE: { column: string; wanted: Shape };
  VALUE_MISSING: { column: string };
  VALUE_NOT_ALLOWED: { column: string; value: string; allowed: readonly string[] };
  VALUE_NOT_EMPTY: { column: string; value: string; because: EmptyBecause };
  NUMBER_WRONG: { column: string; value: string; wanted: NumberKind; least: number; most: number };
  ID_SPELLING: { column: string; value: string; wanted: Spelling };
  ITEM_TWICE: { column: string; value: string };
  ID_TWICE: { column: string; value: string; first: string };
  REFERENCE_UNKNOWN: { column: string; value: string; table: string; nearest: readonly string[] };
  /** `of` names the task, when the thing wanted must belong to one. */
  REFERENCE_WRONG: { column: string; value: string; wanted: Referred; of: string };
  NAME_TWICE: { column: string; value: string; first: string };
  SYNONYM_TWICE: { value: string; form: string; others: readonly string[] };
  NAME_UNUSABLE: { column: string; value: string };
  CIRCULAR: { column: string; values: readonly string[] };
  ROLLUP_WRONG: { value: string };
  ROLLUP_KIND: { kind: string; rollup: string };
  EXPRESSION_WRONG: { column: string; value: string };
  PREVIOUS_IN_ROW: { column: string; value: string };
  UNITS_DIFFER: { unit: string; column: string; columnUnit: string };
  TASK_WITHOUT_INDICATORS: { task: string };
  COLUMN_NEEDED: { column: string; type: string };
  PROVINCE_COUNT: { found: number };
  WORD_IN_BOTH: { word: string; lists: readonly string[] };
  PERIOD_WRONG: { column: string; value: string };
  PERIOD_KIND: { column: string; value: string; kind: PeriodKind };
  DATE_WRONG: { column: string; value: string };
  DATES_REVERSED: { column: string; value: string; other: string; than: string };
  PATH_WRONG: { column: string; value: string; because: PathBecause };
  FOLDER_MISSING: { column: string; value: string };
  CELL_WRONG: { column: string; value: string };
  /** The columns that may say where. */
  PLACE_MISSING: { columns: readonly string[] };
  NEEDS_OTHER: { column: string; other: string };
  VALUE_UNKNOWN: { column: string; value: string; nearest: readonly string[] };
  ROW_TWICE: { first: string };
}

/** What a key of `scheme.yaml` must hold. */
export type Shape = 'text' | 'textOrList' | 'list' | 'words' | 'mapping' | 'wholeNumber';

/** Why a cell must be empty. */
export type EmptyBecause =
  | 'notNumber'
  | 'notEnum'
  | 'noRollup'
  | 'notCity'
  | 'isProvince'
  | 'isUnit'
  | 'conditionsUnknown';

/** Why a path cannot be one: characters that no path has, a word in braces that is not known, `{period}` twice. */
export type PathBecause = 'characters' | 'placeholder' | 'periodTwice';

/** `integerDecimals`: an integer is shown without decimals. */
export type NumberKind = 'whole' | 'notNegative' | 'integerDecimals';

/** How ids and codes are spelled. */
export type Spelling = 'id' | 'division' | 'zone' | 'rule' | 'sha256';

/** What a reference must lead to. */
export type Referred =
  | 'indicatorOfTask'
  | 'typeOfTask'
  | 'booleanColumn'
  | 'numberColumn'
  | 'integerColumn'
  | 'province'
  | 'city'
  | 'formerCode';

type None = Record<never, never>;
export type FaultCode = keyof FaultArgs;

/** Plain English of each fault; other languages word them by code in `src/message/`. */
export const FAULT_TEXT: { readonly [C in FaultCode]: (args: FaultArgs[C]) => string } = {
  FILE_MISSING: () => 'this file of the scheme is missing',
  FILE_UNREADABLE: ({ detail }) => `cannot be read: ${detail}`,
  ENCODING_UNREADABLE: () => 'is neither UTF-8 nor GB18030 text; save it as "CSV UTF-8"',
  YAML_UNREADABLE: ({ detail }) => `is not valid YAML: ${detail}`,
  YAML_NOT_MAPPING: () => 'must hold lines such as "area: 440000", a key and its value',
  TABLE_UNREADABLE: ({ detail }) => `is not a valid table: ${detail}`,
  TABLE_WITHOUT_ROWS: () => 'the table has no rows',
  COLUMN_MISSING: ({ column, nearest }) => `the column "${column}" is missing${rather(nearest)}`,
  COLUMN_UNKNOWN: ({ column, nearest }) => `no column of this table is called "${column}"${rather(nearest)}`,
  COLUMN_TWICE: ({ column }) => `the column "${column}" stands there twice`,
  ROW_TOO_LONG: ({ expected, found }) =>
    `the row has ${found} cells, the heading has ${expected}; a cell with a comma must stand in quotation marks`,
  KEY_MISSING: ({ column }) => `"${column}" is missing`,
  KEY_UNKNOWN: ({ column, nearest }) => `"${column}" is not known here${rather(nearest)}`,
  KEY_SHAPE: ({ column, wanted }) => `"${column}" must be ${SHAPES[wanted]}`,
  VALUE_MISSING: ({ column }) => `${column} is empty`,
  VALUE_NOT_ALLOWED: ({ column, value, allowed }) =>
    `${column} is "${value}", but must be one of: ${allowed.join(', ')}`,
  VALUE_NOT_EMPTY: ({ column, value, because }) => `${column} is "${value}", but must be empty: ${BECAUSE[because]}`,
  NUMBER_WRONG: ({ column, value, wanted, least, most }) =>
    `${column} is "${value}", but must be ${NUMBERS[wanted](least, most)}`,
  ID_SPELLING: ({ column, value, wanted }) => `${column} is "${value}", but must be ${SPELLINGS[wanted]}`,
  ITEM_TWICE: ({ column, value }) => `${column} names "${value}" twice`,
  ID_TWICE: ({ column, value, first }) => `${column} "${value}" is already used at ${first}`,
  REFERENCE_UNKNOWN: ({ column, value, table, nearest }) =>
    `${column} names "${value}", which does not stand in ${table}${rather(nearest)}`,
  REFERENCE_WRONG: ({ column, value, wanted, of }) =>
    `${column} names "${value}", which is not ${REFERRED[wanted](of)}`,
  NAME_TWICE: ({ column, value, first }) => `${column} "${value}" already means something else at ${first}`,
  SYNONYM_TWICE: ({ value, form, others }) =>
    `in the ${form} form "${value}" means ${others.join(', ')} already; a header can mean one thing only`,
  NAME_UNUSABLE: ({ column, value }) => `${column} "${value}" holds nothing that can be compared`,
  CIRCULAR: ({ column, values }) => `${column} goes round in a circle: ${values.join(' > ')}`,
  ROLLUP_WRONG: ({ value }) => `rollup is "${value}", but must be empty, count, sum(COLUMN) or distinct(association)`,
  ROLLUP_KIND: ({ kind, rollup }) => `an indicator of kind ${kind} cannot have the rollup ${rollup}`,
  EXPRESSION_WRONG: ({ column, value }) =>
    `${column} is "${value}", but must be ids and numbers joined by + and -, such as "a + b - 1"; previous(a) is the value of the period before`,
  PREVIOUS_IN_ROW: ({ column, value }) =>
    `${column} names previous(${value}), but a row is of one period only; only rules of scope return may name the period before`,
  UNITS_DIFFER: ({ unit, column, columnUnit }) =>
    `the unit is "${unit}", but the column "${column}" that is summed is in "${columnUnit}"`,
  TASK_WITHOUT_INDICATORS: ({ task }) => `no indicator belongs to the task "${task}"`,
  COLUMN_NEEDED: ({ column, type }) => `a column with the id "${column}" and the type ${type} must stand in the table`,
  PROVINCE_COUNT: ({ found }) => `there must be exactly one region of level province, there are ${found}`,
  WORD_IN_BOTH: ({ word, lists }) => `"${word}" stands in ${lists.join(' and in ')}; it can mean one thing only`,
  PERIOD_WRONG: ({ column, value }) => `${column} is "${value}", but must be a period such as 2024Q1`,
  PERIOD_KIND: ({ column, value, kind }) =>
    `${column} is "${value}", but the scheme is reported by ${kind}, as in ${PERIODS[kind]}`,
  DATE_WRONG: ({ column, value }) => `${column} is "${value}", but must be a date such as 2024-04-20`,
  DATES_REVERSED: ({ column, value, other, than }) => `${column} is "${value}", which is before ${other}, "${than}"`,
  PATH_WRONG: ({ column, value, because }) => `${column} is "${value}", which is no path: ${PATHS[because]}`,
  FOLDER_MISSING: ({ column, value }) => `${column} names "${value}", but there is no such folder`,
  CELL_WRONG: ({ column, value }) => `${column} is "${value}", but must be one cell, such as D5`,
  PLACE_MISSING: ({ columns }) => `the row does not say what it is about; fill in one of: ${columns.join(', ')}`,
  NEEDS_OTHER: ({ column, other }) => `${column} is filled in, so ${other} must be, too`,
  VALUE_UNKNOWN: ({ column, value, nearest }) => `${column} is "${value}", which is not known${rather(nearest)}`,
  ROW_TWICE: ({ first }) => `the row says the same as ${first}; one of them must go`,
};

const SHAPES: Readonly<Record<Shape, string>> = {
  text: 'a text',
  textOrList: 'a text or a list of texts',
  list: 'a list, [] when empty',
  words: 'a list of texts, none of them empty',
  mapping: 'a mapping, {} when empty',
  wholeNumber: 'a whole number',
};

const BECAUSE: Readonly<Record<EmptyBecause, string>> = {
  notNumber: 'only columns of numbers have it',
  notEnum: 'only a column of type enum lists its values',
  noRollup: 'there is no rollup',
  notCity: 'only cities have it',
  isProvince: 'the province has no parent',
  isUnit: 'the kind is unit',
  conditionsUnknown: 'conditions are not known yet',
};

const PERIODS: Readonly<Record<PeriodKind, string>> = {
  month: '2024-03',
  quarter: '2024Q1',
  half: '2024H1',
  year: '2024',
};

const PATHS: Readonly<Record<PathBecause, string>> = {
  characters:
    'it holds a control character; in double quotes \\ begins one, so write the path without quotes, or with /',
  placeholder: 'the only word in braces is {period}',
  periodTwice: '{period} stands in it twice',
};

const NUMBERS: Readonly<Record<NumberKind, (least: number, most: number) => string>> = {
  whole: (least, most) => `a whole number from ${least} to ${most}`,
  notNegative: () => 'a number that is not negative',
  integerDecimals: () => '0, since the type is integer',
};

const SPELLINGS: Readonly<Record<Spelling, string>> = {
  id: 'small letters, digits and _, beginning with a letter',
  division: 'a division code of six digits',
  zone: 'the code of its city, a hyphen and small letters, such as 440300-shenshan',
  rule: 'one of the letters C D K L R T U X and a number, such as L101',
  sha256: 'the SHA-256 of a file, 64 hexadecimal digits',
};

const REFERRED: Readonly<Record<Referred, (of: string) => string>> = {
  indicatorOfTask: (of) => `an indicator of ${of}`,
  typeOfTask: (of) => `an activity type of ${of}`,
  booleanColumn: () => 'a column of type boolean',
  numberColumn: () => 'a column of type integer or decimal',
  integerColumn: () => 'a column of type integer, as the indicator is',
  province: () => 'the province',
  city: () => 'a city',
  formerCode: () => 'a former code: the region exists',
};

function rather(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : ` (did you mean ${nearest.join(', ')}?)`;
}
