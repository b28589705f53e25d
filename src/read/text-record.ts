/** Where a record of a text ends and how its quotes stand. */
export interface RecordShape {
  /** Index just after its last character, before the line end. */
  readonly end: number;
  readonly fields: number;
  /**
   * `plain`: no field is quoted (bare quotes inside fields are text). `quoted`: every quote that opens a field closes
   * it. `open`: one does not; the record is then one line and its quotes are text.
   */
  readonly quotes: 'plain' | 'quoted' | 'open';
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * The record that begins at `start`.
 *
 * A quote opens a field only as its first character and closes it only before a delimiter or line end; a single
 * quote elsewhere inside says that the opening one was never closed, so the lines after it are not swallowed.
 */
export function scanRecord(text: string, start: number, delimiter: string): RecordShape {
  const cut = delimiter.charCodeAt(0);
  let quotes: RecordShape['quotes'] = 'plain';
  let fields = 1;
  let at = start;
  let end = lineEnd(text, start);
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at + 1, cut);
      if (close < 0) return openRecord(text, start, cut);
      quotes = 'quoted';
      at = close + 1;
      if (at > end) end = lineEnd(text, at);
    }
    while (at < end && text.charCodeAt(at) !== cut) at++;
    if (at >= end) return { end, fields, quotes };
    fields++;
    at++;
  }
}

/** Characters of a quoted field beyond which its opening quote was hardly meant: the rest of the file would be one cell. */
const MAX_QUOTED = 1024 * 1024;

/** Index of the quote that closes a field whose text begins at `from`; -1 when none does. `cut` is the delimiter's code. */
export function closingQuote(text: string, from: number, cut: number): number {
  const last = Math.min(text.length, from + MAX_QUOTED + 1);
  for (let at = from; at < last; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    const after = text.charCodeAt(at + 1);
    if (after !== QUOTE) return after === cut || isLineEnd(text, at + 1) ? at : -1;
    at++;
  }
  return -1;
}

/** Whether a record may end here: at a line end or at that of the text. */
export function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) === LINE_FEED) || at >= text.length;
}

function openRecord(text: string, start: number, cut: number): RecordShape {
  const end = lineEnd(text, start);
  let fields = 1;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === cut) fields++;
  return { end, fields, quotes: 'open' };
}

/** Index of the line end at or after `from`: of its `\r\n`, its `\n`, or the end of the text. */
export function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed < 0) return text.length;
  return feed > from && text.charCodeAt(feed - 1) === RETURN ? feed - 1 : feed;
}

/** Index of the next line's first character. */
export function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === RETURN ? end + 2 : end + 1;
}
