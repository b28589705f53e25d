/** Marks on one letter; no script uses as many, and Unicode calls text with fewer safe to compose. */
const MOST_MARKS = 30;
const MARK = /\p{M}/u;
const MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/** Signs for whole phrases of Arabic: each becomes up to 18 letters, in texts longer than this it stays as it is. */
export const MOST_SPELLED = 8;
const PHRASES = /[\ufdfa\ufdfb]/;
const BETWEEN_PHRASES = /[^\ufdfa\ufdfb]+/g;

/**
 * A text in compatibility form (NFKC), as texts are compared. Of more than 30 marks on one letter the others are left out:
 * to put them in order takes the square of their number.
 */
export function compatible(text: string): string {
  // Looking for one takes a quarter of the time.
  const kept = text.length > MOST_MARKS && MARK.test(text) ? text.replace(MANY_MARKS, '$1') : text;
  if (kept.length <= MOST_SPELLED || !PHRASES.test(kept)) return kept.normalize('NFKC');
  return kept.replace(BETWEEN_PHRASES, (part) => part.normalize('NFKC'));
}
