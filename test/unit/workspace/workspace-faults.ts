/** Faults that only settings and tables of a workspace can have; the tests beside this file make each of them. */
export const WORKSPACE_FAULTS: readonly string[] = [
  'PERIOD_WRONG',
  'PERIOD_KIND',
  'DATE_WRONG',
  'DATES_REVERSED',
  'PATH_WRONG',
  'FOLDER_MISSING',
  'CELL_WRONG',
  'PLACE_MISSING',
  'NEEDS_OTHER',
  'VALUE_UNKNOWN',
  'ROW_TWICE',
];
