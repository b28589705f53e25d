import { countPower } from '../scheme/count-unit.ts';
import { type HeaderDictionary, type HeaderMeaning, headerKey } from '../scheme/dictionary.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { contradictsUnit } from '../scheme/units.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { NUMERALS, withoutNumbering } from '../text/numbering.ts';
import { grouped } from './grouped.ts';
import { periodNamed } from './measure.ts';

/** What a header says: the fields it may name (best first), its unit, and of which span its figures are. */
export interface HeaderReading {
  readonly meanings: readonly HeaderMeaning[];
  readonly unit: string | null;
  readonly yearToDate: boolean;
  /** Figures of another period (上年同期, 同比): kept as text. */
  readonly otherPeriod: boolean;
}

interface Marks {
  readonly yearToDate: ReadonlySet<string>;
  readonly current: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
  /** Marks of the first two kinds by their first and by their last character, longest first. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly behind: ReadonlyMap<string, readonly string[]>;
}

const marksOf = perScheme((scheme): Marks => {
  const { yearToDate, currentPeriod, otherPeriods } = wordSets(scheme);
  const words = [...yearToDate, ...currentPeriod].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    yearToDate,
    current: currentPeriod,
    other: otherPeriods,
    before: grouped(words, (word) => word.charAt(0)),
    behind: grouped(words, (word) => word.charAt(word.length - 1)),
  };
});

/** `1—6月`: from January on. */
const FROM_JANUARY = String.raw`(?:(?:\d{4}年)?0?1月?(?:[\-‐‑‒–—―~〜至到]|--|——)(?:1[0-2]|0?[1-9])月份?)`;
const MONTHS_BEFORE = new RegExp(`^${FROM_JANUARY}(?=.)`, 'u');
const MONTHS_BEHIND = new RegExp(String.raw`(?:[([]${FROM_JANUARY}[)\]]|${FROM_JANUARY})$`, 'u');
const MONTHS = new RegExp(`^${FROM_JANUARY}$`, 'u');
const BRACKETED = /^(.+)[([]([^()[\]]+)[)\]]$/u;
const BRACKETS_BEFORE = /^[([]([^()[\]]+)[)\]](.+)$/u;
/** What `MONTHS_BEHIND` ends with outside of brackets. */
const MONTH_ENDS = ['月', '份'];
/** `③`, `㈢` before a name, which folding would make digits of it. */
const CIRCLED = /^\s*[\u2460-\u249b\u3220-\u3229\u3280-\u3289]\s*/u;
/** `6月底`, `2024年6月30日` behind a word such as 截至. */
const UNTIL = /^(?:\d{4}年)?\d{1,2}月(?:底|末|份|\d{1,2}[日号])?[,、]?/u;

/**
 * Reads the levels of one header, top first. The lowest level names the field, alone or together with those above
 * it (`其中` / `高校毕业生人数`); a level may instead mark the span (`累计`, `本期`). Levels above that are neither
 * are groups and change nothing; under `上年同期` nothing is compiled.
 */
export function readHeader(levels: readonly string[], dictionary: HeaderDictionary, scheme: Scheme): HeaderReading {
  const key = levels.join('\n');
  if (key.length > LONGEST) return read(levels, dictionary, scheme);
  const known = readings.get(dictionary) ?? new Map<string, HeaderReading>();
  const before = known.get(key);
  if (before) return before;
  const reading = read(levels, dictionary, scheme);
  if (known.size >= MOST_READINGS) known.clear();
  readings.set(dictionary, known.set(key, reading));
  return reading;
}

/**
 * The latest headers with their readings: the files of a quarter show the same ones over and over, and those of one table are
 * asked for several times. The widest sheet has 16,384 of them.
 */
const readings = new WeakMap<HeaderDictionary, Map<string, HeaderReading>>();
const MOST_READINGS = 20_000;
/** Longer texts are prose, which comes once. */
const LONGEST = 200;

function read(levels: readonly string[], dictionary: HeaderDictionary, scheme: Scheme): HeaderReading {
  const marks = marksOf(scheme);
  let yearToDate = false;
  let otherPeriod = false;
  let unit: string | null = null;
  const names = levels.filter((level) => {
    const { key, unit: given } = headerKey(level, scheme);
    if (marks.other.has(key)) otherPeriod = true;
    else if (isYearMark(key, marks)) yearToDate = true;
    // Which period is meant shows beside that of the file.
    else if (!marks.current.has(key) && periodNamed(key, scheme) === null) return true;
    unit = given ?? unit;
    return false;
  });
  // A name may be a mark in other tables: 备注 and 数据 stand for themselves when nothing else is said.
  const said = withoutTotal(names.length > 0 ? names : levels.slice(-1), scheme);
  if (otherPeriod && names.length > 0) return { meanings: [], unit, yearToDate: false, otherPeriod };
  for (let from = 0; from < said.length; from++) {
    const found = lookUp(said.slice(from).join(''), dictionary, scheme);
    if (found) {
      const whole = { ...found, unit: found.unit ?? unit, yearToDate: yearToDate || found.yearToDate };
      return { ...withinUnit(whole, scheme), otherPeriod: false };
    }
  }
  const below = unitBelow(said, scheme);
  if (below !== null) {
    const reading = read(levels.slice(0, -1), dictionary, scheme);
    const whole = { ...reading, unit: reading.unit ?? below, yearToDate: yearToDate || reading.yearToDate };
    return { ...withinUnit(whole, scheme), otherPeriod: whole.otherPeriod };
  }
  return { meanings: [], unit: headerKey(said.at(-1) ?? '', scheme).unit, yearToDate: false, otherPeriod };
}

/** Without the fields that the unit contradicts: 投入（件） is no amount. */
function withinUnit(found: Found, scheme: Scheme): Found {
  const { unit, meanings } = found;
  if (unit === null) return found;
  return { ...found, meanings: meanings.filter(({ id }) => !contradictsUnit(unit, id, scheme)) };
}

/** 合计 below a name is that name's own column, beside those of its parts. */
function withoutTotal(names: readonly string[], scheme: Scheme): readonly string[] {
  const last = headerKey(names.at(-1) ?? '', scheme).key;
  return names.length > 1 && wordSets(scheme).totals.has(last) ? names.slice(0, -1) : names;
}

/** The unit that stands alone in the lowest level, below a name. */
function unitBelow(names: readonly string[], scheme: Scheme): string | null {
  const { moneyUnits, countUnits } = wordSets(scheme);
  const last = names.at(-1) ?? '';
  const key = matchKey(last).replace(/^[([]|[)\]]$/gu, '');
  return names.length > 1 && (moneyUnits.has(key) || countPower(key, countUnits) !== null) ? key : null;
}

type Found = Omit<HeaderReading, 'otherPeriod'>;

/** What may stand before and behind the name in a header of one level, beside marks that are no Han characters or digits. */
export function aroundNames(scheme: Scheme): {
  readonly before: readonly string[];
  readonly behind: readonly string[];
} {
  const { moneyUnits, countUnits, ofWhich } = wordSets(scheme);
  const { yearToDate, current } = marksOf(scheme);
  const marks = [...yearToDate, ...current];
  return {
    before: [...marks, ...ofWhich, ...NUMERALS],
    behind: [...marks, ...MONTH_ENDS, ...moneyUnits.keys(), ...countUnits],
  };
}

/** A name as it stands, else without its numbering, else without a mark before or behind it. */
function lookUp(text: string, dictionary: HeaderDictionary, scheme: Scheme): Found | null {
  const { key, unit } = headerKey(text.replace(CIRCLED, ''), scheme);
  // Behind a number 其中： is what it is at the front.
  const unnumbered = withoutNumbering(key);
  const bare = unnumbered === key ? key : headerKey(unnumbered, scheme).key;
  const meanings = dictionary.get(key) ?? dictionary.get(bare);
  if (meanings) return { meanings, unit, yearToDate: false };
  const marks = marksOf(scheme);
  for (const { rest, yearToDate } of unmarked(bare, marks)) {
    const inner = headerKey(rest, scheme);
    const named = dictionary.get(inner.key);
    if (named) return { meanings: named, unit: unit ?? inner.unit, yearToDate };
    if (!yearToDate) continue;
    // 1—6月累计…: the span is told twice.
    for (const again of unmarked(inner.key, marks)) {
      const twice = again.yearToDate ? dictionary.get(again.rest) : undefined;
      if (twice) return { meanings: twice, unit: unit ?? inner.unit, yearToDate };
    }
  }
  return partOf(bare, unit, dictionary, scheme);
}

/** `其中：实现就业人数`: a part of what stands before it, and by its name a field of its own. */
function partOf(key: string, unit: string | null, dictionary: HeaderDictionary, scheme: Scheme): Found | null {
  for (const word of wordSets(scheme).ofWhich) {
    if (!key.startsWith(word)) continue;
    const inner = headerKey(key.slice(word.length).replace(/^:/, ''), scheme);
    const meanings = dictionary.get(inner.key);
    if (meanings) return { meanings, unit: unit ?? inner.unit, yearToDate: false };
  }
  return null;
}

/** `累计`, `1—6月`, `2024年1—6月累计`, `截至6月底`: the whole text says that its figures count from January on. */
function isYearMark(text: string, marks: Marks): boolean {
  if (marks.yearToDate.has(text) || MONTHS.test(text)) return true;
  const behind = MONTHS_BEFORE.test(text) ? text.replace(MONTHS_BEFORE, '') : null;
  if (behind !== null && marks.yearToDate.has(behind)) return true;
  return (marks.before.get(text.charAt(0)) ?? []).some((word) => {
    const rest = text.startsWith(word) && marks.yearToDate.has(word) ? text.slice(word.length) : '';
    const left = UNTIL.test(rest) ? rest.replace(UNTIL, '') : null;
    return left === '' || (left !== null && marks.yearToDate.has(left));
  });
}

/** What is left of a key without a mark: in brackets behind it, before it, behind it. */
function* unmarked(key: string, marks: Marks): Generator<{ readonly rest: string; readonly yearToDate: boolean }> {
  for (const pattern of [MONTHS_BEFORE, MONTHS_BEHIND]) {
    if (pattern.test(key)) yield { rest: key.replace(pattern, ''), yearToDate: true };
  }
  const [, name = '', mark = ''] = BRACKETED.exec(key) ?? [];
  if (isYearMark(mark, marks) || marks.current.has(mark)) yield { rest: name, yearToDate: isYearMark(mark, marks) };
  const [, first = '', behind = ''] = BRACKETS_BEFORE.exec(key) ?? [];
  if (isYearMark(first, marks) || marks.current.has(first))
    yield { rest: behind, yearToDate: isYearMark(first, marks) };
  for (const word of marks.before.get(key.charAt(0)) ?? []) {
    if (!key.startsWith(word)) continue;
    const rest = key.slice(word.length).replace(/^[:、]/, '');
    const yearToDate = marks.yearToDate.has(word);
    yield { rest, yearToDate };
    if (yearToDate && UNTIL.test(rest)) yield { rest: rest.replace(UNTIL, ''), yearToDate };
  }
  for (const word of marks.behind.get(key.charAt(key.length - 1)) ?? []) {
    if (key.endsWith(word)) yield { rest: key.slice(0, -word.length), yearToDate: marks.yearToDate.has(word) };
  }
}
