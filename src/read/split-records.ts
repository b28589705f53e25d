import { closingQuote, isLineEnd, lineEnd, nextLine, scanRecord } from './text-record.ts';

/** Takes what a text holds, in order. Lines are physical and 1-based: that where the record begins. */
export interface RecordSink {
  /** A field that is not empty; `column` is its 1-based number. */
  field(line: number, column: number, text: string): void;
  /** The end of a record of so many fields, empty ones included. */
  end(line: number, fields: number): void;
  /** A quote is opened on this line and never closed; the line is split as if it had no quotes. */
  openQuote(line: number): void;
}

const NONE = Number.POSITIVE_INFINITY;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/**
 * Splits a text into records, line ends being `\n` or `\r\n`, after passing over some lines.
 *
 * Lines without a quote are simply cut at the delimiters; of others it is asked first whether their quotes close.
 * Empty fields cost a comparison each: a text may hold a hundred million of them.
 */
export function splitRecords(text: string, delimiter: string, skippedLines: number, sink: RecordSink): void {
  const code = delimiter.charCodeAt(0);
  let line = 1;
  let at = 0;
  for (; line <= skippedLines; line++) at = nextLine(text, lineEnd(text, at));
  // Where the next quote and delimiter stand: each is looked for once, however many lines have none.
  let quote = indexFrom(text, '"', at);
  let cut = indexFrom(text, delimiter, at);

  /** Cuts a line whose first fields are empty, `column` being the first that is not. */
  function cutLine(from: number, end: number, firstColumn: number): void {
    let start = from;
    let column = firstColumn;
    for (;;) {
      for (; start < end && text.charCodeAt(start) === code; start++) column++;
      if (start >= end) break;
      if (cut < start) cut = indexFrom(text, delimiter, start);
      const stop = Math.min(cut, end);
      sink.field(line, column, text.slice(start, stop));
      start = stop;
    }
    sink.end(line, column);
  }

  /** Cuts a record whose quotes were found to close; a quote within a quoted field stands there twice. */
  function cutQuoted(from: number, end: number): void {
    let start = from;
    let column = 1;
    for (;;) {
      let stop = start;
      if (text.charCodeAt(start) === QUOTE) {
        stop = closingQuote(text, start + 1, code);
        const field = text.slice(start + 1, stop++);
        if (field !== '') sink.field(line, column, field.includes('"') ? field.replace(/""/g, '"') : field);
      } else {
        while (stop < end && text.charCodeAt(stop) !== code) stop++;
        if (stop > start) sink.field(line, column, text.slice(start, stop));
      }
      if (stop >= end) break;
      start = stop + 1;
      column++;
    }
    sink.end(line, column);
  }

  while (at < text.length) {
    let first = at;
    while (text.charCodeAt(first) === code) first++;
    const column = first - at + 1;
    let end = first;
    let lines = 1;
    if (isLineEnd(text, first)) sink.end(line, column);
    else {
      end = lineEnd(text, first);
      if (quote < first) quote = indexFrom(text, '"', first);
      const shape = quote < end ? scanRecord(text, at, delimiter) : null;
      if (shape?.quotes === 'quoted') {
        if (shape.end > end) lines += lineFeeds(text, end, shape.end);
        end = shape.end;
        cutQuoted(at, end);
      } else {
        if (shape?.quotes === 'open') sink.openQuote(line);
        cutLine(first, end, column);
      }
    }
    line += lines;
    at = nextLine(text, end);
  }
}

function indexFrom(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index < 0 ? NONE : index;
}

function lineFeeds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === LINE_FEED) count++;
  return count;
}
