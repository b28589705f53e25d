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

/** A number in the short form: an integer or the upper half of a double, perhaps in hundredths. */
export function rkAt(data: Buffer, at: number): number {
  const stored = longAt(data, at);
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE((stored & ~3) >>> 0, 4);
  const value = (stored & 2) === 0 ? bytes.readDoubleLE(0) : (stored | 0) >> 2;
  return (stored & 1) === 0 ? value : value / 100;
}

/** The text whose length stands at a place of a record; null when its bytes are not sound in the code page. */
export function textAt({ stream, unicode, decode }: BiffBook, record: BiffRecord, at: number): string | null {
  const count = wordAt(record.data, at);
  const [first, ...more] = recordPieces(stream, record);
  const pieces = [(first ?? record.data).subarray(at + 2), ...more];
  if (unicode) return count === 0 ? '' : unicodeString(pieceReader(pieces), count);
  const bytes = Buffer.concat(pieces);
  if (bytes.length < count) throw new PackageError('truncated');
  return decode(bytes.subarray(0, count));
}
