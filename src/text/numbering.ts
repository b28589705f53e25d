/** `一、`, `（二）`, `3.` before a name. */
const NUMBERING =
  /^\s*(?:[([（【]\s*(?:\d{1,2}|\p{Script=Han}{1,3})\s*[)\]）】]|(?:\d{1,2}|\p{Script=Han}{1,3})\s*[、.．，,])\s*/u;

/** A text without the number before it; the text itself when nothing else would be left. */
export function withoutNumbering(text: string): string {
  const rest = text.replace(NUMBERING, '');
  return rest === '' ? text : rest;
}
