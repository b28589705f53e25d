import type { Cause } from '../model/cause.ts';

/** Powers of ten by which units differ: 千元, 万元, 亿元 and percent. */
const POWERS: readonly number[] = [2, 3, 4, 8];

/** What two values that should agree have to do with each other; `stated` is the one that a total or summary gives. */
export function causeOfDifference(stated: unknown, computed: unknown): Cause | null {
  const a = digitsOf(stated);
  const b = digitsOf(computed);
  if (a === null || b === null || a.units === 0n || b.units === 0n) return null;
  const places = Math.max(a.places, b.places);
  const left = a.units * 10n ** BigInt(places - a.places);
  const right = b.units * 10n ** BigInt(places - b.places);
  const power = POWERS.find((exponent) => isFactor(left, right, 10n ** BigInt(exponent)));
  if (power !== undefined) return { code: 'POWER_OF_TEN', args: { factor: String(10 ** power) } };
  if (left === 2n * right) return { code: 'DOUBLED', args: {} };
  return swapped(String(left), String(right)) ? { code: 'DIGITS_SWAPPED', args: {} } : null;
}

function isFactor(a: bigint, b: bigint, factor: bigint): boolean {
  return a === b * factor || b === a * factor;
}

/** Two neighbouring digits changed places, in a number of three digits or more: shorter ones agree by chance. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.replace('-', '').length < 3) return false;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b;
}

/** A plain decimal as a whole number of units. */
function digitsOf(value: unknown): { readonly units: bigint; readonly places: number } | null {
  const [, whole, fraction = ''] = /^(-?\d{1,30})(?:\.(\d{1,30}))?$/.exec(String(value)) ?? [];
  return whole === undefined ? null : { units: BigInt(whole + fraction), places: fraction.length };
}
