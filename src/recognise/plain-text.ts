import type { Grid } from '../model/grid.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { isHeader } from './form.ts';
import { type Ends, initialsOf, mayBegin, mayEnd } from './initials.ts';
import { hasColon } from './labels.ts';
import { endsAsTotal, markEnds, mayBeMarked, rowMark } from './row-marks.ts';
import { askedOnce } from './text-memory.ts';

/** Tells whether a text cell is plain. */
export type PlainReader = (at: number) => boolean;

/** Tells of the texts of a sheet whether they are plain. */
export const plainReader: (grid: Grid, scheme: Scheme) => PlainReader = askedOnce(isPlain);

/**
 * Whether a text by itself says nothing of what its row is: it is not blank, no mark, label, header, name of a total or
 * statement that there is nothing to report.
 */
function isPlain(text: string, scheme: Scheme): boolean {
  if (hasColon(text) || isHeader(text, scheme)) return false;
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

const STOP = /[。.!]/;

function isNil(key: string, scheme: Scheme): boolean {
  const { nilMarks, nilStatements } = wordSets(scheme);
  if (nilMarks.has(key) || nilStatements.has(key)) return true;
  return STOP.test(key.charAt(key.length - 1)) && nilStatements.has(key.replace(/[。.!]+$/u, ''));
}
