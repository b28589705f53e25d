import { WRITTEN } from '../model/grid.ts';
import type { TextPool } from '../model/text-pool.ts';
import { viewOf } from './plain-bytes.ts';
import { utf8Slice } from './utf8-text.ts';

/** Longer texts, in bytes, hardly repeat; 32 Chinese characters are as long. */
const WIDTH = 96;
/** Places for texts that were seen lately, at first and at most; powers of two. */
const FEWEST = 128;
const MOST = 65_536;
/** So hashes spread over all places, however little texts differ: short numbers, names with a number in them. */
const FACTOR = 0x9e3779b1;
const LAST_FACTOR = 0x85ebca6b;

/** Whether a text has come again: never, in which case its bytes are not kept; before; since another wanted its place. */
const NEVER = 0;
const BEFORE = 1;
const LATELY = 2;

/** A pool in which texts are found by their UTF-8, so that one is decoded only when it is not known. */
export interface BytePool extends TextPool {
  readonly indexOfBytes: (bytes: Buffer, from: number, to: number) => number;
}

/** A new, empty pool, which tells the characters of each text that is looked up; what gives way to what is told in `textPool`. */
export function bytePool(onText: (characters: number) => void = () => undefined): BytePool {
  const texts: string[] = [];
  const written = Buffer.alloc(3 * WIDTH);
  const seen = viewOf();
  let known = places(FEWEST);

  function added(text: string): number {
    onText(text.length);
    return texts.push(text) - 1;
  }

  function indexOfBytes(bytes: Buffer, from: number, to: number): number {
    const length = to - from;
    const written = length <= MOST_DIGITS ? wholeNumber(bytes, from, to) : NONE;
    if (written !== NONE) {
      onText(length);
      return WRITTEN + written;
    }
    if (length > WIDTH || length === 0) return added(utf8Slice(bytes, from, to));
    const view = seen(bytes);
    const hash = hashed(view, from, to);
    const place = hash & (known.count - 1);
    const isLikely = known.hashes[place] === hash && known.lengths[place] === length;
    // Texts that come once end here, before the bytes of another one are looked at: those lie far apart.
    if (isLikely && known.again[place] !== NEVER && isSame(view, from, length, known.view, place * WIDTH)) {
      known.again[place] = LATELY;
      onText(known.characters[place] ?? 0);
      return known.indexes[place] ?? 0;
    }
    const text = utf8Slice(bytes, from, to);
    const before = known.indexes[place] ?? 0;
    // Most texts of a hostile file come once: bytes are kept of those alone that come again.
    if (isLikely && known.again[place] === NEVER && texts[before] === text) {
      known.again[place] = LATELY;
      known.characters[place] = text.length;
      for (let at = 0; at < length; at++) known.bytes[place * WIDTH + at] = bytes[from + at] ?? 0;
      onText(text.length);
      return before;
    }
    const index = added(text);
    if (known.again[place] !== LATELY) {
      known.again[place] = NEVER;
      known.indexes[place] = index;
      known.hashes[place] = hash;
      known.lengths[place] = length;
    } else known.again[place] = BEFORE;
    // What the smaller one knew is soon known again.
    if (texts.length > known.count / 2 && known.count < MOST) known = places(2 * known.count);
    return index;
  }

  return {
    texts,
    indexOfBytes,
    indexOf: (text) => (text.length > WIDTH ? added(text) : indexOfBytes(written, 0, written.write(text))),
  };
}

/** Texts by a hash of theirs: number, the hash, bytes and characters, whether it has come again, and the bytes themselves. */
function places(count: number) {
  const bytes = new Uint8Array(count * WIDTH);
  return {
    count,
    indexes: new Uint32Array(count),
    hashes: new Int32Array(count),
    lengths: new Uint8Array(count),
    characters: new Uint8Array(count),
    again: new Uint8Array(count),
    bytes,
    view: new DataView(bytes.buffer),
  };
}

/** Of so many digits is every number that stands beside `WRITTEN`. */
const MOST_DIGITS = 9;
const NONE = -1;
const ZERO = 0x30;

/** A whole number that is written as it is printed. */
function wholeNumber(bytes: Buffer, from: number, to: number): number {
  if (bytes[from] === ZERO && to > from + 1) return NONE;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return NONE;
    number = 10 * number + digit;
  }
  return to === from ? NONE : number;
}

/** Four bytes at a time: each look costs as much as one for a single byte. */
function hashed(view: DataView, from: number, to: number): number {
  let key = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    key = Math.imul(key ^ view.getInt32(at), FACTOR);
    key ^= key >>> 15;
  }
  for (; at < to; at++) key = Math.imul(key ^ view.getUint8(at), FACTOR);
  key = Math.imul(key ^ (key >>> 16), LAST_FACTOR);
  return key ^ (key >>> 13);
}

function isSame(a: DataView, from: number, length: number, b: DataView, other: number): boolean {
  let at = 0;
  for (; at + 4 <= length; at += 4) if (a.getInt32(from + at) !== b.getInt32(other + at)) return false;
  for (; at < length; at++) if (a.getUint8(from + at) !== b.getUint8(other + at)) return false;
  return true;
}
