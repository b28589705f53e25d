/**
 * What a mistake of use or of the surroundings is about, with what its wording needs.
 *
 * Errors carry it beside their plain English message, so that `src/message/` can say it in other languages.
 */
export interface ProblemArgs {
  // Settings
  SCHEME_FAULTY: { folder: string; faults: number };
  TEMPLATES_FAULTY: { faults: number };
  SETTINGS_FAULTY: { path: string; faults: number };
  // Which files
  PATH_NOT_FOUND: { path: string };
  PATH_UNREADABLE: { path: string };
  NO_CANDIDATE_FILE: { paths: readonly string[] };
  WORKSPACE_SEVERAL: { folders: readonly string[] };
  RETURNS_NOT_FOUND: { folder: string; wanted: string };
  // Which period, which area
  PERIOD_NOT_NAMED: None;
  PERIOD_SEVERAL: { found: readonly string[] };
  SPAN_INCOMPLETE: { span: string; missing: readonly string[] };
  AREA_UNKNOWN: { area: string };
  AREA_NEEDED: None;
  // Writing
  OUTPUT_EXISTS: { path: string };
  OUTPUT_IS_RETURN: { path: string };
  OUTPUT_IS_TABLE: { path: string };
  OUTPUT_TWICE: { path: string; other: string };
  OUTPUT_BUSY: { path: string };
  OUTPUT_LOCKED: { path: string; lock: string };
  OUTPUT_UNWRITABLE: { path: string; detail: string };
  STDOUT_UNWRITABLE: { detail: string };
}

type None = Record<never, never>;

export type ProblemCode = keyof ProblemArgs;

/** A problem as a value: its code and the arguments of that code. */
export type Problem = { readonly [C in ProblemCode]: { readonly code: C; readonly args: ProblemArgs[C] } }[ProblemCode];
