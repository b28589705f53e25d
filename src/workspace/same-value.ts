import { decimal } from '../decimal/decimal.ts';
import { compatible } from '../text/compatible.ts';
import { matchKey } from '../text/match-key.ts';
import { isoDateOf } from './date-text.ts';

/** Whether two values are the same, however a spreadsheet writes them back: `1,200` is `1200`, `2024/2/20` is `2024-02-20`. */
export function sameValue(a: string, b: string): boolean {
  return valueKey(a) === valueKey(b);
}

/** The apostrophe by which a spreadsheet takes what follows for a text, as `check -f csv` writes it. */
const TEXT_MARK = /^'(?=[=+\-@|%]|\d+:\d+$)/;

function valueKey(text: string): string {
  const parts = compatible(text).trim().replace(TEXT_MARK, '').split(' / ');
  return parts.map((part) => numberKey(part) ?? isoDateOf(part) ?? matchKey(part)).join('/');
}

function numberKey(text: string): string | null {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const value = decimal(plain);
  return value === null ? null : String(value);
}
