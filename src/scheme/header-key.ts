import { matchKey } from '../text/match-key.ts';
import { countPower, PLACE_WORDS } from './count-unit.ts';
import { perScheme } from './per-scheme.ts';
import type { Scheme } from './scheme.ts';
import { wordSets } from './words.ts';

/** A header as it is looked up, and the unit that stood behind it. */
export interface HeaderKey {
  readonly key: string;
  /** The unit as written, without brackets; null when the header gives none. */
  readonly unit: string | null;
}

interface HeaderWords {
  readonly moneyUnits: ReadonlySet<string>;
  readonly countUnits: ReadonlySet<string>;
  readonly unitLabels: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
  /** What says behind a colon how to fill in: `格式：…`, `示例：…`. */
  readonly hints: ReadonlySet<string>;
  /** What tells in a hint which figures are meant: behind digits a unit of money, and words for figures from January on. */
  readonly amounts: readonly string[];
  readonly spans: readonly string[];
  readonly ofWhich: readonly string[];
}

const headerWords = perScheme((scheme): HeaderWords => {
  const words = wordSets(scheme);
  return {
    moneyUnits: new Set(words.moneyUnits.keys()),
    countUnits: words.countUnits,
    unitLabels: words.coverLabels.unit,
    marks: new Set([...words.headerMarks, ...words.currency]),
    hints: new Set([...words.headerMarks, ...words.samples]),
    amounts: [...words.moneyUnits.keys()],
    spans: [...words.yearToDate],
    ofWhich: [...words.ofWhich],
  };
});

const BRACKETED = /^(.+)[([{【〔]([^()[\]{}【】〔〕]+)[)\]}】〕]$/u;
const AFTER_MARK = /^(.+)[/、,]([^/、,]+)$/u;
const PARTS = /[,、;]/u;
/** Required marks, and arrows by which a page sorts or filters. */
const STARS = /^[*★※▲△▼▽↑↓⇅↕]+|[*★※▲△▼▽↑↓⇅↕]+$/gu;

/**
 * The key of a header text: its match key without required marks (`*`, `（必填）`) and without a known unit at
 * its end (`（万元）`, `（单位：万元）`, `/万元`). Other brackets belong to the name: `（意向）`, `（市、区）`.
 *
 * A text that ends in a colon keeps it, so that a label of a cover cell is never found as a header.
 */
export function headerKey(text: string, scheme: Scheme): HeaderKey {
  const words = headerWords(scheme);
  let key = withoutStars(matchKey(text));
  let unit: string | null = null;
  for (let tail = tailOf(key); tail; tail = tailOf(key)) {
    const read = readTail(tail, words);
    if (read === null) break;
    unit ??= read.unit;
    key = withoutStars(read.rest);
  }
  return { key: withoutOfWhichMark(key, words.ofWhich), unit };
}

interface Tail {
  readonly before: string;
  readonly text: string;
  readonly bracketed: boolean;
}

function tailOf(key: string): Tail | null {
  const bracketed = BRACKETED.exec(key);
  const match = bracketed ?? AFTER_MARK.exec(key);
  if (!match?.[1] || !match[2]) return null;
  return { before: match[1], text: match[2], bracketed: bracketed !== null };
}

/**
 * What is left of a key without its tail, and the unit in it; null when the tail belongs to the name. Of several
 * things in one pair of brackets the unit and marks go, a remark stays: `（含物资折价，万元）`.
 */
function readTail(tail: Tail, words: HeaderWords): { readonly rest: string; readonly unit: string | null } | null {
  const unit = unitIn(tail.text, words);
  if (unit !== null) return { rest: tail.before, unit };
  if (!tail.bracketed) return null;
  if (isMark(tail.text, words)) return { rest: tail.before, unit: null };
  const parts = tail.text.split(PARTS);
  const units = parts.flatMap((part) => unitIn(part, words) ?? []);
  const kept = parts.filter((part) => unitIn(part, words) === null && !isMark(part, words));
  if (parts.length < 2 || kept.length === parts.length || units.length > 1) return null;
  const remark = kept.length === 0 ? '' : `(${kept.join(',')})`;
  return { rest: tail.before + remark, unit: units[0] ?? null };
}

/** A word of how to fill in, with or without what it says behind a colon: `格式:2024-03-05`; figures there are not passed over. */
function isMark(text: string, words: HeaderWords): boolean {
  if (words.marks.has(text)) return true;
  const colon = text.indexOf(':');
  return colon > 0 && words.hints.has(text.slice(0, colon)) && !saysFigures(text.slice(colon + 1), words);
}

const AMOUNT = /^[\d.]+/u;

/** `元`, `30人次`, `约1200元`, `数字,单位:元`, `本年累计`. */
function saysFigures(hint: string, words: HeaderWords): boolean {
  if (words.spans.some((word) => hint.includes(word))) return true;
  for (const [, behind = ''] of hint.matchAll(/\d(?=(\D+))/gu)) {
    // 3千多元; not the name of what has numbers in it: 2023年万人招聘会.
    const near = behind.slice(0, 3);
    if (words.amounts.some((word) => near.includes(word)) || PLACE_WORDS.some((word) => near.startsWith(word)))
      return true;
  }
  return hint.split(PARTS).some((part) => unitIn(part.replace(AMOUNT, ''), words) !== null);
}

/** The unit that a tail consists of, wholly; also behind a label: `单位:万元`, `单位 万元`. */
function unitIn(tail: string, words: HeaderWords): string | null {
  if (isUnit(tail, words)) return tail;
  for (const label of words.unitLabels) {
    const unit = tail.startsWith(label) ? tail.slice(label.length).replace(/^:/, '') : '';
    if (isUnit(unit, words)) return unit;
  }
  return null;
}

function isUnit(key: string, { moneyUnits, countUnits }: HeaderWords): boolean {
  return moneyUnits.has(key) || countPower(key, countUnits) !== null;
}

function withoutStars(key: string): string {
  return key.replace(STARS, '');
}

/** `其中:X`, `其中,X` and `其中X` are one header. */
function withoutOfWhichMark(key: string, ofWhich: readonly string[]): string {
  for (const word of ofWhich) {
    if (!key.startsWith(word)) continue;
    const rest = key.slice(word.length).replace(/^[:,、;]+/u, '');
    if (rest !== '') return word + rest;
  }
  return key;
}
