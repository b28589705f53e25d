/** Marks on one letter; no script uses as many, and Unicode calls text with fewer safe to compose. */
const MOST_MARKS = 30;
const MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * A text in compatibility form (NFKC), as texts are compared. Of more than 30 marks on one letter the others are left out:
 * to put them in order takes the square of their number.
 */
export function compatible(text: string): string {
  return (text.length > MOST_MARKS ? text.replace(MANY_MARKS, '$1') : text).normalize('NFKC');
}
