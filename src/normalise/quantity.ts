import { type Decimal, PLACES } from '../decimal/decimal.ts';
import { matchKey } from '../text/match-key.ts';
import { CHINESE_DIGITS, NUMERAL_CHARACTERS } from './chinese-numeral.ts';
import { fold } from './fold.ts';
import type { NumberWords } from './number-words.ts';
import { readNumeral } from './numeral.ts';

/** A number as written, exactly: `digits × 10^exponent`. */
export interface Quantity {
  readonly digits: bigint;
  readonly exponent: number;
  /** Match key of the unit behind it: a counting or money unit of the scheme, or `%`. */
  readonly unit: string | null;
  readonly approximate: boolean;
  /** Written with 万 or 亿 (`1.2万`, `三万`) apart from the unit. */
  readonly myriads: boolean;
}

/** Excel's own precision: what has more digits was an identifier, or has lost some. */
const MOST_DIGITS = 15;
/** No cell that holds one number is longer. */
const LONGEST = 60;

const DIGITS_APART = new RegExp(`[\\d${NUMERAL_CHARACTERS}.,] [\\d${CHINESE_DIGITS}.,]`);

/** Reads a text as one number with unit and approximation; `nil` for a nil mark, null for anything else. */
export function parseQuantity(text: string, words: NumberWords): Quantity | 'nil' | null {
  if (text.length > LONGEST) return null;
  if (words.nilMarks.has(matchKey(text))) return 'nil';
  const folded = fold(text);
  // Two numbers in one cell must not become one.
  if (DIGITS_APART.test(folded)) return null;
  const plain = folded.replaceAll(' ', '').replace(/^['’]/, '');
  const bracketed = /^\((\d[^()]*)\)$/.exec(plain)?.[1];
  const quantity = readQuantity(bracketed ?? plain, words);
  if (quantity === null || isTooLong(quantity)) return null;
  return bracketed === undefined ? quantity : { ...quantity, digits: -quantity.digits };
}

/** A quantity as a `Decimal`, rounded half up where that cannot hold it, which `tooFine` says. */
export interface Converted {
  readonly value: Decimal;
  readonly tooFine: boolean;
  /** What one in the last digit written is worth. */
  readonly step: Decimal;
  /** Written out to the last unit, with neither decimals nor 万: nothing of it was rounded off. */
  readonly exact: boolean;
}

/** The quantity in units of `10^-power`. */
export function toDecimal(quantity: Quantity, power: number): Converted {
  const { digits } = quantity;
  const exact = quantity.exponent === 0;
  const shift = quantity.exponent + power + PLACES;
  if (shift >= 0) {
    const step = 10n ** BigInt(shift);
    return { value: (digits * step) as Decimal, tooFine: false, step: step as Decimal, exact };
  }
  const unit = 10n ** BigInt(-shift);
  const magnitude = digits < 0n ? -digits : digits;
  const units = (2n * magnitude + unit) / (2n * unit);
  const value = (digits < 0n ? -units : units) as Decimal;
  return { value, tooFine: magnitude % unit !== 0n, step: 1n as Decimal, exact };
}

function isTooLong({ digits, exponent }: Quantity): boolean {
  const written = String(digits).replace('-', '');
  return written.replace(/0+$/, '').length > MOST_DIGITS || (digits !== 0n && written.length + exponent > MOST_DIGITS);
}

function readQuantity(plain: string, words: NumberWords): Quantity | null {
  const before = words.approximateBefore.find((word) => plain.startsWith(word)) ?? '';
  const numeral = readNumeral(plain.slice(before.length));
  const tail = numeral && readTail(plain.slice(before.length + numeral.length), words);
  if (!tail) return null;
  const approximate = before !== '' || tail.approximate;
  // 百余人 and 近千人 say 100 and 1000; a bare 百 or 千 says nothing.
  if (numeral.impliedOne && !approximate) return null;
  if (tail.power > 0 && numeral.complete) return null;
  const exponent = numeral.exponent + tail.power;
  return {
    digits: numeral.digits,
    exponent,
    unit: tail.unit,
    approximate,
    myriads: numeral.myriads || tail.power >= 4,
  };
}

// Place words are notation, as digits are.
const SCALE = /^(?:[十百千]?(?:万亿|[万亿])|[百千])/;
const POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
/** `元整`: the mark that ends an amount in words. */
const AMOUNT_END = /[整正]$/;

interface Tail {
  readonly power: number;
  readonly unit: string | null;
  readonly approximate: boolean;
}

/** What stands behind the digits: `余万元`, `万人次左右`, `多`, `场`. */
function readTail(text: string, words: NumberWords): Tail | null {
  const first = withoutAfterWord(text, words);
  const scale = unitIn(first, words) === null ? (SCALE.exec(first)?.[0] ?? '') : '';
  const second = withoutAfterWord(first.slice(scale.length), words);
  const ending = words.approximateAfter.find((word) => second.endsWith(word)) ?? '';
  const rest = second.slice(0, second.length - ending.length);
  const unit = unitIn(rest, words);
  if (rest !== '' && unit === null) return null;
  const power = [...scale].reduce((sum, place) => sum + (POWERS[place] ?? 0), 0);
  return { power, unit, approximate: text.length - scale.length !== rest.length };
}

function withoutAfterWord(text: string, words: NumberWords): string {
  const word = words.approximateAfter.find((one) => text.startsWith(one));
  return word === undefined ? text : text.slice(word.length);
}

function unitIn(text: string, words: NumberWords): string | null {
  const key = matchKey(text);
  // 万 and 亿 are places of the number, even where a scheme takes 万人次 for a unit; with money they make its unit.
  const scaled = /^[十百千]?[万亿]/.exec(key)?.[0];
  if (scaled === key) return null;
  if (scaled === undefined && (key === '%' || words.countUnits.has(key))) return key;
  if (words.moneyUnits.has(key)) return key;
  const amount = key.replace(AMOUNT_END, '');
  return words.moneyUnits.has(amount) ? amount : null;
}
