import { matchKey } from '../text/match-key.ts';

/** Yes, no and nil words as match keys. */
export interface BooleanWords {
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  readonly nilMarks: ReadonlySet<string>;
}

/** Reads a yes/no text by the words of the scheme; a blank or a nil mark is no, null is neither. */
export function parseBoolean(text: string, words: BooleanWords): boolean | null {
  const key = matchKey(text);
  if (words.yes.has(key)) return true;
  return key === '' || words.no.has(key) || words.nilMarks.has(key) ? false : null;
}
