import type { Cause } from '../model/cause.ts';

/** Longest text that is told as standing beside a number. */
const LONGEST_BESIDE = 8;
/** Unreadable for its length only. */
const WELL_FORMED = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
const WIDE = /[\uff01-\uff5e]/g;

/** Why a text is no number; null when it does not show. The order matters: the narrower reason comes first. */
export function causeOfNumber(raw: string): Cause | null {
  const text = plain(raw);
  if (/^=.*[A-Za-z(]/.test(text)) return { code: 'FORMULA_AS_TEXT', args: {} };
  if (/^#{2,}$/.test(text)) return { code: 'HASHES', args: {} };
  const letters = lettersAmongDigits(text);
  if (letters.length > 0) return { code: 'LETTERS_AMONG_DIGITS', args: { letters } };
  if (/^(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}( \d|$)/.test(text)) return { code: 'DATE_FOR_NUMBER', args: {} };
  if (/^-?\d+( \d+)+(\.\d+)?$/.test(text)) return { code: 'SPACE_IN_NUMBER', args: {} };
  if (/^-?\d+([,.]\d*)+$/.test(text) && !WELL_FORMED.test(text)) return { code: 'SEPARATOR_MISPLACED', args: {} };
  const numbers = text.match(/\d+(?:[,.]\d+)*/g) ?? [];
  if (numbers.length > 1) return { code: 'SEVERAL_NUMBERS', args: {} };
  if (numbers.length === 0) return text === '' ? null : { code: 'NO_DIGITS', args: {} };
  const beside = text.replace(/\d+(?:[,.]\d+)*/, ' ').trim();
  return beside !== '' && beside.length <= LONGEST_BESIDE
    ? { code: 'TEXT_BESIDE_NUMBER', args: { text: beside } }
    : null;
}

/** Why a text is no date. */
export function causeOfDate(raw: string): Cause | null {
  const text = plain(raw);
  const letters = lettersAmongDigits(text.replace(/[-/.]/g, ''));
  if (letters.length > 0) return { code: 'LETTERS_AMONG_DIGITS', args: { letters } };
  const [, year, month, day] =
    /^(\d{4})[^\d\s](\d{1,2})[^\d\s](\d{1,2})\D?$/.exec(text) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year !== undefined && !isDay(Number(year), Number(month), Number(day))) return { code: 'NO_SUCH_DAY', args: {} };
  return text !== '' && !/\p{N}/u.test(text) ? { code: 'NO_DIGITS', args: {} } : null;
}

/** Why a credit code is wrong, as the finding's own reason lets it be told. */
export function causeOfCreditCode(raw: string, reason: unknown): Cause | null {
  const text = plain(raw).replaceAll(' ', '');
  if (reason === 'length') return { code: 'CODE_LENGTH', args: { length: [...text].length } };
  if (reason !== 'alphabet') return null;
  const letters = distinct(text.toUpperCase().match(/[IOSVZ]/g) ?? []);
  return letters.length > 0 ? { code: 'CODE_LETTERS', args: { letters } } : null;
}

/** Which error a formula came to (`#REF!`). */
export function causeOfError(raw: string): Cause | null {
  const error = plain(raw).toUpperCase();
  return /^#(REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|NULL!)$/.test(error)
    ? { code: 'FORMULA_ERROR', args: { error } }
    : null;
}

/** `12O` and `l5` are digits but for letters that look like some. */
function lettersAmongDigits(text: string): readonly string[] {
  const looksAlike = /^-?[\dOoIl]+(?:[,.][\dOoIl]+)*$/.test(text) && /\d/.test(text);
  return looksAlike ? distinct(text.match(/[OoIl]/g) ?? []) : [];
}

function distinct(letters: readonly string[]): readonly string[] {
  return [...new Set(letters)].sort();
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Full-width forms made plain, white space single and none around. */
function plain(raw: string): string {
  return raw
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim();
}
