import { TextDecoder } from 'node:util';
import { brokenLines } from './broken-lines.ts';
import { type ByteSource, inMemory, SLICE } from './byte-source.ts';
import type { TextCoding } from './text-encoding.ts';
import { utf8Text } from './utf8-text.ts';

/** A text as UTF-8 in chunks, each of which stands until the next is asked for. Throws `PackageError` (`brokenLines`). */
export function utf8Chunks(bytes: ByteSource, { encoding, start, broken }: TextCoding): Iterable<Buffer> {
  if (broken && (encoding === 'utf-8' || encoding === 'gb18030')) return brokenLines(bytes, start, encoding);
  return encoding === 'utf-8' ? plainChunks(bytes, start) : transcodedChunks(bytes, start, encoding);
}

/** A text that is in memory as a whole. */
export function wholeText(bytes: Buffer, coding: TextCoding): string {
  if (coding.encoding === 'utf-8' && !coding.broken) return utf8Text(bytes.subarray(coding.start));
  return Array.from(utf8Chunks(inMemory(bytes), coding), utf8Text).join('');
}

function* plainChunks(bytes: ByteSource, start: number): Generator<Buffer> {
  for (let at = start; ; at += SLICE) {
    const slice = bytes(at, SLICE);
    if (slice.length > 0) yield slice;
    if (slice.length < SLICE) return;
  }
}

/** Two bytes make three, but a single one may, too; and the beginning of a character may be left from the slice before. */
const MOST = 3 * (SLICE + 4);

function* transcodedChunks(bytes: ByteSource, start: number, encoding: string): Generator<Buffer> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const room = Buffer.allocUnsafe(MOST);
  for (let at = start; ; at += SLICE) {
    const slice = bytes(at, SLICE);
    const isLast = slice.length < SLICE;
    yield room.subarray(0, room.write(decoder.decode(slice, { stream: !isLast })));
    if (isLast) return;
  }
}
