import { findTask } from '../scheme/dictionary.ts';
import { perScheme, rememberTexts } from '../scheme/per-scheme.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { totalKey } from '../scheme/total-key.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { withoutNumbering } from '../text/numbering.ts';
import { type Ends, finalsOf, type Initials, initialsOf, mayBegin, mayEnd } from './initials.ts';
import { labelKind, labelledParts } from './labels.ts';

/** What the text of one of a row's first cells says the row is; null when it says nothing. */
export type RowMark = 'total' | 'ofWhich' | 'sample' | 'note' | 'signOff' | 'end';

/** Longer texts are notes by their length alone or not at all: no mark is sought within them. */
const LONGEST = 200;
const BOUNDARY = /[:.、,;()[\]【】\d]/u;
/** A word and the same once more in Latin letters. */
const BILINGUAL = /^(\p{Script=Han}+)[a-z]{3,}$/iu;
/** What may stand behind the word that a key ends with. */
const CLOSING: ReadonlySet<string> = new Set([':', ')', ']']);
const OPENING = /^[([【]+/u;

interface RowWords {
  readonly initials: Initials;
  readonly finals: Initials;
  readonly totals: readonly string[];
  /** Words that longer ones are made with. */
  readonly endings: readonly string[];
  readonly groupings: ReadonlySet<string>;
}

const rowWords = perScheme((scheme): RowWords => {
  const { totals, ofWhich, samples, notes, signOffs, endMarks, coverLabels } = wordSets(scheme);
  const groupings = new Set(scheme.regions.flatMap(({ grouping }) => (grouping === null ? [] : [matchKey(grouping)])));
  const labels = [coverLabels.bureau, coverLabels.period, coverLabels.unit, coverLabels.date, coverLabels.form];
  return {
    initials: initialsOf(
      [totals, ofWhich, samples, notes, signOffs, endMarks, groupings, ...labels].flatMap((set) => [...set]),
    ),
    finals: finalsOf(totals),
    totals: [...totals].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    endings: [...totals].filter((word) => [...totals].some((longer) => longer !== word && longer.endsWith(word))),
    groupings,
  };
});

/** How the texts that bear a mark begin, or else end. */
export function markEnds(scheme: Scheme): Ends {
  return rowWords(scheme);
}

/** Whether a text may bear a mark at all; never no to one that does. */
export function mayBeMarked(text: string, scheme: Scheme): boolean {
  if (text.length > 2 * LONGEST) return false;
  const { initials, finals } = rowWords(scheme);
  return mayBegin(text, initials) || mayEnd(text, finals);
}

/**
 * The mark of a text. A word marks a row only as the whole text or before a boundary: `注：…`,
 * `例1`, `合 计`, `广州市小计`; 说明会 is no note and 例会 no sample.
 */
export const rowMark = rememberTexts((text, scheme): RowMark | null => {
  const key = matchKey(text);
  if (key === '' || key.length > LONGEST) return null;
  const words = wordSets(scheme);
  if (isTotal(key, scheme)) return 'total';
  const colon = key.indexOf(':');
  if (colon > 0 && words.ofWhich.has(key.slice(0, colon))) return 'ofWhich';
  if (words.ofWhich.has(key)) return 'ofWhich';
  if (words.endMarks.has(key.replace(/^[([]|[)\]]$/gu, ''))) return 'end';
  const plain = key.replace(OPENING, '');
  if (begins(plain, words.samples)) return 'sample';
  if (isSignOff(text, scheme)) return 'signOff';
  if (begins(plain, words.notes)) return 'note';
  return null;
});

/** `合计`, `合计：`, `合计（万元）`, `合计：6项`, or a region or group of regions with such a word: `广州市小计`. */
export function isTotal(key: string, scheme: Scheme): boolean {
  const { totals } = wordSets(scheme);
  const { totals: words, finals, groupings } = rowWords(scheme);
  const plain = totalKey(key, scheme).replace(BILINGUAL, '$1');
  if (totals.has(plain) || groupings.has(plain)) return true;
  if (plain.length > 30 || !finals.has(plain.charCodeAt(plain.length - 1))) return false;
  const word = words.find((one) => plain.endsWith(one) && plain.length > one.length);
  if (word === undefined) return false;
  const before = plain.slice(0, -word.length);
  return groupings.has(before) || isRegion(before, scheme);
}

/** The sums of thousands of rows are of few regions. */
const isRegion = rememberTexts((text, scheme) => findRegion(regionIndex(scheme), text, null).kind !== 'none');

/** Whether a text is the name of a group of regions, and no word for a sum. */
export function isGroup(key: string, scheme: Scheme): boolean {
  return rowWords(scheme).groupings.has(key) || wordSets(scheme).groupings.has(key);
}

/** Whether a text ends as the name of a total does, whatever it is that is added up: 中心城区小计, 三、助力就业小计（2项）. */
export function endsAsTotal(key: string, scheme: Scheme): boolean {
  const { endings, finals } = rowWords(scheme);
  const last = key.charAt(key.length - 1);
  if (!CLOSING.has(last) && !finals.has(key.charCodeAt(key.length - 1))) return false;
  const plain = totalKey(key, scheme);
  return endings.some((word) => {
    if (!plain.endsWith(word)) return false;
    return plain.length <= LONGEST_NAME || findTask(scheme, withoutNumbering(plain.slice(0, -word.length))) !== null;
  });
}

/** Longer texts are prose, unless a task is called so. */
const LONGEST_NAME = 20;

function begins(key: string, words: ReadonlySet<string>): boolean {
  if (words.has(key)) return true;
  const end = key.search(BOUNDARY);
  return end > 0 && words.has(key.slice(0, end));
}

function isSignOff(text: string, scheme: Scheme): boolean {
  const [first] = labelledParts(text, scheme);
  return first?.kind === 'signOff' || labelKind(text, scheme) === 'signOff';
}
