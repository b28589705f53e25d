import { type RecordSink, recordSplitter } from '../../src/read/split-records.ts';

/** A `RecordSink` of texts. */
export interface TextSink extends Omit<RecordSink, 'field'> {
  field(line: number, column: number, text: string): void;
}

const LINE_FEED = 0x0a;

/**
 * Splits a text that comes in pieces of at least so many bytes, as it does from a disk: what is not done is put before the
 * next piece.
 */
export function splitText(text: string, delimiter: string, sink: TextSink, size = Number.POSITIVE_INFINITY): void {
  const bytes = Buffer.from(text);
  const split = recordSplitter(delimiter, 0, {
    ...sink,
    field: (line, column, piece, from, to) => sink.field(line, column, piece.toString('utf8', from, to)),
  });
  let from = 0;
  let to = 0;
  while (to < bytes.length) {
    const feed = size < bytes.length ? bytes.indexOf(LINE_FEED, to + size) : -1;
    to = feed < 0 ? bytes.length : feed + 1;
    from += split(bytes.subarray(from, to), to === bytes.length);
  }
}
