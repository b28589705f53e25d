import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { isHeader } from './form.ts';
import { type Ends, initialsOf, mayBegin, mayEnd } from './initials.ts';
import { endsAsTotal, markEnds, mayBeMarked, rowMark } from './row-marks.ts';
import type { SheetView } from './sheet-view.ts';

/** Tells whether a text cell is plain. */
export type PlainReader = (at: number) => boolean;

const PLAIN = 1;
const SPEAKING = 2;

/** Tells of each distinct text of a sheet once whether it is plain. */
export function plainReader({ grid }: SheetView, scheme: Scheme): PlainReader {
  const known = new Uint8Array(grid.texts.length);
  return (at) => {
    const index = grid.values[at] ?? 0;
    const before = known[index];
    if (before === PLAIN || before === SPEAKING) return before === PLAIN;
    const plain = isPlain(grid.texts[index] ?? '', scheme);
    known[index] = plain ? PLAIN : SPEAKING;
    return plain;
  };
}

/**
 * Whether a text by itself says nothing of what its row is: it is not blank, no mark, label, header, name of a total or
 * statement that there is nothing to report.
 */
function isPlain(text: string, scheme: Scheme): boolean {
  if (text.includes(':') || text.includes('：') || isHeader(text, scheme)) return false;
  const { initials, finals } = speakingEnds(scheme);
  if (!mayBegin(text, initials) && !mayEnd(text, finals)) return true;
  const key = matchKey(text);
  if (key === '' || isNil(key, scheme) || endsAsTotal(key, scheme)) return false;
  return !mayBeMarked(text, scheme) || rowMark(text, scheme) === null;
}

/** How the texts begin and end that say something; of headers their own. */
const speakingEnds = perScheme((scheme): Ends => {
  const { nilMarks, nilStatements } = wordSets(scheme);
  const { initials, finals } = markEnds(scheme);
  return { initials: new Set([...initials, ...initialsOf([...nilMarks, ...nilStatements])]), finals };
});

function isNil(key: string, scheme: Scheme): boolean {
  const { nilMarks, nilStatements } = wordSets(scheme);
  return nilMarks.has(key) || nilStatements.has(key) || nilStatements.has(key.replace(/[。.!]+$/u, ''));
}
