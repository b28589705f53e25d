import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { hasNumber, maskNumbers, toPlain } from '../text/personal-numbers.ts';
import { remember } from '../text/remember.ts';

/** Takes personal data out of a text: what is left may be shown. */
export type Mask = (text: string) => string;

/** Longest label that is looked for, in characters without white space. */
const LONGEST_LABEL = 24;
const LANDLINE_DIGITS = 7;
const COLON = 0x3a;
const WIDE_COLON = 0xff1a;
const ASTERISK = 0x2a;
const LANDLINE = /(?<!\d)(?:[(]?0\d{2,3}[)]?[\s\-‐‑–—－]{0,2})?[2-8]\d{2,3}[\s-]?\d{4}(?!\d)/gu;
/** With an area code and a mark behind it, it is nothing but a telephone number, unless it ends with a day. */
const WITH_AREA =
  /^(?:[(]0\d{2,3}[)]|0\d{2,3}(?=[\s\-‐‑–—－]))[\s\-‐‑–—－]*(?!20\d\d-?[01]\d[0-3]\d)\d{3,4}[\s-]?\d{4}$/u;
/** The letters before a masked number, perhaps with the label of the number between. */
const BEFORE_NUMBER = /([\p{L}·]{2,12})[\s,，、:：(（]{0,2}(?:\p{L}{2,4}[\s:：]{0,2})?\d{3}\*{4}\d{2}/gu;
/** Of a name without a colon before it; the shortest that a label stands before. */
const NAME_LENGTHS: readonly number[] = [2, 3, 4];
const VALUE_END = /[,;。|)\r\n]/u;
const DIGITS = /[0-9０-９](?:[\s\-‐‑–—－.]*[0-9０-９])*/gu;
/** Letters that are not masked already. */
const NAME = /\p{L}[\p{L}\p{M}·]*(?!\*)/gu;

/**
 * The mask of a scheme: mobile and identity numbers anywhere, and what stands behind the label of a person or a
 * telephone (`words.signOffs` and the names of `personal` columns), which are names and landline numbers.
 */
export const personalMask = perScheme((scheme): Mask => {
  const labels = labelsOf(scheme);
  const moneyUnits = [...wordSets(scheme).moneyUnits.keys()];
  const isMoney = (behind: string) => moneyUnits.some((unit) => behind.trimStart().startsWith(unit));
  return (text) => {
    if (!mayHide(text)) return text;
    const numbers = maskNumbers(text, isMoney);
    const labelled = /[:：]/.test(numbers) ? maskLabelled(numbers, labels) : numbers;
    const landlines = hasNumber(labelled, LANDLINE_DIGITS) ? maskLandlines(labelled, labels) : labelled;
    return landlines.includes('****') ? maskNamesBefore(landlines, labels) : landlines;
  };
});

/** Whether a text has the digits of a telephone number, a colon, or a mask: most have none, and are looked at once. */
function mayHide(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON || code === WIDE_COLON || code === ASTERISK) return true;
    const isDigit = (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
    if (isDigit && ++digits === LANDLINE_DIGITS) return true;
  }
  return false;
}

interface Labels {
  /** By match key; true: personal data stand behind it. */
  readonly kinds: ReadonlyMap<string, boolean>;
  /** Last characters of them: most texts are refused by theirs. */
  readonly ends: ReadonlySet<string>;
}

function labelsOf(scheme: Scheme): Labels {
  const { signOffs, coverLabels } = wordSets(scheme);
  const personal = scheme.columns.filter(({ type }) => type === 'personal');
  const names = personal.flatMap(({ name, synonyms }) => [name, ...synonyms].map(matchKey));
  const other = Object.values(coverLabels).flatMap((keys) => [...keys]);
  const kinds = new Map([
    ...[...signOffs, ...names].map((key) => [key, true] as const),
    ...other.map((key) => [key, false] as const),
  ]);
  return { kinds, ends: new Set([')', ...[...kinds.keys()].map((key) => key.slice(-1))]) };
}

interface Found {
  /** Where the label begins. */
  readonly from: number;
  readonly personal: boolean;
}

/** Match keys of single characters. */
const keyOf = remember(matchKey);

/** The longest label that the text ends with before a place. */
function labelBefore(plain: string, end: number, { kinds, ends }: Labels): Found | null {
  const last = skipBack(plain, end, /\s/);
  if (last === 0 || !ends.has(keyOf(plain.charAt(last - 1)))) return null;
  let found: Found | null = null;
  let key = '';
  for (let at = last - 1; at >= 0 && at > last - 2 * LONGEST_LABEL && key.length < LONGEST_LABEL; at--) {
    const own = keyOf(plain.charAt(at));
    if (own === '') continue;
    if (own === ':') break;
    key = own + key;
    const personal = kinds.get(key) ?? (key.endsWith(')') ? kinds.get(key.replace(/[(][^()]*[)]$/u, '')) : undefined);
    if (personal !== undefined) found = { from: at, personal };
  }
  return found;
}

/** The place behind the last character before `end` that is none of those passed over. */
function skipBack(plain: string, end: number, passed: RegExp): number {
  let at = end;
  while (at > 0 && passed.test(plain.charAt(at - 1))) at--;
  return at;
}

function maskLabelled(text: string, labels: Labels): string {
  const plain = toPlain(text);
  const colons = [...plain.matchAll(/:/g)].map(({ index }) => ({ index, label: labelBefore(plain, index, labels) }));
  let masked = '';
  let done = 0;
  for (const [at, { index, label }] of colons.entries()) {
    if (!label?.personal || index < done) continue;
    const from = index + 1;
    const rest = plain.slice(from, valueEnd(plain, colons[at + 1]));
    const stop = rest.search(VALUE_END);
    const to = from + (stop < 0 ? rest.length : stop);
    masked += text.slice(done, from) + maskValue(text.slice(from, to));
    done = to;
  }
  return masked + text.slice(done);
}

/** A value ends where the next label begins, of whatever kind. */
function valueEnd(plain: string, next: { readonly index: number; readonly label: Found | null } | undefined): number {
  if (next === undefined) return plain.length;
  if (next.label !== null) return next.label.from;
  const word = skipBack(plain, next.index, /\S/);
  return word === 0 ? next.index : word - 1;
}

function maskValue(value: string): string {
  return value
    .replace(DIGITS, maskDigits)
    .replace(NAME, (name) => (name.length === 1 ? '*' : name.charAt(0) + '*'.repeat(Math.min(2, name.length - 1))));
}

function maskDigits(found: string): string {
  const digits = toPlain(found).replace(/\D/g, '');
  if (digits.length < 5) return found;
  const [head, tail] = digits.length >= 11 ? [3, 4] : [2, 2];
  return digits.length < LANDLINE_DIGITS ? '****' : `${digits.slice(0, head)}****${digits.slice(-tail)}`;
}

/** A label may stand before a landline number without a colon, and one number behind another; an area code needs none. */
function maskLandlines(text: string, labels: Labels): string {
  const plain = toPlain(text);
  let masked = '';
  let done = 0;
  let labelled = 0;
  for (const { 0: found, index } of plain.matchAll(LANDLINE)) {
    const follows = labelled > 0 && skipBack(plain, index, /[\s、,;/(]/) === labelled;
    const before = skipBack(plain, index, /[\s(]/);
    const isTold = follows || WITH_AREA.test(found) || labelBefore(plain, before, labels)?.personal === true;
    if (!isTold) continue;
    masked += text.slice(done, index) + maskDigits(found);
    done = index + found.length;
    labelled = done;
  }
  return masked + text.slice(done);
}

/** The name between a label and a telephone number (masked by now) needs no colon. */
function maskNamesBefore(text: string, labels: Labels): string {
  const plain = toPlain(text);
  let masked = '';
  let done = 0;
  for (const { 1: letters = '', index } of plain.matchAll(BEFORE_NUMBER)) {
    const to = index + letters.length;
    if (labelBefore(plain, to, labels)?.personal === true) continue;
    const from = NAME_LENGTHS.map((length) => to - length).find(
      (start) => start >= index && labelBefore(plain, start, labels)?.personal === true,
    );
    if (from === undefined) continue;
    masked += text.slice(done, from) + maskValue(text.slice(from, to));
    done = to;
  }
  return masked + text.slice(done);
}
