import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { ByteBudget, PartBudget } from './byte-budget.ts';
import { PackageError } from './package-error.ts';
import type { Zip, ZipEntry } from './zip.ts';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATE = 8;

/** Entries that are and stay small are inflated at once; the rest comes in pieces of this size. */
const SMALL_COMPRESSED = 512 * 1024;
const SMALL_INFLATED = 4 * 1024 * 1024;
const PIECE = 256 * 1024;

/**
 * Gives an entry's bytes to `take`, in one piece when it is small, and checks them against its checksum.
 *
 * What `take` made of the pieces may only be used once the promise is fulfilled: a damaged entry is known at its
 * end. Throws `PackageError`; declared sizes are never trusted, only checked.
 */
export async function inflateEntry(
  zip: Zip,
  entry: ZipEntry,
  budget: ByteBudget,
  take: (piece: Buffer) => void,
): Promise<void> {
  const data = entryData(zip, entry);
  const limit = budget.forPart(entry.name);
  const whole = entry.method === STORED ? data : inflateSmall(data, entry, limit);
  if (whole !== null) take(checked(whole, entry, limit));
  else await inflateInPieces(data, entry, limit, take);
}

/** An entry's bytes in one piece, made where they stay: of a large one pieces and their copy would both take room. */
export function inflateWhole(zip: Zip, entry: ZipEntry, budget: ByteBudget): Buffer {
  const data = entryData(zip, entry);
  const limit = budget.forPart(entry.name);
  if (entry.method === STORED) return checked(data, entry, limit);
  const most = Math.min(entry.size, limit.left());
  const whole = inflateAtOnce(data, entry, most, most);
  if (whole !== null) return checked(whole, entry, limit);
  limit.take(entry.size);
  throw new PackageError('size', entry.name);
}

function checked(whole: Buffer, entry: ZipEntry, limit: PartBudget): Buffer {
  limit.take(whole.length);
  if (whole.length !== entry.size || crc32(whole) !== entry.crc) throw new PackageError('checksum', entry.name);
  return whole;
}

function entryData(zip: Zip, entry: ZipEntry): Buffer {
  const { bytes } = zip;
  if (entry.encrypted) throw new PackageError('encryptedPart', entry.name);
  if (entry.method !== STORED && entry.method !== DEFLATE) throw new PackageError('method', entry.name);
  const { offset } = entry;
  if (offset + LOCAL_SIZE > bytes.length) throw new PackageError('truncated', entry.name);
  if (bytes.readUInt32LE(offset) !== LOCAL_SIGNATURE) throw new PackageError('directory', entry.name);
  const start = offset + LOCAL_SIZE + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const end = start + entry.compressedSize;
  if (end > bytes.length) throw new PackageError('truncated', entry.name);
  return bytes.subarray(start, end);
}

/** Null when the entry is or turns out too large to be held whole. */
function inflateSmall(data: Buffer, entry: ZipEntry, limit: PartBudget): Buffer | null {
  if (data.length > SMALL_COMPRESSED || entry.size > SMALL_INFLATED) return null;
  return inflateAtOnce(data, entry, entry.size, Math.min(SMALL_INFLATED, limit.left()));
}

/** Null when there is more than `most`. A right-sized first piece saves joining many. */
function inflateAtOnce(data: Buffer, entry: ZipEntry, expected: number, most: number): Buffer | null {
  try {
    return inflateRawSync(data, { chunkSize: Math.max(1024, expected + 1), maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (hasCode(error, 'ERR_BUFFER_TOO_LARGE')) return null;
    throw new PackageError('compression', entry.name);
  }
}

async function inflateInPieces(
  data: Buffer,
  entry: ZipEntry,
  limit: PartBudget,
  take: (piece: Buffer) => void,
): Promise<void> {
  const inflate = createInflateRaw({ chunkSize: PIECE, finishFlush: constants.Z_FINISH });
  inflate.end(data);
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      limit.take(piece.length);
      size += piece.length;
      if (size > entry.size) throw new PackageError('size', entry.name);
      crc = crc32(piece, crc);
      take(piece);
    }
  } catch (error) {
    if (hasCode(error, 'Z_DATA_ERROR') || hasCode(error, 'Z_BUF_ERROR')) {
      throw new PackageError('compression', entry.name);
    }
    throw error;
  } finally {
    inflate.destroy();
  }
  if (size !== entry.size || crc !== entry.crc) throw new PackageError('checksum', entry.name);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
