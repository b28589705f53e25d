import { compatible } from './compatible.ts';

// 第…版 and v2 number a version as digits do: notation, and no words of the field.
const NUMERALS = '一二三四五六七八九';
const MARK =
  /第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版稿]|V(?:ER(?:SION)?)?[\s._-]*(\d{1,3})(?:\.(\d{1,2}))?(?![A-Z\d])/uy;

/** The version mark (第2版, V2) at a position of a folded text (NFKC, upper case): its text and number; null for none. */
export function versionMarkAt(text: string, at: number): { readonly text: string; readonly number: number } | null {
  const first = text.charAt(at);
  if ((first !== '第' && first !== 'V') || (first === 'V' && /[A-Z\d]/.test(text.charAt(at - 1)))) return null;
  MARK.lastIndex = at;
  const [all, ordinal, major, minor = '0'] = MARK.exec(text) ?? [];
  if (all === undefined) return null;
  // V1.10 comes after V1.9.
  if (ordinal === undefined) return { text: all, number: Number(major) + Number(minor) / 100 };
  return { text: all, number: /\d/.test(ordinal) ? Number(ordinal) : numeralValue(ordinal) };
}

/** The number of the first version mark of a name; null when it has none. */
export function versionNumber(name: string): number | null {
  const text = compatible(name).toUpperCase();
  for (let at = 0; at < text.length; at++) {
    const mark = versionMarkAt(text, at);
    if (mark) return mark.number;
  }
  return null;
}

/** A name without its first version mark and the brackets around it; as it is when it has none. */
export function withoutVersionMark(name: string): string {
  const text = compatible(name);
  const upper = text.toUpperCase();
  // Capitals of some letters are longer: such a name is left alone.
  if (upper.length !== text.length) return name;
  for (let at = 0; at < text.length; at++) {
    const mark = versionMarkAt(upper, at);
    if (mark === null) continue;
    const [before, after] = [text.slice(0, at).trimEnd(), text.slice(at + mark.text.length).trimStart()];
    const isBracketed = before.endsWith('(') && after.startsWith(')');
    const rest = isBracketed ? before.slice(0, -1).trimEnd() + after.slice(1) : before + after;
    return rest.replace(/[\s_-]+$/, '') || name;
  }
  return name;
}

/** Numerals up to ninety-nine. */
function numeralValue(numeral: string): number {
  const [tens = '', ones] = numeral.split('十');
  const digit = (text: string) => (text === '' ? 0 : NUMERALS.indexOf(text) + 1);
  return ones === undefined ? digit(tens) : (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}
