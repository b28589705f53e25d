/**
 * What can be wrong with a template, with what its wording needs.
 *
 * `nearest` are names that look like the wrong one, best first; `via` names the call that led to a part, or is empty.
 */
export interface TemplateFaultArgs {
  // How it is written
  TEMPLATE_SYNTAX: { found: string };
  TEMPLATE_UNCLOSED: { tag: string };
  TEMPLATE_MISMATCH: { open: string; close: string };
  TEMPLATE_RAW: None;
  TEMPLATE_TAG: None;
  TEMPLATE_ENCODING: None;
  TEMPLATE_TOO_LARGE: { most: number };
  // The data
  TEMPLATE_DATA_UNKNOWN: { name: string; nearest: readonly string[]; via: string };
  TEMPLATE_NAME_CLOSED: { name: string };
  TEMPLATE_NOT_LIST: { name: string };
  TEMPLATE_NOT_PRINTABLE: None;
  // Helpers and blocks
  TEMPLATE_HELPER_UNKNOWN: { name: string; nearest: readonly string[] };
  TEMPLATE_HELPER_ARGUMENTS: { usage: string };
  TEMPLATE_HELPER_NAMED: { usage: string };
  TEMPLATE_ARGUMENT_KIND: { helper: string; argument: string; wanted: 'number' | 'text' | 'date' | 'list' | 'group' };
  TEMPLATE_ARGUMENT_RANGE: { helper: string; argument: string; least: number; most: string };
  TEMPLATE_ARGUMENT_VALUE: { helper: string; argument: string; allowed: readonly string[] };
  TEMPLATE_HELPER_FAILED: { name: string; detail: string };
  TEMPLATE_BLOCK_UNKNOWN: { name: string; allowed: readonly string[] };
  TEMPLATE_BLOCK_VALUE: { name: string };
  TEMPLATE_DECORATOR_UNKNOWN: { name: string };
  // Parts
  TEMPLATE_MISSING: { name: string };
  TEMPLATE_PART_UNKNOWN: { name: string; nearest: readonly string[] };
  TEMPLATE_PART_NAME: None;
  TEMPLATE_NO_BLOCK: None;
  TEMPLATE_PART_CIRCLE: { parts: readonly string[] };
  TEMPLATE_PART_OUTSIDE: None;
  TEMPLATE_ENDLESS: None;
  TEMPLATE_FAILED: { detail: string };
  // Workbooks
  WORKBOOK_DAMAGED: { part: string; fault: string };
  WORKBOOK_ENCRYPTED: None;
  WORKBOOK_OLD: None;
  WORKBOOK_NO_SHEET: None;
  WORKBOOK_BLOCK_UNCLOSED: { tag: string };
  WORKBOOK_BLOCK_CLOSE: { tag: string };
  WORKBOOK_BLOCK_PLACE: { tag: string };
  WORKBOOK_BLOCK_CROSSING: { tag: string };
  WORKBOOK_ACROSS_LENGTHS: { length: number; wanted: number };
  WORKBOOK_MERGE_CUT: { cells: string };
  WORKBOOK_SHEET_FULL: None;
  WORKBOOK_SHEET_REPEATED: { sheet: string };
  WORKBOOK_FORMULA_MARK: { tag: string };
  WORKBOOK_TEXT_LONG: { most: number };
  WORKBOOK_BLOCKS_DEEP: { most: number };
}

type None = Record<never, never>;

export type TemplateFaultCode = keyof TemplateFaultArgs;
