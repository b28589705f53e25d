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

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});?/g;

/** Of a long text so much is replaced at a time: what a replacement remembers of each reference takes much memory. */
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

function unescapePiece(text: string): string {
  return text.replace(REFERENCE, characterOf);
}

/** A page repeats few references, each of them thousands of times. */
const characterOf = remember((reference: string) => {
  const [, hexadecimal = '', number = '', name = ''] = /^&(?:#([xX]?)(\w+)|(\w+));?$/.exec(reference) ?? [];
  if (name !== '') return NAMED.get(name) ?? reference;
  const code = Number.parseInt(number, hexadecimal === '' ? 10 : 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : reference;
});
