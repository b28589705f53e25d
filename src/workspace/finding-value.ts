import { decimal } from '../decimal/decimal.ts';
import type { Finding } from '../model/finding.ts';
import { matchKey } from '../text/match-key.ts';
import { isoDateOf } from './date-text.ts';

/** Arguments that follow from the others, say what was expected or where else to look: no value of their own. */
const BESIDE: ReadonlySet<string> = new Set(['at', 'difference', 'period', 'type']);

/**
 * The value that a finding is about, as text: what its cell says, else what it compares (`12 / 10`), else nothing.
 *
 * A reason given for it holds as long as it stays the same, wherever the other place is that it speaks of (`at`).
 */
export function findingValue({ raw, args, column }: Finding): string {
  if (raw !== null) return raw;
  const said = Object.entries(args).filter(([name, value]) => !BESIDE.has(name) && value !== column);
  return said.map(([, value]) => [value].flat().join(' ')).join(' / ');
}

/** Whether two values are the same, however a spreadsheet writes them back: `1,200` is `1200`, `2024/2/20` is `2024-02-20`. */
export function sameValue(a: string, b: string): boolean {
  return valueKey(a) === valueKey(b);
}

function valueKey(text: string): string {
  const parts = text.normalize('NFKC').split(' / ');
  return parts.map((part) => numberKey(part) ?? isoDateOf(part) ?? matchKey(part)).join('/');
}

function numberKey(text: string): string | null {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const value = decimal(plain);
  return value === null ? null : String(value);
}
