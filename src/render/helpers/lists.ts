import { countArgument, listArgument, textArgument } from './arguments.ts';

/** How many items a list has. */
export function size(list: unknown): number {
  return listArgument(list).length;
}

/** The first `most` items of a list. */
export function first(list: unknown, most: unknown): readonly unknown[] {
  return listArgument(list).slice(0, countArgument(most));
}

/** The items from place `from` (0 is the first) up to but not including place `to`. */
export function slice(list: unknown, from: unknown, to: unknown): readonly unknown[] {
  return listArgument(list).slice(countArgument(from), countArgument(to));
}

/** One key of each item: the names of a list of bureaus. */
export function pluck(list: unknown, key: unknown): readonly unknown[] {
  const name = textArgument(key);
  return listArgument(list).map((item) => ownValue(item, name));
}

/** The items whose value under a key is the one given. */
export function where(list: unknown, key: unknown, value: unknown): readonly unknown[] {
  const name = textArgument(key);
  return listArgument(list).filter((item) => ownValue(item, name) === value);
}

/** The items of a list that do not stand in another. */
export function without(list: unknown, others: unknown): readonly unknown[] {
  const left = new Set(listArgument(others));
  return listArgument(list).filter((item) => !left.has(item));
}

/** The value that a group has under a key; an unknown key is a fault. */
export function lookup(group: unknown, key: unknown): unknown {
  return ownValue(group, String(key));
}

function ownValue(group: unknown, key: string): unknown {
  if (typeof group === 'object' && group !== null && Object.hasOwn(group, key)) return Reflect.get(group, key);
  throw new TypeError(`there is no "${key}"`);
}
