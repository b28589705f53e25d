import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { PackageError } from '../ooxml/package-error.ts';
import { type ByteSource, SLICE } from './byte-source.ts';

const MAX_BROKEN_LINES = 10_000;
/** Bytes that are decoded at once where none of their lines is broken: a decoder for each line costs more than the line. */
const BLOCK = 4096;
const LINE_FEED = 0x0a;

/**
 * A text that is not sound as a whole, as UTF-8: line by line, so that one broken line does not spoil the others.
 *
 * Throws `PackageError` when there is no end of broken lines.
 */
export function* brokenLines(bytes: ByteSource, start: number, encoding: 'utf-8' | 'gb18030'): Generator<Buffer> {
  let broken = 0;

  /** Lines are halved until those stand alone that are broken. */
  function* decoded(lines: Buffer): Generator<Buffer> {
    const sound = soundLines(lines, encoding);
    if (sound !== null) {
      yield sound;
      return;
    }
    const half = lines.length >> 1;
    const next = lineEnd(lines, half);
    const middle = next < lines.length ? next : lines.lastIndexOf(LINE_FEED, half) + 1;
    if (middle > 0 && middle < lines.length) {
      yield* decoded(lines.subarray(0, middle));
      yield* decoded(lines.subarray(middle));
    } else {
      if (++broken > MAX_BROKEN_LINES) throw new PackageError('encoding');
      yield Buffer.from(new TextDecoder(encoding, { ignoreBOM: true }).decode(lines));
    }
  }

  for (let at = start; ; ) {
    const lines = linesFrom(bytes, at);
    if (lines.length === 0) return;
    for (let from = 0; from < lines.length; ) {
      const end = lineEnd(lines, from + BLOCK);
      yield* decoded(lines.subarray(from, end));
      from = end;
    }
    at += lines.length;
  }
}

/** Bytes beyond which a line is taken in parts. */
const LONGEST = 1024 * 1024;
/** Bytes below this are characters of their own in either encoding. */
const ALONE = 0x30;

/** The next lines of a text, which are more than a slice only where one is longer. */
function linesFrom(bytes: ByteSource, at: number): Buffer {
  for (let length = SLICE; ; length *= 2) {
    const slice = bytes(at, length);
    if (slice.length < length) return slice;
    const end = slice.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) return slice.subarray(0, end);
    if (length >= LONGEST) return slice.subarray(0, slice.findLastIndex((byte) => byte < ALONE) + 1 || length);
  }
}

/** Lines as UTF-8; null when some are broken. */
export function soundLines(lines: Buffer, encoding: 'utf-8' | 'gb18030'): Buffer | null {
  if (encoding === 'utf-8') return isUtf8(lines) ? lines : null;
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(lines));
  } catch {
    return null;
  }
}

/** Index after the end of the line that a byte stands in. */
export function lineEnd(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(LINE_FEED, from);
  return feed < 0 ? bytes.length : feed + 1;
}
