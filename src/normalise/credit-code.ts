import type { CreditCodeReason } from '../model/finding-codes.ts';
import { fold } from './fold.ts';

/** A credit code without spaces and hyphens, in capitals, and everything odd about it. */
export interface CheckedCreditCode {
  readonly code: string;
  /** Most basic first; empty for a code that is in order. */
  readonly problems: readonly CreditCodeReason[];
}

/** GB 32100-2015: no I, O, S, V, Z; a character's value is its place. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714: the organisation code stands at places 9 to 17, with a check character of its own. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** 5: registered by the civil affairs; 1: an association (行业协会 and 商会 are associations). */
const ASSOCIATION = '51';
/** Division of codes that the ministry itself issued. */
const MINISTRY = '100000';

/** Problems that make a code wrong; the others only make it unusual. */
export const WRONG: ReadonlySet<CreditCodeReason> = new Set(['length', 'alphabet', 'checkDigit']);

/**
 * Checks a unified social credit code (GB 32100-2015, docs/grammars.md).
 *
 * `divisions` are the division codes, present and former, of the authorities that may have issued it.
 */
export function checkCreditCode(text: string, divisions: ReadonlySet<string>): CheckedCreditCode {
  const code = fold(text)
    .replace(/[\s\-‐‑–—'’]/g, '')
    .toUpperCase();
  return { code, problems: problemsOf(code, divisions) };
}

function problemsOf(code: string, divisions: ReadonlySet<string>): readonly CreditCodeReason[] {
  if ([...code].length !== 18) return ['length'];
  if (!SHAPE.test(code)) return ['alphabet'];
  if (code[17] !== checkDigit(code)) return ['checkDigit'];
  const problems: CreditCodeReason[] = [];
  if (code[16] !== organisationDigit(code.slice(8, 16))) problems.push('organisationDigit');
  if (!code.startsWith(ASSOCIATION)) problems.push('category');
  const division = code.slice(2, 8);
  if (division !== MINISTRY && !divisions.has(division)) problems.push('division');
  return problems;
}

/** The check character at place 18 for the 17 before it. */
export function checkDigit(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(code.charAt(at)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The check character of an organisation code's first eight characters; here letters count from A = 10 to Z = 35. */
export function organisationDigit(code: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number.parseInt(code.charAt(at), 36),
    0,
  );
  const rest = 11 - (sum % 11);
  if (rest === 10) return 'X';
  return rest === 11 ? '0' : String(rest);
}

/** Whether a text shows that a spreadsheet took a code for a number and rounded it: `5.1441E+17`. */
export function hasLostDigits(text: string): boolean {
  // Without a point it may be a code that has an E in the second place.
  return /^\d\.\d+E\+?\d+$/i.test(fold(text)) || (/^\dE\+?\d+$/i.test(fold(text)) && text.length < 18);
}
