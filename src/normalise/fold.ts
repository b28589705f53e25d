const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const WIDE = /[\uff01-\uff5e]/g;
/** Typed before a text to make it one. */
const APOSTROPHE = /^(?:['‘’]\s*)+/;
const FULL_STOP = /[。;]$/;

/**
 * A text as the grammars read it: full-width forms made plain, invisible characters out, white space single,
 * without an apostrophe before it and a full stop behind it.
 *
 * Not NFKC, which would read the note mark of `3①` and the power of `3²` as digits.
 */
export function fold(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(APOSTROPHE, '')
    .replace(FULL_STOP, '')
    .trim();
}
