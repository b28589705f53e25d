import { numberArgument } from './arguments.ts';

export function eq(a: unknown, b: unknown): boolean {
  return a === b;
}

/** True when both are numbers and the first is greater. */
export function gt(a: unknown, b: unknown): boolean {
  const left = numberArgument(a);
  const right = numberArgument(b);
  return left !== null && right !== null && left > right;
}

export function and(...values: readonly unknown[]): boolean {
  return values.every(truthy);
}

export function or(...values: readonly unknown[]): boolean {
  return values.some(truthy);
}

export function not(value: unknown): boolean {
  return !truthy(value);
}

/** True when there is a value: zero and an empty text are values, null is none. */
export function given(value: unknown): boolean {
  return value !== null;
}

/** The first value, or the second when the first is null or the data does not have it. */
export function orDefault(value: unknown, instead: unknown): unknown {
  return value ?? instead;
}

/** As `{{#if}}` judges: an empty list is false, and so are zero, null and an empty text. */
function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
