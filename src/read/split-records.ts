import { PackageError } from '../ooxml/package-error.ts';
import { closingQuote, fieldEnd, isCut, isLineEnd, lineEnd, nextLine, scanRecord } from './text-record.ts';

/** Takes what a text in UTF-8 holds, in order. Lines are physical and 1-based: that where the record begins. */
export interface RecordSink {
  /** A field that is not empty: the bytes from `from` to `to`; `column` is its 1-based number. */
  field(line: number, column: number, bytes: Buffer, from: number, to: number): void;
  /** The end of a record of so many fields, empty ones included. */
  end(line: number, fields: number): void;
  /** A quote is opened on this line and never closed; the line is split as if it had no quotes. */
  openQuote(line: number): void;
}

/**
 * Splits the next piece of a text, which ends with a line unless it is the last, and gives how many of its bytes are done:
 * what follows them stands at the beginning of the next piece. 0: the piece is too short for the quotes of its first record.
 */
export type RecordSplitter = (piece: Buffer, isLast: boolean) => number;

/** Bytes of quoted fields that are followed over lines to no avail: so many are the same ones for line after line. */
const MAX_VAIN = 64 * 1024 * 1024;
const NONE = Number.POSITIVE_INFINITY;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/**
 * Splits a text into records, line ends being `\n` or `\r\n`, after passing over some lines.
 * Throws `PackageError` when quotes that do not close lead astray over and over.
 *
 * Lines without a quote are simply cut at the delimiters; of others it is asked first whether their quotes close.
 * Empty fields cost a comparison each: a text may hold a hundred million of them.
 */
export function recordSplitter(delimiter: string, skippedLines: number, sink: RecordSink): RecordSplitter {
  const cut = Buffer.from(delimiter);
  let line = 1;
  let vain = 0;

  /** Cuts a line whose first fields are empty, `column` being the first that is not. */
  function cutLine(bytes: Buffer, from: number, end: number, firstColumn: number): void {
    let start = from;
    let column = firstColumn;
    for (;;) {
      for (; start < end && isCut(bytes, start, cut); start += cut.length) column++;
      if (start >= end) break;
      const stop = fieldEnd(bytes, start, end, cut);
      sink.field(line, column, bytes, start, stop);
      start = stop;
    }
    sink.end(line, column);
  }

  /** Cuts a record whose quotes were found to close; a quote within a quoted field stands there twice. */
  function cutQuoted(bytes: Buffer, from: number, end: number): void {
    let start = from;
    let column = 1;
    for (;;) {
      let stop = start;
      if (bytes[start] === QUOTE) {
        stop = closingQuote(bytes, start + 1, cut);
        if (stop > start + 1) putQuoted(bytes, start + 1, stop, column);
        stop++;
      } else {
        stop = fieldEnd(bytes, start, end, cut);
        if (stop > start) sink.field(line, column, bytes, start, stop);
      }
      if (stop >= end) break;
      start = stop + cut.length;
      column++;
    }
    sink.end(line, column);
  }

  function putQuoted(bytes: Buffer, from: number, to: number, column: number): void {
    const quote = bytes.indexOf(QUOTE, from);
    if (quote === to) sink.field(line, column, bytes, from, to);
    else {
      const field = withSingleQuotes(bytes.subarray(from, to));
      sink.field(line, column, field, 0, field.length);
    }
  }

  return (bytes, isLast) => {
    let at = 0;
    for (; line <= skippedLines; line++) at = nextLine(bytes, lineEnd(bytes, at));
    // Where the next quote stands: it is looked for once, however many lines have none.
    let quote = quoteFrom(bytes, at);
    while (at < bytes.length) {
      let first = at;
      let column = 1;
      for (; isCut(bytes, first, cut); first += cut.length) column++;
      let end = first;
      let lines = 1;
      if (isLineEnd(bytes, first)) sink.end(line, column);
      else {
        end = lineEnd(bytes, first);
        if (quote < first) quote = quoteFrom(bytes, first);
        const shape = quote < end ? scanRecord(bytes, at, cut) : null;
        if (shape?.quotes === 'endless' && !isLast) return at;
        if (shape?.quotes === 'quoted') {
          if (shape.end > end) lines += lineFeeds(bytes, end, shape.end);
          end = shape.end;
          cutQuoted(bytes, at, end);
        } else {
          if (shape !== null && shape.quotes !== 'plain') {
            sink.openQuote(line);
            vain += Math.max(0, shape.followed - end);
            if (vain > MAX_VAIN) throw new PackageError('faults');
          }
          cutLine(bytes, first, end, column);
        }
      }
      line += lines;
      at = nextLine(bytes, end);
    }
    return bytes.length;
  };
}

function quoteFrom(bytes: Buffer, from: number): number {
  const index = bytes.indexOf(QUOTE, from);
  return index < 0 ? NONE : index;
}

/** A quote for each two of them. */
function withSingleQuotes(bytes: Buffer): Buffer {
  const single = Buffer.allocUnsafe(bytes.length);
  let kept = 0;
  for (let at = 0; at < bytes.length; at++) {
    single[kept++] = bytes[at] ?? 0;
    if (bytes[at] === QUOTE) at++;
  }
  return single.subarray(0, kept);
}

function lineFeeds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === LINE_FEED) count++;
  return count;
}
