import type { Severity } from './finding.ts';

/**
 * Every code the program itself can give, with the arguments its wording needs.
 * Codes are stable for ever and never reused; wording stands in `src/message/`.
 */
export interface FindingArgs {
  // The file
  FILE_EMPTY: None;
  FILE_UNREADABLE: { detail: string };
  FILE_BUSY: None;
  FILE_DAMAGED: { detail: string };
  /** `counted`: what there is too much of, when it is not size: cells, characters … */
  FILE_TOO_LARGE: { part: string; limit: string; counted?: string };
  FILE_TOO_SLOW: { seconds: number };
  /** `locked`: what is locked or locks, when it is no password of the file: the bundle that holds it, or software of the office. */
  FILE_ENCRYPTED: { locked?: 'bundle' | 'software' };
  FILE_UNSUPPORTED: { kind: string };
  FILE_COPY: { of: string };
  FILE_SUPERSEDED: { by: string };
  FILE_PARTLY_SUPERSEDED: { by: string; forms: readonly string[] };
  VERSION_NARROWER: { of: string; lost: readonly string[] };
  VERSIONS_CONFLICT: { others: readonly string[]; forms: readonly string[] };
  FORM_NOT_SENT: { form: string };
  SOURCES_ROW_UNUSED: { name: string };
  EXPLANATION_LAPSED: { about: string; explained: string; now: string };
  EXPLANATION_REFUSED: { about: string };
  EXPLANATION_UNUSED: { about: string };
  FOLDER_UNREADABLE: None;
  LINK_BROKEN: None;
  /** `kind`: what it is, or its extension says it is, where that tells how to come by the return. */
  FILE_PASSED_OVER: { kind?: 'download' | 'link' | 'archive' | 'folder' };
  SHEET_DAMAGED: { detail: string };
  SHEET_MISSING: None;
  CELL_REFERENCE_BAD: { reference: string };
  CELL_TWICE: None;
  CELL_DAMAGED: { stored: string };
  CELL_STYLE_BAD: { style: string };
  CELL_TEXT_CUT: { limit: number };
  MERGE_IGNORED: { references: readonly string[]; count: number };
  ENCODING_UNCLEAR: { encoding: string };
  ENCODING_GARBLED: None;
  ENCODING_BROKEN: { encoding: string };
  TEXT_QUOTE_OPEN: None;
  TEXT_ROW_LENGTH: { expected: number; found: number };
  // Form, sender, period
  FORM_UNKNOWN: { seen: string };
  HEADER_NOT_FOUND: { seen: string };
  SENDER_NOT_FOUND: None;
  SENDER_DISAGREES: { found: readonly string[] };
  SENDER_UNKNOWN: { name: string };
  PERIOD_NOT_FOUND: None;
  PERIOD_DISAGREES: { found: readonly string[] };
  PERIOD_OTHER: { found: string; expected: string };
  NO_DATA_ROWS: None;
  FORM_VERSION_OTHER: { found: string; expected: string };
  // Sheets, columns
  SHEET_HIDDEN: { rows: number };
  SHEET_NOT_COMPILED: { kind: string };
  SHEET_OTHER_PERIOD: { found: string; expected: string; rows: number };
  TABLE_NOT_COMPILED: { rows: number };
  ROWS_HIDDEN: { rows: number };
  COLUMN_MISSING: { name: string; nearest: readonly string[] };
  COLUMN_TWICE: { name: string; kept: string; ignored: string };
  COLUMN_UNKNOWN: { header: string };
  COLUMNS_UNKNOWN: { columns: number; first: string };
  COLUMNS_ASIDE: { columns: number; first: string };
  COLUMN_BY_CELLS: { header: string };
  COLUMN_WITHOUT_HEADER: { numbers: number; first: string };
  INDICATOR_UNKNOWN: { label: string };
  ROW_WITHOUT_INDICATOR: None;
  INDICATORS_UNKNOWN: { rows: number; first: string };
  INDICATOR_TWICE: { kept: string; ignored: string };
  INDICATORS_MISSING: { names: readonly string[] };
  TABLES_TOO_MANY: { limit: number };
  // Cells
  ROW_EMPTY: None;
  FIGURES_BLANK: { names: readonly string[] };
  REQUIRED_BLANK: { name: string; wanted: 'number' | 'text' };
  EXPECTED_BLANK: { name: string; type: string };
  NUMBER_UNREADABLE: None;
  NUMBER_NEGATIVE: None;
  NUMBER_NOT_WHOLE: None;
  NUMBER_TELEPHONE: None;
  NUMBER_APPROXIMATE: { used: string };
  NUMBER_TOO_FINE: { used: string };
  AMOUNT_LARGE: { amount: string; unit: string };
  CELL_ERROR: None;
  FORMULA_UNCACHED: None;
  DATE_UNREADABLE: None;
  DATE_MISSING: None;
  DATE_AMBIGUOUS: { used: string };
  DATE_REVERSED: { start: string; end: string };
  DATE_OUTSIDE_PERIOD: { date: string; period: string };
  DATE_FUTURE: { date: string; asOf: string };
  BOOLEAN_UNREADABLE: None;
  VALUE_NOT_LISTED: { allowed: readonly string[] };
  REGION_UNKNOWN: { nearest: readonly string[] };
  REGION_MISSING: None;
  REGION_FILLED: None;
  REGION_TWICE: { region: string; other: string; name: string; kept: string; ignored: string; cells: number };
  REGION_REPEATED: { region: string; other: string };
  COUNTY_UNKNOWN: { city: string; nearest: readonly string[] };
  PART_UNKNOWN: { city: string; form: string };
  REGION_OUTSIDE_SENDER: { region: string; sender: string };
  TASK_UNKNOWN: None;
  TASK_MISSING: None;
  ACTIVITY_TYPE_UNKNOWN: { allowed: readonly string[] };
  ACTIVITY_TYPE_MISSING: None;
  ACTIVITY_TYPE_OTHER_TASK: { type: string; task: string; typeTask: string };
  CREDIT_CODE_MISSING: None;
  CREDIT_CODE_WRONG: { reason: string };
  CREDIT_CODE_DIGITS_LOST: None;
  CREDIT_CODE_UNUSUAL: { reason: string };
  CREDIT_CODE_NAMES: { code: string; name: string; other: string; at: string };
  NAME_CREDIT_CODES: { name: string; code: string; other: string; at: string };
  // The return, and all returns together
  NIL_NOT_STATED: None;
  TOTAL_DIFFERS: { stated: string; sum: string; difference: string };
  SUMMARY_LEDGER_DIFFER: { summary: string; ledger: string; difference: string };
  DUPLICATE_ACTIVITY: { at: string };
  JOINT_EVENT_DIFFERS: { kept: string; ignored: string; at: string };
  CITY_COUNTY_DIFFER: { stated: string; sum: string; difference: string; lacks: readonly string[] };
  // Against other periods and other bureaus
  YTD_DIFFERS: { reported: string; sum: string; difference: string };
  YTD_FALLS: { reported: string; before: string };
  /** `base`: of which period; `percent`: change, null when the base is 0. */
  CHANGE_LARGE: { value: string; was: string; base: 'previous' | 'yearAgo'; percent: string | null };
  RATIO_LARGE: { value: string; was: string; base: 'previous' | 'yearAgo'; times: string };
  SAME_AS_PREVIOUS: { same: number; of: number };
  OUTLIER: { value: string; bound: string; bureaus: number };
  EARLIER_PERIOD_EMPTY: { period: string };
}

/** Why a credit code is wrong or unusual; worded by the catalogues. */
export type CreditCodeReason =
  | 'length'
  | 'alphabet'
  | 'checkDigit'
  | 'organisationDigit'
  | 'category'
  | 'division'
  | 'otherCity';

type None = Record<never, never>;

export type ProgramCode = keyof FindingArgs;

/** The catalogue's severity of each code; a scheme or `huizong.yaml` may override it. */
export const DEFAULT_SEVERITY: Readonly<Record<ProgramCode, Severity>> = {
  FILE_EMPTY: 'error',
  FILE_UNREADABLE: 'error',
  FILE_BUSY: 'error',
  FILE_DAMAGED: 'error',
  FILE_TOO_LARGE: 'error',
  FILE_TOO_SLOW: 'error',
  FILE_ENCRYPTED: 'error',
  FILE_UNSUPPORTED: 'error',
  FILE_COPY: 'info',
  FILE_SUPERSEDED: 'info',
  FILE_PARTLY_SUPERSEDED: 'info',
  VERSION_NARROWER: 'warning',
  VERSIONS_CONFLICT: 'error',
  FORM_NOT_SENT: 'error',
  SOURCES_ROW_UNUSED: 'warning',
  EXPLANATION_LAPSED: 'warning',
  EXPLANATION_REFUSED: 'warning',
  EXPLANATION_UNUSED: 'info',
  FOLDER_UNREADABLE: 'error',
  LINK_BROKEN: 'error',
  FILE_PASSED_OVER: 'info',
  SHEET_DAMAGED: 'error',
  SHEET_MISSING: 'error',
  CELL_REFERENCE_BAD: 'error',
  CELL_TWICE: 'error',
  CELL_DAMAGED: 'error',
  CELL_STYLE_BAD: 'warning',
  CELL_TEXT_CUT: 'warning',
  MERGE_IGNORED: 'warning',
  ENCODING_UNCLEAR: 'info',
  ENCODING_GARBLED: 'warning',
  ENCODING_BROKEN: 'error',
  TEXT_QUOTE_OPEN: 'error',
  TEXT_ROW_LENGTH: 'warning',
  FORM_UNKNOWN: 'error',
  HEADER_NOT_FOUND: 'error',
  SENDER_NOT_FOUND: 'error',
  SENDER_DISAGREES: 'error',
  SENDER_UNKNOWN: 'error',
  PERIOD_NOT_FOUND: 'error',
  PERIOD_DISAGREES: 'error',
  PERIOD_OTHER: 'warning',
  NO_DATA_ROWS: 'warning',
  FORM_VERSION_OTHER: 'warning',
  SHEET_HIDDEN: 'info',
  SHEET_NOT_COMPILED: 'info',
  SHEET_OTHER_PERIOD: 'info',
  TABLE_NOT_COMPILED: 'info',
  ROWS_HIDDEN: 'info',
  COLUMN_MISSING: 'error',
  COLUMN_TWICE: 'warning',
  COLUMN_UNKNOWN: 'info',
  COLUMNS_UNKNOWN: 'info',
  COLUMNS_ASIDE: 'info',
  COLUMN_BY_CELLS: 'info',
  COLUMN_WITHOUT_HEADER: 'warning',
  INDICATOR_UNKNOWN: 'info',
  ROW_WITHOUT_INDICATOR: 'warning',
  INDICATORS_UNKNOWN: 'info',
  INDICATOR_TWICE: 'warning',
  INDICATORS_MISSING: 'info',
  TABLES_TOO_MANY: 'error',
  ROW_EMPTY: 'error',
  FIGURES_BLANK: 'error',
  REQUIRED_BLANK: 'error',
  EXPECTED_BLANK: 'warning',
  NUMBER_UNREADABLE: 'error',
  NUMBER_NEGATIVE: 'error',
  NUMBER_NOT_WHOLE: 'error',
  NUMBER_TELEPHONE: 'error',
  NUMBER_APPROXIMATE: 'warning',
  NUMBER_TOO_FINE: 'warning',
  AMOUNT_LARGE: 'warning',
  CELL_ERROR: 'error',
  FORMULA_UNCACHED: 'error',
  DATE_UNREADABLE: 'error',
  DATE_MISSING: 'error',
  DATE_AMBIGUOUS: 'warning',
  DATE_REVERSED: 'error',
  DATE_OUTSIDE_PERIOD: 'warning',
  DATE_FUTURE: 'error',
  BOOLEAN_UNREADABLE: 'error',
  VALUE_NOT_LISTED: 'warning',
  REGION_UNKNOWN: 'error',
  REGION_MISSING: 'error',
  REGION_FILLED: 'warning',
  REGION_TWICE: 'error',
  REGION_REPEATED: 'info',
  COUNTY_UNKNOWN: 'error',
  PART_UNKNOWN: 'error',
  REGION_OUTSIDE_SENDER: 'error',
  TASK_UNKNOWN: 'error',
  TASK_MISSING: 'error',
  ACTIVITY_TYPE_UNKNOWN: 'error',
  ACTIVITY_TYPE_MISSING: 'error',
  ACTIVITY_TYPE_OTHER_TASK: 'error',
  CREDIT_CODE_MISSING: 'info',
  CREDIT_CODE_WRONG: 'error',
  CREDIT_CODE_DIGITS_LOST: 'error',
  CREDIT_CODE_UNUSUAL: 'warning',
  CREDIT_CODE_NAMES: 'warning',
  NAME_CREDIT_CODES: 'warning',
  NIL_NOT_STATED: 'warning',
  TOTAL_DIFFERS: 'error',
  SUMMARY_LEDGER_DIFFER: 'warning',
  DUPLICATE_ACTIVITY: 'warning',
  JOINT_EVENT_DIFFERS: 'warning',
  CITY_COUNTY_DIFFER: 'error',
  YTD_DIFFERS: 'warning',
  YTD_FALLS: 'warning',
  CHANGE_LARGE: 'warning',
  RATIO_LARGE: 'warning',
  SAME_AS_PREVIOUS: 'warning',
  OUTLIER: 'warning',
  EARLIER_PERIOD_EMPTY: 'warning',
};

/** Whether a code is one of the program's, not a rule of a scheme. */
export function isProgramCode(code: string): code is ProgramCode {
  return Object.hasOwn(DEFAULT_SEVERITY, code);
}
