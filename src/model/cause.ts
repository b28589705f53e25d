/**
 * Why cells may be wrong, as far as their own text or the finding's arguments show it.
 *
 * A cause states what is seen (a letter O among digits), never what was meant; wording stands in `src/message/`.
 */
export interface CauseArgs {
  // Numbers
  LETTERS_AMONG_DIGITS: { letters: readonly string[] };
  SPACE_IN_NUMBER: None;
  SEPARATOR_MISPLACED: None;
  SEVERAL_NUMBERS: None;
  TEXT_BESIDE_NUMBER: { text: string };
  DATE_FOR_NUMBER: None;
  /** Ids of two columns of which each holds what the other should, from left to right. */
  COLUMNS_SWAPPED: { columns: readonly [string, string] };
  NO_DIGITS: None;
  FORMULA_AS_TEXT: None;
  HASHES: None;
  FORMULA_ERROR: { error: string };
  // Dates
  NO_SUCH_DAY: None;
  OTHER_YEAR: { year: string };
  // Credit codes
  CODE_LENGTH: { length: number };
  CODE_LETTERS: { letters: readonly string[] };
  // Two values that should agree
  POWER_OF_TEN: { factor: string };
  DOUBLED: None;
  DIGITS_SWAPPED: None;
}

type None = Record<never, never>;

export type CauseCode = keyof CauseArgs;

/** A cause with the arguments of its code. */
export type Cause = { readonly [C in CauseCode]: { readonly code: C; readonly args: CauseArgs[C] } }[CauseCode];
