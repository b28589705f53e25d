import type { CauseWordings } from '../wording.ts';

/** What the cells show of why they are wrong: facts, not orders. */
export const CAUSES: CauseWordings = {
  LETTERS_AMONG_DIGITS: ({ letters }) => `letters among the digits: ${letters.join(', ')}`,
  SPACE_IN_NUMBER: () => 'a space inside the number',
  SEPARATOR_MISPLACED: () => 'a comma or decimal point in the wrong place',
  SEVERAL_NUMBERS: () => 'more than one number in a cell',
  TEXT_BESIDE_NUMBER: ({ text }, { quote }) => `${quote(text)} written beside the number`,
  DATE_FOR_NUMBER: () => 'a date in place of a number',
  COLUMNS_SWAPPED: ({ columns: [left, right] }, { quote, nameOf }) =>
    `the columns ${quote(nameOf(left))} and ${quote(nameOf(right))} changed places`,
  NO_DIGITS: () => 'words only, no digits',
  FORMULA_AS_TEXT: () => 'a formula stored as text',
  HASHES: () => '"####", as copied from a column that is too narrow',
  FORMULA_ERROR: ({ error }) => ERRORS.get(error) ?? error,
  NO_SUCH_DAY: () => 'the calendar has no such day',
  OTHER_YEAR: ({ year }) => `only the year, ${year}, lies outside`,
  CODE_LENGTH: ({ length }) => `${length} characters given`,
  CODE_LETTERS: ({ letters }) => `letters ${letters.join(', ')}, perhaps in place of the digits 0, 1, 2 or 5`,
  POWER_OF_TEN: ({ factor }) => `one is exactly ${factor} times the other: perhaps the units differ`,
  DOUBLED: () => 'exactly double: perhaps subtotals were added, too',
  DIGITS_SWAPPED: () => 'two neighbouring digits stand the other way round',
};

const ERRORS: ReadonlyMap<string, string> = new Map([
  ['#REF!', 'the formula refers to a deleted cell (#REF!)'],
  ['#DIV/0!', 'the formula divides by 0 or by a blank (#DIV/0!)'],
  ['#VALUE!', 'the formula uses a cell that holds text (#VALUE!)'],
  ['#NAME?', 'the formula names an unknown function (#NAME?)'],
  ['#N/A', 'the formula found nothing to look up (#N/A)'],
  ['#NUM!', 'the formula came to a number out of range (#NUM!)'],
  ['#NULL!', 'the ranges of the formula do not meet (#NULL!)'],
]);
