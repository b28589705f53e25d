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
  if (depth > 1 && isList(value)) yield* members(value, depth, indent, '[', ']');
  else if (depth > 0 && isList(value)) yield* wholeMembers(value, indent);
  else if (depth > 0 && typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    yield* members(entries, depth, indent, '{', '}');
  } else yield wholeText(value, indent);
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

/** Members printed at once, at most: one call costs as much as a member or two. */
const BATCH = 100;
/** Characters of members that are long: a batch of such would take more memory than its calls take time. */
const LONG = 1 << 20;

/** A list whose members are printed whole, many at a time. */
function* wholeMembers(list: Iterable<unknown>, indent: string): Iterable<string> {
  let before = '[';
  let batch: unknown[] = [];
  let size = 1;
  for (const member of list) {
    batch.push(member);
    if (batch.length < size) continue;
    const text = membersText(batch, indent);
    yield before;
    yield text;
    before = ',';
    batch = [];
    size = text.length > LONG ? 1 : Math.min(size * 2, BATCH);
  }
  if (batch.length > 0) yield before + membersText(batch, indent);
  yield before === '[' && batch.length === 0 ? '[]' : `\n${indent}]`;
}

/** The members as they stand in a list of that indent: each begins on a line of its own. */
function membersText(batch: readonly unknown[], indent: string): string {
  return wholeText(batch, indent).slice('['.length, -`\n${indent}]`.length);
}

/** A value as `JSON.stringify` prints it at that indent: within as many lists as there are levels above, which are cut off again. */
function wholeText(value: unknown, indent: string): string {
  let wrapped = value;
  let around = 0;
  for (let depth = 0; depth < indent.length; depth += 2) {
    wrapped = [wrapped];
    around += depth + '[\n'.length;
  }
  const text = JSON.stringify(wrapped, null, 2);
  return visible(text.slice(around + indent.length, text.length - around));
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
