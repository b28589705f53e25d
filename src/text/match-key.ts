import { longKey } from './long-key.ts';
import { ruledKey } from './ruled-key.ts';

/** Han characters, digits, capitals and marks of ASCII but quotation marks: texts of nothing else are their own keys. */
const OWN_KEY = /^[!#-&(-`{-~\u4e00-\u9fff]*$/;

/** Shorter texts cost less than what looks at each of their letters. */
const LONG = 64;

/**
 * The key by which two texts count as the same, its own key in turn: NFKC, upper case, without spaces, line breaks,
 * invisible characters and quotation marks. Never shown: what is printed is the text itself.
 */
export function matchKey(text: string): string {
  if (OWN_KEY.test(text)) return text;
  const long = text.length < LONG ? null : longKey(text);
  return long ?? ruledKey(text);
}
