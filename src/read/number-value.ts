const SPELLING = /^[\t\n\r ]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[\t\n\r ]*$/;

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const TENS = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** The double that the bytes spell; NaN when they are no plain decimal number or overflow. */
export function parseNumber(bytes: Buffer, from: number, to: number): number {
  // Up to 15 digits are exact in a double, as is a power of ten below 10^16, so one division rounds correctly.
  if (to - from > 15) return parseLong(bytes, from, to);
  let at = from;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  let digits = 0;
  let point = -1;
  const first = at;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) digits = digits * 10 + byte - ZERO;
    else if (byte === POINT && point < 0) point = at;
    else return parseLong(bytes, from, to);
  }
  if (at === first || (point >= 0 && at === first + 1)) return Number.NaN;
  const value = point < 0 ? digits : digits / (TENS[at - point - 1] ?? 1);
  return negative ? -value : value;
}

function parseLong(bytes: Buffer, from: number, to: number): number {
  const text = bytes.toString('latin1', from, to);
  const value = SPELLING.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** A whole number from 0 to 4,294,967,295; -1 when the bytes spell anything else. */
export function parseIndex(bytes: Buffer, from: number, to: number): number {
  const value = parseNumber(bytes, from, to);
  return Number.isInteger(value) && value >= 0 && value <= 0xffffffff ? value : -1;
}
