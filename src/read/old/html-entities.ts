import { remember } from '../../text/remember.ts';

/** Names of characters that pages made from tables use; others stand as written. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u{a0}'],
  ['ensp', '\u{2002}'],
  ['emsp', '\u{2003}'],
  ['thinsp', '\u{2009}'],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['middot', '·'],
  ['bull', '•'],
  ['times', '×'],
  ['divide', '÷'],
  ['plusmn', '±'],
  ['permil', '‰'],
  ['deg', '°'],
  ['yen', '¥'],
  ['sect', '§'],
  ['copy', '©'],
  ['reg', '®'],
  ['le', '≤'],
  ['ge', '≥'],
  ['ne', '≠'],
]);

/** Of a long text so much is replaced at a time. */
const PIECE = 65_536;
/** Characters of the longest reference, and a few more. */
const LONGEST = 16;

/** Text with its character references replaced; those that mean nothing stay as they are. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from, text.length);
    pieces.push(unescapePiece(text.slice(from, to)));
    from = to;
  }
  return pieces.join('');
}

/** Where a piece of a text ends that can be taken by itself: not within a reference. */
export function pieceEnd(text: string, from: number, end: number): number {
  const far = from + PIECE;
  if (far >= end) return end;
  const last = text.lastIndexOf('&', far - 1);
  return last > far - LONGEST ? last : far;
}

const AMPERSAND = 0x26;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const LOWER = 0x20;
const LOWER_X = 0x78;
const NONE = -1;

let units = new Uint16Array(1024);

/** In one pass and in place: a page may hold ten million references, none of which is shorter than what it stands for. */
function unescapePiece(text: string): string {
  const { length } = text;
  // What is read behind the end belongs to no reference.
  if (units.length < length + LONGEST) units = new Uint16Array(2 * length + LONGEST);
  const bytes = Buffer.from(units.buffer);
  bytes.write(text, 'utf16le');
  units.fill(0, length, length + LONGEST);
  let to = 0;
  for (let at = 0; at < length; ) {
    const unit = units[at] ?? 0;
    const end = unit === AMPERSAND ? referenceEnd(at + 1) : NONE;
    if (end === NONE) {
      units[to++] = unit;
      at++;
      continue;
    }
    const character = characterAt(at, end);
    for (let place = 0; place < character.length; place++) units[to++] = character.charCodeAt(place);
    at = end;
  }
  return bytes.toString('utf16le', 0, 2 * to);
}

/** What a character of ASCII may be part of. */
const DECIMAL = 1;
const HEXADECIMAL = 2;
const LETTER = 4;
const PART_OF = Uint8Array.from({ length: 128 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  return (
    (/\d/.test(sign) ? DECIMAL : 0) | (/[\da-f]/i.test(sign) ? HEXADECIMAL : 0) | (/[a-z]/i.test(sign) ? LETTER : 0)
  );
});

/** Where the reference ends of which the sign stands before `from`: `&nbsp;`, `&#160`, `&#xA0;`. */
function referenceEnd(from: number): number {
  if (units[from] !== HASH) return runEnd(from, LETTER, 2, 8);
  if (((units[from + 1] ?? 0) | LOWER) === LOWER_X) return runEnd(from + 2, HEXADECIMAL, 1, 6);
  return runEnd(from + 1, DECIMAL, 1, 7);
}

function runEnd(from: number, part: number, fewest: number, most: number): number {
  let end = from;
  while (end < from + most && ((PART_OF[units[end] ?? 0] ?? 0) & part) !== 0) end++;
  if (end < from + fewest) return NONE;
  return units[end] === SEMICOLON ? end + 1 : end;
}

/** References that were seen lately, by a hash of theirs, and what they stand for; a power of two. */
const PLACES = 256;
const references = new Uint16Array(PLACES * LONGEST);
const characters: string[] = new Array(PLACES).fill('');

function characterAt(from: number, end: number): string {
  let hash = 0;
  for (let at = from + 1; at < end; at++) hash = (Math.imul(hash, 31) + (units[at] ?? 0)) | 0;
  const place = hash & (PLACES - 1);
  if (isKnown(place * LONGEST, from, end)) return characters[place] ?? '';
  const reference = units.subarray(from, end);
  references.fill(0, place * LONGEST, (place + 1) * LONGEST);
  references.set(reference, place * LONGEST);
  const character = characterOf(String.fromCharCode(...reference));
  characters[place] = character;
  return character;
}

/** Whether that is the reference kept from a place on, behind which there is nothing. */
function isKnown(kept: number, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (references[kept + at - from] !== units[at]) return false;
  return references[kept + end - from] === 0;
}

/** A page repeats few references, each of them thousands of times. */
const characterOf = remember((reference: string) => {
  const [, hexadecimal = '', number = '', name = ''] = /^&(?:#([xX]?)(\w+)|(\w+));?$/.exec(reference) ?? [];
  if (name !== '') return NAMED.get(name) ?? reference;
  const code = Number.parseInt(number, hexadecimal === '' ? 10 : 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : reference;
});
