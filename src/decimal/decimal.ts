/**
 * Exact decimals as fixed-point bigints: a `Decimal` counts units of 10^-12.
 *
 * Sums are plain bigint sums, so they are exact and do not depend on order or on how work is split
 * (docs/adr/0001-exact-decimals.md). Twelve places hold 分 (10^-6 万元) with room for converted 元.
 */
export type Decimal = bigint & { readonly [brand]: true };
declare const brand: unique symbol;

/** Decimal places a `Decimal` can hold. */
export const PLACES = 12;
const UNIT = 10n ** BigInt(PLACES);

export const ZERO = 0n as Decimal;

/** The decimal of a plain spelling (`-12.50`, `1e3`), or null when it is none or has more than twelve places. */
export function decimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = PLACES - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  const units = shift >= 0 ? digits * 10n ** BigInt(shift) : divideExactly(digits, 10n ** BigInt(-shift));
  if (units === null) return null;
  return (sign === '-' ? -units : units) as Decimal;
}

function divideExactly(value: bigint, by: bigint): bigint | null {
  return value % by === 0n ? value / by : null;
}

/** The decimal of a whole number. */
export function whole(value: number): Decimal {
  return (BigInt(value) * UNIT) as Decimal;
}

export function add(a: Decimal, b: Decimal): Decimal {
  return (a + b) as Decimal;
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return (a - b) as Decimal;
}

export function absolute(a: Decimal): Decimal {
  return (a < 0n ? -a : a) as Decimal;
}

/** `value × 10^power`, or null when a negative power would lose digits. */
export function shifted(value: Decimal, power: number): Decimal | null {
  if (power >= 0) return (value * 10n ** BigInt(power)) as Decimal;
  return divideExactly(value, 10n ** BigInt(-power)) as Decimal | null;
}

const SMALL = whole(2 ** 31);

/** A whole number from 0 to 2^31, which can be added some million times as it is; NaN for every other decimal. */
export function smallWhole(value: Decimal): number {
  return value >= ZERO && value <= SMALL && isWhole(value) ? Number(value / UNIT) : Number.NaN;
}

export function isWhole(value: Decimal): boolean {
  return value % UNIT === 0n;
}

/**
 * Twice what rounding explains between a sum and its parts: half of the last digit of each value that has decimals, of
 * which `places` are shown at least. Whole numbers explain nothing.
 */
export function roundingAllowance(values: readonly Decimal[], places: number): Decimal {
  const fractions = values.map(decimalsOf).filter((decimals) => decimals > 0);
  return fractions.reduce((sum, decimals) => add(sum, shifted(whole(1), -Math.max(places, decimals)) ?? ZERO), ZERO);
}

/** How many decimals a value needs: one for `12.50`, none for `12`. */
function decimalsOf(value: Decimal): number {
  return format(value).split('.')[1]?.length ?? 0;
}

/** `value` rounded half up (away from zero) to `places` decimals. */
export function rounded(value: Decimal, places: number): Decimal {
  const step = 10n ** BigInt(PLACES - places);
  const half = step / 2n;
  const magnitude = value < 0n ? -value : value;
  const steps = (magnitude + half) / step;
  return ((value < 0n ? -steps : steps) * step) as Decimal;
}

/** Change from `base` to `value` in per cent, one decimal, half up; null when the base is zero. */
export function percentChange(value: Decimal, base: Decimal): Decimal | null {
  if (base === 0n) return null;
  return quotient(((value - base) * 100n) as Decimal, base, 1);
}

/** `part ÷ total` rounded half up (away from zero) to `places` decimals; `total` must not be zero. */
export function quotient(part: Decimal, total: Decimal, places: number): Decimal {
  const scale = 10n ** BigInt(places);
  const negative = part < 0n !== total < 0n;
  const numerator = (part < 0n ? -part : part) * scale;
  const denominator = total < 0n ? -total : total;
  const steps = (2n * numerator + denominator) / (2n * denominator);
  return ((negative ? -steps : steps) * 10n ** BigInt(PLACES - places)) as Decimal;
}

/** Plain spelling without exponent or trailing zeros: `12.5`, `-3`, `0`. */
export function format(value: Decimal): string {
  const magnitude = value < 0n ? -value : value;
  const fraction = (magnitude % UNIT).toString().padStart(PLACES, '0').replace(/0+$/, '');
  const text = (magnitude / UNIT).toString() + (fraction === '' ? '' : `.${fraction}`);
  return value < 0n ? `-${text}` : text;
}

/** The nearest double; prints the same digits for everything up to 15 significant ones. */
export function toNumber(value: Decimal): number {
  return Number(format(value));
}
