import { visible } from '../text/visible.ts';

/** A plain JSON value; a list may also be made while it is printed. */
export type JsonSource = unknown;

/**
 * JSON text piece by piece, as `JSON.stringify(value, null, 2)` lays it out: a list of a million entries is never one string.
 *
 * Objects and lists are opened down to `depth`; what lies deeper is printed whole. Iterables that are no texts are lists.
 * Hidden characters of user texts are written as `\uXXXX` escapes: the same value, but nothing unseen in the file.
 */
export function* jsonParts(value: JsonSource, depth: number, indent = ''): Iterable<string> {
  if (depth > 0 && isList(value)) yield* members(value, depth, indent, '[', ']');
  else if (depth > 0 && typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    yield* members(entries, depth, indent, '{', '}');
  } else yield visible(JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`));
}

function* members(
  list: Iterable<unknown>,
  depth: number,
  indent: string,
  open: '[' | '{',
  close: ']' | '}',
): Iterable<string> {
  const inner = `${indent}  `;
  let before = `${open}\n${inner}`;
  let empty = true;
  for (const member of list) {
    empty = false;
    yield before;
    before = `,\n${inner}`;
    if (open === '[') yield* jsonParts(member, depth - 1, inner);
    else {
      const [key, value] = member as readonly [string, unknown];
      yield `${visible(JSON.stringify(key))}: `;
      yield* jsonParts(value, depth - 1, inner);
    }
  }
  yield empty ? open + close : `\n${indent}${close}`;
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
