import { isoDate } from '../period/period.ts';

// 第…版 and v2 number a version as digits do, 年 and 月 part a date: notation, and no words of the field.
const NUMERALS = '一二三四五六七八九';
const MARK =
  /第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版稿]|V(?:ER(?:SION)?)?[\s._-]*(\d{1,3})(?:\.(\d{1,2}))?(?![A-Z\d])/uy;
const DAY = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)|(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/u;

/** The version mark (第2版, V2) at a position of a folded text (NFKC, upper case): its text and number; null for none. */
export function versionMarkAt(text: string, at: number): { readonly text: string; readonly number: number } | null {
  if (/[A-Z\d]/.test(text.charAt(at - 1)) && text.charAt(at) === 'V') return null;
  MARK.lastIndex = at;
  const [all, ordinal, major, minor = '0'] = MARK.exec(text) ?? [];
  if (all === undefined) return null;
  // V1.10 comes after V1.9.
  if (ordinal === undefined) return { text: all, number: Number(major) + Number(minor) / 100 };
  return { text: all, number: /\d/.test(ordinal) ? Number(ordinal) : numeralValue(ordinal) };
}

/** The number of the first version mark of a name; null when it has none. */
export function versionNumber(name: string): number | null {
  const text = name.normalize('NFKC').toUpperCase();
  for (let at = 0; at < text.length; at++) {
    const mark = versionMarkAt(text, at);
    if (mark) return mark.number;
  }
  return null;
}

/** The first day that a text names in digits, as an ISO date; null when it names none. */
export function dayIn(text: string): string | null {
  const [, year, month, day, ...compact] = DAY.exec(text.normalize('NFKC')) ?? [];
  const [y, m, d] = year === undefined ? compact : [year, month, day];
  return y === undefined ? null : isoDate(Number(y), Number(m), Number(d));
}

/** Numerals up to ninety-nine. */
function numeralValue(numeral: string): number {
  const [tens = '', ones] = numeral.split('十');
  const digit = (text: string) => (text === '' ? 0 : NUMERALS.indexOf(text) + 1);
  return ones === undefined ? digit(tens) : (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}
