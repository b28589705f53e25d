import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { MARKUP_HEAD, markupKind, signatureOf } from './file-kind.ts';
import { eachPiece, type PieceTaker } from './file-pieces.ts';
import { hasLoneReturn } from './line-feeds.ts';
import { decodeText } from './text-encoding.ts';
import { utf8Head } from './utf8-text.ts';

/** A large text file in UTF-8: it is read piece by piece, and never stands in memory as a whole. */
export interface LargeText {
  readonly sha256: string;
  /** Its beginning, without a byte order mark. */
  readonly head: Buffer;
  /** Reads it; false when it has changed since it was hashed. What the disk refuses is thrown. */
  readonly eachPiece: (take: PieceTaker) => boolean;
}

/** Bytes from which a text file is read piece by piece; smaller ones are read at once. */
export const LARGE = 32 * 1024 * 1024;
const HEAD = 1024 * 1024;
/** Enough for all that is told by the beginning. */
const LEAST_HEAD = 512 * 1024;
const LINE_FEED = 0x0a;
/** First byte of characters of three bytes or more, as every Chinese one is. */
const CHINESE = 0xe0;

/**
 * A file as a large text; null when it is none, or when more than a look at its beginning tells what it is: old line ends,
 * other encodings, broken bytes.
 */
export function largeText(path: string | Buffer): LargeText | null {
  return opened(path, (descriptor, before) => {
    const head = headOf(descriptor);
    const start = textStart(head);
    const sha256 = start === null ? null : hashOfPlain(descriptor);
    if (start === null || sha256 === null || !isUnchanged(before, fstatSync(descriptor))) return null;
    return {
      sha256,
      head: head.subarray(start),
      eachPiece: (take) =>
        opened(path, (again, now) => {
          eachPiece(again, start, take);
          return isUnchanged(before, now) && isUnchanged(before, fstatSync(again));
        }),
    };
  });
}

function opened<T>(path: string | Buffer, use: (descriptor: number, stats: Stats) => T): T {
  const descriptor = openSync(path, 'r');
  try {
    return use(descriptor, fstatSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

function isUnchanged(before: Stats, after: Stats): boolean {
  return before.ino === after.ino && before.size === after.size && before.mtimeMs === after.mtimeMs;
}

/** The first lines. */
function headOf(descriptor: number): Buffer {
  const head = Buffer.allocUnsafe(HEAD);
  const read = readSync(descriptor, head, 0, HEAD, 0);
  return head.subarray(0, head.subarray(0, read).lastIndexOf(LINE_FEED) + 1);
}

/** Where the text begins, behind a byte order mark; null when its beginning leaves open what it is. */
function textStart(head: Buffer): number | null {
  if (head.length < LEAST_HEAD) return null;
  // A zero byte or none that Chinese begins with would speak for another encoding.
  if (signatureOf(head) !== 'text' || head.includes(0) || !head.some((byte) => byte >= CHINESE)) return null;
  const decoded = decodeText(head);
  if (decoded?.encoding !== 'utf-8' || decoded.broken || decoded.unclear) return null;
  return markupKind(utf8Head(decoded.utf8, MARKUP_HEAD)) === null ? head.length - decoded.utf8.length : null;
}

/** SHA-256 of a file; null when it is not UTF-8 throughout, or has other line ends than `\n` and `\r\n`. */
function hashOfPlain(descriptor: number): string | null {
  const hash = createHash('sha256');
  let isPlain = true;
  eachPiece(descriptor, 0, (piece) => {
    isPlain &&= isUtf8(piece) && !hasLoneReturn(piece);
    if (isPlain) hash.update(piece);
    return piece.length;
  });
  return isPlain ? hash.digest('hex') : null;
}
