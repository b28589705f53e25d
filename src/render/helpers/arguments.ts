import { PLACES } from '../../decimal/decimal.ts';

/** The argument as a number, null kept; throws for anything else. */
export function numberArgument(value: unknown): number | null {
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw new TypeError(`${described(value)} is not a number`);
}

/** The argument as a text; throws for anything else. */
export function textArgument(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`${described(value)} is not a text`);
}

/** The argument as a list; throws for anything else. */
export function listArgument(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(`${described(value)} is not a list`);
}

/** The argument as a count from 0; throws for anything else. */
export function countArgument(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new TypeError(`${described(value)} is not a count`);
}

/** The argument as a number of decimals that exact numbers can have; throws for anything else. */
export function decimalsArgument(value: unknown): number {
  const count = countArgument(value);
  if (count <= PLACES) return count;
  throw new TypeError(`${described(value)} is more than ${PLACES}`);
}

function described(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'a list or group' : JSON.stringify(value);
}
