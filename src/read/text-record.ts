/** Where a record of a text ends and how its quotes stand. */
export interface RecordShape {
  /** Index just after its last character, before the line end. */
  readonly end: number;
  readonly fields: number;
  /**
   * `plain`: no field is quoted (bare quotes inside fields are text). `quoted`: every quote that opens a field closes
   * it. `open`: one does not; the record is then one line and its quotes are text. `endless`: the same, because the text
   * ends first.
   */
  readonly quotes: 'plain' | 'quoted' | 'open' | 'endless';
  /** How far its quotes were followed: to the one that opens its last field in quotes. */
  readonly followed: number;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * The record that begins at `start` of a text in UTF-8; `cut` is the delimiter.
 *
 * A quote opens a field only as its first character and closes it only before a delimiter or line end; a single
 * quote elsewhere inside says that the opening one was never closed, so the lines after it are not swallowed.
 */
export function scanRecord(text: Buffer, start: number, cut: Buffer): RecordShape {
  let quotes: RecordShape['quotes'] = 'plain';
  let fields = 1;
  let at = start;
  let end = lineEnd(text, start);
  for (;;) {
    if (text[at] === QUOTE) {
      const close = closingQuote(text, at + 1, cut);
      if (close < 0)
        return openRecord(text, start, cut, { quotes: close === ENDLESS ? 'endless' : 'open', followed: at });
      quotes = 'quoted';
      at = close + 1;
      if (at > end) end = lineEnd(text, at);
    }
    at = fieldEnd(text, at, end, cut);
    if (at >= end) return { end, fields, quotes, followed: at };
    fields++;
    at += cut.length;
  }
}

/** Characters of a quoted field beyond which its opening quote was hardly meant: the rest of the file would be one cell. */
const MAX_QUOTED = 1024 * 1024;
const NEVER = -1;
const ENDLESS = -2;

/** Index of the quote that closes a field whose text begins at `from`; negative when none does (`ENDLESS`: before the text ends). */
export function closingQuote(text: Buffer, from: number, cut: Buffer): number {
  let characters = 0;
  for (let at = from; at < text.length; at++) {
    const byte = text[at] ?? 0;
    if (byte === QUOTE) {
      const after = text[at + 1];
      if (after !== QUOTE) return isCut(text, at + 1, cut) || isLineEnd(text, at + 1) ? at : NEVER;
      at++;
      characters++;
    }
    characters += unitsOf(byte);
    if (characters > MAX_QUOTED) return NEVER;
  }
  return ENDLESS;
}

/** Characters that begin with a byte, those beyond the first plane being two. */
function unitsOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc0) return 0;
  return byte < 0xf0 ? 1 : 2;
}

/** Whether a delimiter stands somewhere. */
export function isCut(text: Buffer, at: number, cut: Buffer): boolean {
  return text[at] === cut[0] && (cut.length === 1 || isWideCut(text, at, cut));
}

function isWideCut(text: Buffer, at: number, cut: Buffer): boolean {
  for (let more = 1; more < cut.length; more++) if (text[at + more] !== cut[more]) return false;
  return true;
}

/** Index of the next delimiter; `end` when there is none before. */
export function fieldEnd(text: Buffer, from: number, end: number, cut: Buffer): number {
  const lead = cut[0] ?? 0;
  const isNarrow = cut.length === 1;
  let at = from;
  while (at < end && !(text[at] === lead && (isNarrow || isWideCut(text, at, cut)))) at++;
  return at;
}

/** Whether a record may end here: at a line end or at that of the text. */
export function isLineEnd(text: Buffer, at: number): boolean {
  const byte = text[at];
  return byte === LINE_FEED || (byte === RETURN && text[at + 1] === LINE_FEED) || at >= text.length;
}

function openRecord(
  text: Buffer,
  start: number,
  cut: Buffer,
  shape: Pick<RecordShape, 'quotes' | 'followed'>,
): RecordShape {
  const end = lineEnd(text, start);
  let fields = 1;
  for (let at = fieldEnd(text, start, end, cut); at < end; at = fieldEnd(text, at + cut.length, end, cut)) fields++;
  return { ...shape, end, fields };
}

/** Index of the line end at or after `from`: of its `\r\n`, its `\n`, or the end of the text. */
export function lineEnd(text: Buffer, from: number): number {
  const feed = text.indexOf(LINE_FEED, from);
  if (feed < 0) return text.length;
  return feed > from && text[feed - 1] === RETURN ? feed - 1 : feed;
}

/** Index of the next line's first character. */
export function nextLine(text: Buffer, end: number): number {
  return text[end] === RETURN ? end + 2 : end + 1;
}
