import { matchKey } from '../text/match-key.ts';
import type { NumberWords } from './number-words.ts';
import type { Scale } from './numeral.ts';

/** What stands before the digits of a number. */
export interface Head {
  readonly length: number;
  readonly approximate: boolean;
  readonly currency: boolean;
}

/** Reads what stands before the digits: `约`, `￥`, `人民币约`. */
export function readHead(plain: string, words: NumberWords): Head {
  const first = startOf(plain, words.approximateBefore);
  const currency = startOf(plain.slice(first).toUpperCase(), words.currency);
  const last = first > 0 ? 0 : startOf(plain.slice(currency), words.approximateBefore);
  return { length: first + currency + last, approximate: first + last > 0, currency: currency > 0 };
}

/** Length of the word at the front of a text; 0 when there is none. */
function startOf(text: string, words: readonly string[]): number {
  return words.find((word) => text.startsWith(word))?.length ?? 0;
}

// Place words are notation, as digits are.
const SCALE = /^(?:[十百千]?(?:万亿|[万亿])|[百千])/;
const POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
/** `元整`: the mark that ends an amount in words. */
const AMOUNT_END = /[整正]$/;

/** What stands behind the digits of a number. */
export interface Tail {
  /** Of its places as one power of ten. */
  readonly power: number;
  readonly scale: Scale;
  /** Match key of the unit; null when there is none. */
  readonly unit: string | null;
  readonly approximate: boolean;
  readonly currency: boolean;
}

/** Reads what stands behind the digits, null when it is something else: `余万元`, `万人次左右`, `多`, `场`, `（场）`, `元人民币`. */
export function readTail(behind: string, words: NumberWords): Tail | null {
  const open = behind.replace(/^\(([^()]*)\)$/, '$1');
  const currency = words.currency.find((word) => open.toUpperCase().endsWith(word)) ?? '';
  const text = unitIn(open, words) === null ? open.slice(0, open.length - currency.length) : open;
  const first = withoutAfterWord(text, words);
  const scale = unitIn(first, words) === null ? (SCALE.exec(first)?.[0] ?? '') : '';
  const second = withoutAfterWord(first.slice(scale.length), words);
  const ending = words.approximateAfter.find((word) => second.endsWith(word)) ?? '';
  const rest = second.slice(0, second.length - ending.length);
  const unit = unitIn(rest, words);
  if (rest !== '' && unit === null) return null;
  const power = [...scale].reduce((sum, place) => sum + (POWERS[place] ?? 0), 0);
  return {
    power,
    scale: power === 0 ? null : power >= 4 ? 'myriads' : 'hundreds',
    unit,
    approximate: text.length - scale.length !== rest.length,
    currency: text !== open,
  };
}

function withoutAfterWord(text: string, words: NumberWords): string {
  return text.slice(startOf(text, words.approximateAfter));
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
