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

/**
 * The record that begins at `start`.
 *
 * A quote opens a field only as its first character and closes it only before a delimiter or line end; a single
 * quote elsewhere inside says that the opening one was never closed, so the lines after it are not swallowed.
 */
export function scanRecord(text: string, start: number, delimiter: string): RecordShape {
  let quotes: RecordShape['quotes'] = 'plain';
  let fields = 1;
  let at = start;
  let end = lineEnd(text, start);
  for (;;) {
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1, delimiter);
      if (close < 0) return openRecord(text, start, delimiter);
      quotes = 'quoted';
      at = close + 1;
      if (at > end) end = lineEnd(text, at);
    }
    while (at < end && text[at] !== delimiter) at++;
    if (at >= end) return { end, fields, quotes };
    fields++;
    at++;
  }
}

/** Characters of a quoted field beyond which its opening quote was hardly meant: the rest of the file would be one cell. */
const MAX_QUOTED = 1024 * 1024;

function closingQuote(text: string, from: number, delimiter: string): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 2)) {
    if (quote - from > MAX_QUOTED) return -1;
    const after = text[quote + 1];
    if (after === '"') continue;
    const closes = after === undefined || after === delimiter || after === '\n';
    return closes || (after === '\r' && text[quote + 2] === '\n') ? quote : -1;
  }
  return -1;
}

function openRecord(text: string, start: number, delimiter: string): RecordShape {
  const end = lineEnd(text, start);
  return { end, fields: text.slice(start, end).split(delimiter).length, quotes: 'open' };
}

/** Index of the line end at or after `from`: of its `\r\n`, its `\n`, or the end of the text. */
export function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed < 0) return text.length;
  return feed > from && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** Index of the next line's first character. */
export function nextLine(text: string, end: number): number {
  if (text[end] === '\r') return end + 2;
  return end + 1;
}
