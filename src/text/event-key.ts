import { matchKey } from './match-key.ts';

/** The key by which ledger rows tell one event: what it was called, its first day (ISO) and where it took place. */
export function eventKey(title: string, start: string, venue: string): string {
  return [matchKey(title), start, matchKey(venue)].join('\n');
}

const START = 0x811c9dc5;

/**
 * A number below 2^30 that texts with one match key share: to find those that may have one without making it.
 *
 * It looks at letters, digits and Chinese characters only; a text with other characters than these and common
 * punctuation goes by its match key.
 */
export function looseHash(text: string, seed: number = START): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    const unit = plainUnit(text.charCodeAt(at));
    if (unit === STRANGE) return keyHash(matchKey(text), seed);
    if (unit !== SKIPPED) hash = mixed(hash, unit);
  }
  return folded(hash);
}

function keyHash(key: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    const unit = plainUnit(code);
    if (unit !== SKIPPED) hash = mixed(hash, unit === STRANGE ? code : unit);
  }
  return folded(hash);
}

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function folded(hash: number): number {
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

const SKIPPED = 0;
const STRANGE = -1;

/** The unit as a match key has it, for characters of which that is known without looking them up. */
function plainUnit(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return asciiUnit(unit - 0xfee0);
  if (unit >= 0x20 && unit < 0x7f) return asciiUnit(unit);
  return isPunctuation(unit) ? SKIPPED : STRANGE;
}

function asciiUnit(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x20;
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) ? unit : SKIPPED;
}

/** Ideographic space, comma, full stop and brackets, dashes, quotation marks, the ellipsis. */
function isPunctuation(unit: number): boolean {
  if (unit >= 0x3000) return unit <= 0x3002 || (unit >= 0x3008 && unit <= 0x3011) || (unit >= 0x3014 && unit <= 0x301b);
  return (unit >= 0x2010 && unit <= 0x2014) || (unit >= 0x2018 && unit <= 0x201f) || unit === 0x2026;
}
