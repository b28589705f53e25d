import { closeSync, fstatSync, openSync, type Stats, statSync } from 'node:fs';
import { onDisk } from './byte-source.ts';
import { markupKind, signatureOf } from './file-kind.ts';
import { hashing } from './hashing.ts';
import { type OpenText, openText } from './open-text.ts';
import { eachPiece } from './text-pieces.ts';
import { utf8Chunks } from './utf8-chunks.ts';

/** A large text file: it is read piece by piece, and never stands in memory as a whole. */
export interface LargeText extends OpenText {
  readonly sha256: string;
  /** Whether it still is what was hashed. What the disk refuses is thrown. */
  readonly isUnchanged: () => boolean;
}

/** Bytes from which a text file is read piece by piece; smaller ones are read at once. */
export const LARGE = 32 * 1024 * 1024;
/** Bytes that tell a text from other files. */
const SIGNATURE = 16;

/** A file as a large text; null when it is none, or changes while it is looked at. What the disk refuses is thrown. */
export function largeText(path: string | Buffer): LargeText | null {
  return opened(path, (descriptor) => {
    const before = fstatSync(descriptor);
    const { bytes, sha256 } = hashing(onDisk(descriptor));
    const text = signatureOf(bytes(0, SIGNATURE)) === 'text' ? openText(bytes, before.size) : null;
    if (text === null || markupKind(text.head) !== null) return null;
    const hash = sha256();
    if (!isSame(before, fstatSync(descriptor))) return null;
    return {
      ...text,
      sha256: hash,
      eachPiece: (take) => opened(path, (again) => eachPiece(utf8Chunks(onDisk(again), text), take)),
      isUnchanged: () => isSame(before, statSync(path)),
    };
  });
}

function opened<T>(path: string | Buffer, use: (descriptor: number) => T): T {
  const descriptor = openSync(path, 'r');
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function isSame(before: Stats, after: Stats): boolean {
  return before.ino === after.ino && before.size === after.size && before.mtimeMs === after.mtimeMs;
}
