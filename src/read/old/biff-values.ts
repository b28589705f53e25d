import { PackageError } from '../../ooxml/package-error.ts';
import type { BiffBook } from './biff-book.ts';
import { type BiffRecord, recordPieces } from './biff-records.ts';
import { pieceReader, unicodeString } from './biff-text.ts';

/** A 16-bit number of a record; throws `PackageError` beyond its end, as all functions here do. */
export function wordAt(data: Buffer, at: number): number {
  if (at + 2 > data.length) throw new PackageError('truncated');
  return data.readUInt16LE(at);
}

export function longAt(data: Buffer, at: number): number {
  if (at + 4 > data.length) throw new PackageError('truncated');
  return data.readUInt32LE(at);
}

export function doubleAt(data: Buffer, at: number): number {
  if (at + 8 > data.length) throw new PackageError('truncated');
  return data.readDoubleLE(at);
}

/** Room for a double whose lower half is zero; millions of numbers share it. */
const UPPER_HALF = Buffer.alloc(8);

/** A number in the short form: an integer or the upper half of a double, perhaps in hundredths. */
export function rkAt(data: Buffer, at: number): number {
  const stored = longAt(data, at);
  UPPER_HALF.writeUInt32LE((stored & ~3) >>> 0, 4);
  const value = (stored & 2) === 0 ? UPPER_HALF.readDoubleLE(0) : (stored | 0) >> 2;
  return (stored & 1) === 0 ? value : value / 100;
}

/** The text whose length stands at a place of a record; null when its bytes are not sound in the code page. */
export function textAt({ stream, unicode, decode }: BiffBook, record: BiffRecord, at: number): string | null {
  const count = wordAt(record.data, at);
  if (unicode) {
    if (count === 0) return '';
    const reader = pieceReader(recordPieces(stream, record));
    reader.skip(at + 2);
    return unicodeString(reader, count);
  }
  const pieces: Buffer[] = [];
  let missing = at + 2 + count;
  for (const piece of recordPieces(stream, record)) {
    if (missing <= 0) break;
    pieces.push(piece);
    missing -= piece.length;
  }
  if (missing > 0) throw new PackageError('truncated');
  return decode(Buffer.concat(pieces).subarray(at + 2, at + 2 + count));
}
