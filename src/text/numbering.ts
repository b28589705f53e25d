<<<<<<< HEAD
/** `一、`, `（二）`, `3.` before a name. */
const NUMBERING =
  /^\s*(?:[([（【]\s*(?:\d{1,2}|\p{Script=Han}{1,3})\s*[)\]）】]|(?:\d{1,2}|\p{Script=Han}{1,3})\s*[、.．，,])\s*/u;

/** A text without the number before it; the text itself when nothing else would be left. */
export function withoutNumbering(text: string): string {
  const rest = text.replace(NUMBERING, '');
  return rest === '' ? text : rest;
=======
// The numerals from one to ten, since names of two characters before a comma are no numbers.
const NUMERAL = '[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}';
const NUMBERING = new RegExp(
  String.raw`^\s*(?:[(\[\uff08](?:\d{1,2}|${NUMERAL})[)\]\uff09]|(?:\d{1,2}|${NUMERAL})[\u3001.\uff0e](?!\d)|[\u2460-\u2473])\s*`,
  'u',
);

/** A text without the number of an entry in a list before it: `1.`, a circled 2, a Chinese numeral in brackets. */
export function withoutNumbering(text: string): string {
  return text.replace(NUMBERING, '');
>>>>>>> 2104fec (Grammars: 1亿2千万, currencies, nil remarks, days in a row, ends of months, boxes, joined quarters; tables for periods, tasks and types)
}
