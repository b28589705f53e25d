import { type Decimal, PLACES } from '../decimal/decimal.ts';
import { CHINESE_DIGITS, NUMERAL_CHARACTERS } from './chinese-numeral.ts';
import { fold } from './fold.ts';
import { isNil, withoutNilRemark } from './nil.ts';
import type { NumberWords } from './number-words.ts';
import { readNumeral, type Scale } from './numeral.ts';
import { readHead, readTail } from './quantity-affix.ts';

/** A number as written, exactly: `digits × 10^exponent`. */
export interface Quantity {
  readonly digits: bigint;
  readonly exponent: number;
  /** Match key of the unit behind it: a counting or money unit of the scheme, or `%`. */
  readonly unit: string | null;
  readonly approximate: boolean;
  /** Places written out (`1.2万`, `三万`, `3千`) apart from the unit. */
  readonly scale: Scale;
  /** A currency stands beside it (`￥5000`, `人民币5000元`). */
  readonly currency: boolean;
}

/** Excel's own precision: what has more digits was an identifier, or has lost some. */
const MOST_DIGITS = 15;
/** No cell that holds one number is longer. */
const LONGEST = 60;

const DIGITS_APART = new RegExp(`[\\d${NUMERAL_CHARACTERS}.,] [\\d${CHINESE_DIGITS}.,]`);

const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['萬', '万'],
  ['億', '亿'],
  ['\uffe5', '\u00a5'],
]);

/** What most cells hold: digits with or without decimals, and nothing beside them that would have to be understood. */
const PLAIN = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

/** Reads a text as one number with unit and approximation; `nil` for a nil mark, null for anything else. */
export function parseQuantity(text: string, words: NumberWords): Quantity | 'nil' | null {
  if (text.length > LONGEST) return null;
  const [, whole, fraction = ''] = PLAIN.exec(text) ?? [];
  if (whole !== undefined && !words.nilMarks.has(text)) {
    const digits = BigInt(whole + fraction);
    return { digits, exponent: 0 - fraction.length, unit: null, approximate: false, scale: null, currency: false };
  }
  const folded = fold(text);
  if (isNil(folded, words.nilMarks)) return 'nil';
  const remarked = withoutNilRemark(folded, words.nilMarks);
  if (remarked !== null) return parseFolded(remarked, words)?.digits === 0n ? 'nil' : null;
  return parseFolded(folded, words);
}

function parseFolded(folded: string, words: NumberWords): Quantity | null {
  // Two numbers in one cell must not become one.
  if (DIGITS_APART.test(folded)) return null;
  const plain = [...folded.replaceAll(' ', '')].map((character) => VARIANTS.get(character) ?? character).join('');
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
  const head = readHead(plain, words);
  const numeral = readNumeral(plain.slice(head.length));
  const tail = numeral && readTail(plain.slice(head.length + numeral.length), words);
  if (!tail) return null;
  const approximate = head.approximate || tail.approximate;
  const currency = head.currency || tail.currency;
  if (currency && tail.unit !== null && !words.moneyUnits.has(tail.unit)) return null;
  // 百余人 and 近千人 say 100 and 1000; a bare 百 or 千 says nothing.
  if (numeral.impliedOne && !approximate) return null;
  if (tail.power > 0 && numeral.complete) return null;
  const exponent = numeral.exponent + tail.power;
  return {
    digits: numeral.digits,
    exponent,
    unit: tail.unit,
    approximate,
    scale: numeral.scale ?? tail.scale,
    currency,
  };
}
