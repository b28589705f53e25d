import { detached } from './detached-text.ts';

/** A text is looked up by so many characters of its beginning, and of its end. */
const LOOKED_AT = 20;
/** Places for texts that were seen lately, at first and at most; powers of two. */
const FEWEST = 1024;
const MOST = 32_768;
const PRIME = 0x01000193;

/** Texts by number. A text that comes again soon gets the number that it has; memory is bounded, so that not every one does. */
export interface TextPool {
  readonly texts: readonly string[];
  readonly indexOf: (text: string) => number;
}

/** A new, empty pool. */
export function textPool(): TextPool {
  const texts: string[] = [];
  /** Numbers of texts, by a hash of theirs: one comparison finds most repeats, a miss costs a copy. */
  let places = new Uint32Array(FEWEST);
  /** Whether the text of a place has come again: then it gives way only to the second other one, lest those that come once displace all. */
  let again = new Uint8Array(FEWEST);

  function added(text: string): number {
    return texts.push(detached(text)) - 1;
  }

  function indexOf(text: string): number {
    const { length } = text;
    const isLong = length > 2 * LOOKED_AT;
    let key = length;
    for (let at = 0; at < length; at++) {
      if (isLong && at === LOOKED_AT) at = length - LOOKED_AT;
      key = Math.imul(key ^ text.charCodeAt(at), PRIME);
    }
    const place = (key ^ (key >>> 15)) & (places.length - 1);
    const known = places[place] ?? 0;
    if (texts[known] === text) {
      again[place] = 1;
      return known;
    }
    const index = added(text);
    if (again[place] === 0) places[place] = index;
    else again[place] = 0;
    // What the smaller one knew is soon known again.
    if (texts.length > places.length / 2 && places.length < MOST) {
      places = new Uint32Array(2 * places.length);
      again = new Uint8Array(places.length);
    }
    return index;
  }

  return { texts, indexOf };
}
