import { matchKey } from '../text/match-key.ts';
import { fold } from './fold.ts';

/** Yes, no and nil words as match keys. */
export interface BooleanWords {
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  readonly nilMarks: ReadonlySet<string>;
}

/** No cell that says yes or no is longer. */
const LONGEST = 60;
const BETWEEN = /[()[\]、,;/]/u;
/** Boxes of a form, ticked and open. */
const TICKED = '☑■√✓✔';
const BOX_FIRST = new RegExp(`^(?:[${TICKED}□☐][^${TICKED}□☐]+)+$`, 'u');
const BOX_LAST = new RegExp(`^(?:[^${TICKED}□☐]+[${TICKED}□☐])+$`, 'u');
const BOX = new RegExp(`[${TICKED}□☐]`, 'gu');

/**
 * Reads a yes/no text by the words of the scheme; a blank or a nil mark is no, null is neither.
 *
 * Several words must agree (`是（已采纳）`); of boxes (`☑是 □否`) the one that is ticked decides.
 */
export function parseBoolean(text: string, words: BooleanWords): boolean | null {
  if (text.length > LONGEST) return null;
  const key = matchKey(fold(text));
  return wordIn(key, words) ?? tickedIn(key, words) ?? agreed(key, words);
}

function wordIn(key: string, words: BooleanWords): boolean | null {
  if (words.yes.has(key)) return true;
  return key === '' || words.no.has(key) || words.nilMarks.has(key) ? false : null;
}

function tickedIn(key: string, words: BooleanWords): boolean | null {
  const boxes = key.match(BOX) ?? [];
  const ticked = boxes.filter((box) => TICKED.includes(box));
  if (ticked.length !== 1 || !(BOX_FIRST.test(key) || BOX_LAST.test(key))) return null;
  const labels = key.split(BOX).filter((label) => label !== '');
  const said = labels[boxes.findIndex((box) => TICKED.includes(box))] ?? '';
  // Each label is a word by itself, or the box belongs to something else.
  return labels.every((label) => wordIn(label, words) !== null) ? wordIn(said, words) : null;
}

function agreed(key: string, words: BooleanWords): boolean | null {
  const parts = key.split(BETWEEN).filter((part) => part !== '');
  const [first, ...others] = parts.map((part) => wordIn(part, words));
  return first !== undefined && others.length > 0 && others.every((other) => other === first) ? first : null;
}
