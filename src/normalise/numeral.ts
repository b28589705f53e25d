import { NUMERAL_CHARACTERS, parseChineseNumeral } from './chinese-numeral.ts';

/** Places written out: 万 or 亿 (`3万5千`, `三万`), or 百 or 千 behind Arabic digits (`3千`); null when there are none. */
export type Scale = 'myriads' | 'hundreds' | null;

/** The numeral at the front of a text: `digits × 10^exponent`, and how much of the text it takes. */
export interface Numeral {
  readonly digits: bigint;
  readonly exponent: number;
  readonly length: number;
  readonly scale: Scale;
  /** It is a bare 百, 千 or 万, which only an approximation gives a meaning. */
  readonly impliedOne: boolean;
  /** No place word may follow. */
  readonly complete: boolean;
}

/** Reads the numeral at the front of a text: Arabic (`1,234.5`, `1.2E+3`), mixed (`3万5千`) or Chinese. */
export function readNumeral(text: string): Numeral | null {
  return readMixed(text) ?? readArabic(text) ?? readChinese(text);
}

const ARABIC = /^([+\-\u2212]?)([1-9]\d{0,2}(?:,\d{3})+|\d+|(?=\.\d))(?:\.(\d+))?(E[+-]?\d{1,3})?/i;

function readArabic(text: string): Numeral | null {
  const match = ARABIC.exec(text);
  if (!match) return null;
  const [all, sign = '', whole = '', fraction = '', power = ''] = match;
  const digits = BigInt(whole.replaceAll(',', '') + fraction);
  return {
    digits: sign === '' || sign === '+' ? digits : -digits,
    exponent: Number(power.slice(1)) - fraction.length,
    length: all.length,
    scale: null,
    impliedOne: false,
    complete: power !== '',
  };
}

/**
 * Descending places with Arabic digits: `3万5千`, `1亿2000万`, `1亿2千万`, `3万5000`; not `3万5`, which may mean 30,005,
 * nor `1亿2千`, which may have lost its 万.
 */
const MIXED =
  /^(?:(\d{1,4})亿)?(?:(?:(\d{1,4})|(?:([1-9])千)?(?:([1-9])百)?(?<=[千百]))万)?(?:(?<=万)(\d{4})(?!\d)|(?:(?<!亿)([1-9])千)?(?:(?<!亿)([1-9])百)?)/;
const PLACES = [1e8, 1e4, 1e7, 1e6, 1, 1000, 100];

function readMixed(text: string): Numeral | null {
  const match = MIXED.exec(text);
  const parts = match?.slice(1) ?? [];
  if (!match || parts.filter((part) => part !== undefined).length < 2) return null;
  const value = parts.reduce((sum, part, at) => sum + Number(part ?? 0) * (PLACES[at] ?? 0), 0);
  const scale = parts.slice(0, 4).some((part) => part !== undefined) ? 'myriads' : 'hundreds';
  return { ...numeral(value, match[0].length), scale };
}

const CHINESE = new RegExp(`^[${NUMERAL_CHARACTERS}]+`);

function readChinese(text: string): Numeral | null {
  const run = CHINESE.exec(text)?.[0];
  if (run === undefined) return null;
  const value = parseChineseNumeral(run);
  const implied = value === null ? parseChineseNumeral(`一${run}`) : null;
  const known = value ?? implied;
  if (known === null) return null;
  return { ...numeral(known, run.length), scale: /[万亿]/.test(run) ? 'myriads' : null, impliedOne: value === null };
}

function numeral(value: number, length: number): Numeral {
  return { digits: BigInt(value), exponent: 0, length, scale: null, impliedOne: false, complete: false };
}
