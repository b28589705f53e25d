import { decimal, format, rounded } from '../../decimal/decimal.ts';
import { decimalsArgument, numberArgument } from './arguments.ts';

const NO_VALUE = '—';

/** The number with thousands separators and exactly `decimals` places (0 when not given), rounded half up; null is —. */
export function num(value: unknown, decimals: unknown = 0): string {
  const number = numberArgument(value);
  return number === null ? NO_VALUE : formatNumber(number, decimalsArgument(decimals ?? 0));
}

/** The number as prose has it: without separators, with at most `decimals` places and no zeros at their end; null is —. */
export function digits(value: unknown, decimals: unknown = 0): string {
  const number = numberArgument(value);
  if (number === null) return NO_VALUE;
  const places = decimalsArgument(decimals ?? 0);
  const exact = decimal(String(number));
  return exact === null ? number.toFixed(places) : format(rounded(exact, places));
}

/** The rate with one decimal and a per cent sign; null is —. */
export function pct(value: unknown): string {
  const number = numberArgument(value);
  return number === null ? NO_VALUE : `${formatNumber(number, 1)}%`;
}

/** The number in digits, the same on every machine: `1,234.50`. */
export function formatNumber(value: number, decimals: number): string {
  const exact = decimal(String(value));
  const plain = exact === null ? value.toFixed(decimals) : format(rounded(exact, decimals));
  const [whole = '0', fraction = ''] = plain.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === 0 ? grouped : `${grouped}.${fraction.padEnd(decimals, '0')}`;
}
