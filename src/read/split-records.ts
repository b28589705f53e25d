import { parse } from 'csv-parse/sync';
import { lineEnd, nextLine, scanRecord } from './text-record.ts';

/** Takes what a text holds, in order. Lines are physical and 1-based: that where the record begins. */
export interface RecordSink {
  /** A field that is not empty; `column` is its 1-based number. */
  field(line: number, column: number, text: string): void;
  /** The end of a record of so many fields, empty ones included. */
  end(line: number, fields: number): void;
  /** A quote is opened on this line and never closed; the line is split as if it had no quotes. */
  openQuote(line: number): void;
}

const BATCH = 1000;
const NONE = Number.POSITIVE_INFINITY;

/**
 * Splits a text into records, line ends being `\n` or `\r\n`, after passing over some lines.
 *
 * Lines without a quote are simply cut at the delimiters; records with quoted fields are checked to be whole and then
 * parsed in batches by csv-parse, whose start costs more than a record.
 */
export function splitRecords(text: string, delimiter: string, skippedLines: number, sink: RecordSink): void {
  let line = 1;
  let at = 0;
  for (; line <= skippedLines; line++) at = nextLine(text, lineEnd(text, at));
  // Where the next quote and delimiter stand: each is looked for once, however many lines have none.
  let quote = indexFrom(text, '"', at);
  let cut = indexFrom(text, delimiter, at);
  let batch: number[] = [];
  let batchStart = 0;

  function flush(end: number): void {
    if (batch.length === 0) return;
    const records = parseQuoted(text.slice(batchStart, end), delimiter);
    batch.forEach((start, place) => {
      const fields = records[place] ?? [];
      fields.forEach((field, before) => {
        if (field !== '') sink.field(start, before + 1, field);
      });
      sink.end(start, fields.length);
    });
    batch = [];
  }

  function cutLine(from: number, end: number): void {
    let start = from;
    let column = 1;
    if (cut < from) cut = indexFrom(text, delimiter, from);
    while (cut < end) {
      if (cut > start) sink.field(line, column, text.slice(start, cut));
      start = cut + 1;
      column++;
      cut = indexFrom(text, delimiter, start);
    }
    if (end > start) sink.field(line, column, text.slice(start, end));
    sink.end(line, column);
  }

  while (at < text.length) {
    let end = lineEnd(text, at);
    let lines = 1;
    if (quote < at) quote = indexFrom(text, '"', at);
    const shape = quote < end ? scanRecord(text, at, delimiter) : null;
    if (shape?.quotes === 'quoted') {
      if (batch.length === 0) batchStart = at;
      batch.push(line);
      lines += lineFeeds(text, at, shape.end);
      end = shape.end;
      if (batch.length === BATCH) flush(end);
    } else {
      flush(at);
      if (shape?.quotes === 'open') sink.openQuote(line);
      cutLine(at, end);
    }
    line += lines;
    at = nextLine(text, end);
  }
  flush(text.length);
}

function indexFrom(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index < 0 ? NONE : index;
}

function parseQuoted(text: string, delimiter: string): readonly (readonly string[])[] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
  });
}

function lineFeeds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
