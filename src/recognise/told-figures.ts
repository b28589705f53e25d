import { findActivityType, findTask } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { withoutNumbering } from '../text/numbering.ts';
import { isMeasure } from './form.ts';

/** One may stand in a note by chance. */
const MOST_WORDS = 1;

/**
 * Whether texts, in their order, tell what a form asks for, though in no table: a figure behind the word for it
 * (招聘会：3场), or several of a form's words, each standing alone.
 */
export function tellsFigures(texts: readonly string[], scheme: Scheme): boolean {
  const words = new Set<string>();
  let before = '';
  for (const text of texts) {
    const parts = partsOf(text);
    for (const part of parts) {
      if (isFigure(part, scheme) && isWord(before, scheme)) return true;
      before = part;
    }
    if (parts.length === 1 && isWord(before, scheme)) words.add(before);
  }
  return words.size > MOST_WORDS;
}

/** A word with the figure that stands right behind it. */
const WITH_FIGURE = /^(\D*[^\d\s])\s*(\d[\d.,]*\D{0,4})$/u;

/** Longer texts are sentences. */
const LONGEST = 120;

function partsOf(text: string): readonly string[] {
  return text.split(/[:：\n]/u).flatMap((part) => {
    if (part.length > LONGEST) return [''];
    const plain = withoutNumbering(part.trim());
    const [, word, figure] = WITH_FIGURE.exec(plain) ?? [];
    return word === undefined || figure === undefined ? plain : [word, figure];
  });
}

/** A number with a unit. */
const FIGURE = /^\D?\d[\d.,]*\D{0,4}$/u;

function isFigure(text: string, scheme: Scheme): boolean {
  return FIGURE.test(text) || wordSets(scheme).nilMarks.has(matchKey(text));
}

/** What is counted, a task or type of activity; numbers stand for tasks, too. */
function isWord(text: string, scheme: Scheme): boolean {
  if (!/\p{L}{2}/u.test(text)) return false;
  return isMeasure(text, scheme) || findTask(scheme, text) !== null || findActivityType(scheme, text, null).length > 0;
}
