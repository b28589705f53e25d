import { parse } from 'csv-parse/sync';
import { lineEnd, nextLine, scanRecord } from './text-record.ts';

/** Takes the fields of one record; `line` is the physical line where it begins, 1-based. */
export type TakeRecord = (line: number, fields: readonly string[]) => void;

export interface SplitOptions {
  readonly delimiter: string;
  /** Lines to pass over at the beginning. */
  readonly skippedLines: number;
  readonly onRecord: TakeRecord;
  /** A quote is opened on this line and never closed; the line is split as if it had no quotes. */
  readonly onOpenQuote: (line: number) => void;
}

const BATCH = 1000;

/**
 * Splits a text into records, line ends being `\n` or `\r\n`.
 *
 * Lines without a quote are simply split; records with quoted fields are checked to be whole and then parsed in
 * batches by csv-parse, whose start costs more than a record.
 */
export function splitRecords(text: string, { delimiter, skippedLines, onRecord, onOpenQuote }: SplitOptions): void {
  let line = 1;
  let at = 0;
  for (; line <= skippedLines; line++) at = nextLine(text, lineEnd(text, at));
  let quote = text.indexOf('"', at);
  let batch: number[] = [];
  let batchStart = 0;

  function flush(end: number): void {
    if (batch.length === 0) return;
    const records = parseQuoted(text.slice(batchStart, end), delimiter);
    batch.forEach((start, place) => {
      onRecord(start, records[place] ?? []);
    });
    batch = [];
  }

  while (at < text.length) {
    let end = lineEnd(text, at);
    let lines = 1;
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
    const shape = quote >= 0 && quote < end ? scanRecord(text, at, delimiter) : null;
    if (shape?.quotes === 'quoted') {
      if (batch.length === 0) batchStart = at;
      batch.push(line);
      lines += lineFeeds(text, at, shape.end);
      end = shape.end;
      if (batch.length === BATCH) flush(end);
    } else {
      flush(at);
      if (shape?.quotes === 'open') onOpenQuote(line);
      onRecord(line, text.slice(at, end).split(delimiter));
    }
    line += lines;
    at = nextLine(text, end);
  }
  flush(text.length);
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
