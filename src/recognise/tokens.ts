import type { Scheme } from '../scheme/scheme.ts';
import { compatible } from '../text/compatible.ts';
import { versionMarkAt } from '../text/version-mark.ts';
import { type PeriodPhrase, phraseAt } from './period-text.ts';
import { type Vocabulary, vocabulary, type WordKind } from './vocabulary.ts';

/** A piece of a name: a known word, a spelling of time, digits, what separates, or something unknown. */
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly kinds: ReadonlySet<WordKind> }
  | { readonly kind: 'period'; readonly text: string; readonly phrase: PeriodPhrase }
  | { readonly kind: 'number' | 'separator' | 'unknown'; readonly text: string };

const IGNORED = /\p{Default_Ignorable_Code_Point}|["'“”‘’「」『』〝〞]/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/uy;
const DIGITS = /\p{Nd}+/uy;
const LATIN = /[A-Z]+/uy;
/** Characters set apart to fill a line: 惠 州 市. */
const SPACED = /(?<!\S)\p{Script=Han}(?:\s+\p{Script=Han}(?!\S))+/gu;
/** What is longer is prose, not a name. */
const LONGEST = 300;

/**
 * Cuts a name into tokens from left to right, the longest known word first, so that 惠城区 is one word and never
 * holds 城区, and 新兴产业 is not 新兴. Runs of unknown characters are one token: what stands beside them is not
 * between boundaries.
 */
export function tokenise(text: string, scheme: Scheme): readonly Token[] {
  const folded = compatible(text).replace(IGNORED, '').replace(SPACED, closed).toUpperCase().slice(0, LONGEST);
  const known = vocabulary(scheme);
  const tokens: Token[] = [];
  let unknownFrom = -1;
  let at = 0;
  while (at < folded.length) {
    const token = tokenAt(folded, at, known);
    if (token === null) {
      if (unknownFrom < 0) unknownFrom = at;
      at += String.fromCodePoint(folded.codePointAt(at) ?? 0).length;
      continue;
    }
    if (unknownFrom >= 0) tokens.push({ kind: 'unknown', text: folded.slice(unknownFrom, at) });
    unknownFrom = -1;
    tokens.push(token);
    at += token.text.length;
  }
  if (unknownFrom >= 0) tokens.push({ kind: 'unknown', text: folded.slice(unknownFrom) });
  return tokens;
}

function tokenAt(text: string, at: number, known: Vocabulary): Token | null {
  const code = text.charCodeAt(at);
  // A Han character is no separator, digit or Latin letter.
  if (code >= 0x4e00 && code <= 0x9fff) {
    return versionAt(text, at) ?? periodAt(text, at) ?? wordAt(text, at, known);
  }
  return (
    matched('separator', SEPARATORS, text, at) ??
    regionCodeAt(text, at, known) ??
    versionAt(text, at) ??
    periodAt(text, at) ??
    wordAt(text, at, known) ??
    matched('number', DIGITS, text, at) ??
    matched('unknown', LATIN, text, at)
  );
}

/** A version mark parts what stands beside it. */
function versionAt(text: string, at: number): Token | null {
  const mark = versionMarkAt(text, at);
  return mark && { kind: 'separator', text: mark.text };
}

function periodAt(text: string, at: number): Token | null {
  const found = phraseAt(text, at);
  return found && { kind: 'period', text: text.slice(at, found.end), phrase: found.phrase };
}

/** A region's code, before its digits are taken for a year and a month. */
function regionCodeAt(text: string, at: number, known: Vocabulary): Token | null {
  if (!/\d/.test(text.charAt(at))) return null;
  const word = wordAt(text, at, known);
  return word?.kind === 'word' && word.kinds.has('region') ? word : null;
}

function wordAt(text: string, at: number, { words, lengths }: Vocabulary): Token | null {
  for (const length of lengths.get(text.charAt(at)) ?? []) {
    const word = text.slice(at, at + length);
    const kinds = words.get(word);
    if (kinds && stands(text, at, at + length)) return { kind: 'word', text: word, kinds };
  }
  return null;
}

/**
 * Whether a word may stand there: not within a run of Latin letters or digits (V2 is not in V25), and a single
 * character only beside an edge or separator, because within a name it is a part of another word.
 */
function stands(text: string, at: number, end: number): boolean {
  const before = text.charAt(at - 1);
  const next = text.charAt(end);
  if (end - at === 1 && isLetter(before) && isLetter(next)) return false;
  return !sameRun(before, text.charAt(at)) && !sameRun(text.charAt(end - 1), next);
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

function sameRun(a: string, b: string): boolean {
  return (/[A-Z]/.test(a) && /[A-Z]/.test(b)) || (/\d/.test(a) && /\d/.test(b));
}

function matched(kind: 'separator' | 'number' | 'unknown', pattern: RegExp, text: string, at: number): Token | null {
  const run = runAt(pattern, text, at);
  return run === '' ? null : { kind, text: run };
}

function runAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function closed(spaced: string): string {
  return spaced.replace(/\s+/gu, '');
}
