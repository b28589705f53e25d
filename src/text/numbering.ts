// From one to ten only: two words with a comma between are no number and name.
const HAN_NUMERALS = '\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341';
const NUMBER = String.raw`(?:\d{1,2}|[${HAN_NUMERALS}]{1,3})`;
const OPENING = String.raw`[(\[\uff08\u3010]`;
const CLOSING = String.raw`[)\]\uff09\u3011]`;
/** What is no decimal point, nor groups digits. */
const BEHIND = String.raw`[\u3001.\uff0e,\uff0c](?!\d)`;
/** `1.1`, `2.3.1`: the number of an entry below others. */
const LEVELS = String.raw`\d{1,2}(?:[.\uff0e]\d{1,2}){1,3}[\u3001.\uff0e]?(?=\D)`;
/** The first, second … part, chapter or section. */
const PART = String.raw`\u7b2c${NUMBER}(?:\u90e8\u5206|\u7ae0|\u8282)[\u3001.\uff0e,\uff0c:\uff1a]?`;
const CIRCLED = String.raw`[\u2460-\u2473]`;
const NUMBERING = new RegExp(
  String.raw`^\s*(?:${OPENING}\s*${NUMBER}\s*${CLOSING}|${LEVELS}|${PART}|${NUMBER}\s*${BEHIND}|${CIRCLED})\s*`,
  'u',
);

/** The numerals that a numbering without brackets may begin with. */
export const NUMERALS: Iterable<string> = `0123456789${HAN_NUMERALS}`;

/**
 * A text without the number of an entry in a list before it (an Arabic or Chinese numeral with a point or comma behind it
 * or in brackets, several with points between, a circled one, or the first part); the text itself when nothing else would be left.
 */
export function withoutNumbering(text: string): string {
  const rest = text.replace(NUMBERING, '');
  return rest === '' ? text : rest;
}
