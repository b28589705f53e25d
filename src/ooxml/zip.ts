import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { PackageError } from './package-error.ts';

/** The directory of a zip file. */
export interface Zip {
  readonly bytes: Buffer;
  /** In directory order, folders left out. */
  readonly entries: readonly ZipEntry[];
}

/** One file of a zip, as the central directory describes it; nothing of it is believed before it is inflated. */
export interface ZipEntry {
  /** Forward slashes, without a leading one. */
  readonly name: string;
  /** The name as stored: names in other encodings are decoded by whoever knows better. */
  readonly rawName: Buffer;
  /** The name says that it is UTF-8. */
  readonly isUtf8: boolean;
  /** The name as an extra field gives it beside one in another encoding; null when none does. */
  readonly unicodeName: string | null;
  /** 0 stored, 8 deflate. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_LOCATOR_SIZE = 20;
const END64_SIGNATURE = 0x06064b50;
const END64_SIZE = 56;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const ZIP64 = 1;
const UNICODE_NAME = 0x7075;
const MAX_ENTRIES = 65_536;
const IN_ZIP64 = 0xffffffff;

/** The entries of a zip, zip64 included; throws `PackageError` when the directory is damaged or cut short. */
export function openZip(bytes: Buffer): Zip {
  const { start, end, count } = directoryRange(bytes);
  if (count > MAX_ENTRIES) throw new PackageError('entries');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let read = 0; read < count; read++) {
    if (at + ENTRY_SIZE > end || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new PackageError('directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const next = at + ENTRY_SIZE + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    if (next > end) throw new PackageError('directory');
    const entry = readEntry(bytes.subarray(at, next), nameLength, extraLength);
    if (!entry.name.endsWith('/')) entries.push(entry);
    at = next;
  }
  return { bytes, entries };
}

function readEntry(record: Buffer, nameLength: number, extraLength: number): ZipEntry {
  const rawName = record.subarray(ENTRY_SIZE, ENTRY_SIZE + nameLength);
  const extra = record.subarray(ENTRY_SIZE + nameLength, ENTRY_SIZE + nameLength + extraLength);
  const stored = [record.readUInt32LE(24), record.readUInt32LE(20), record.readUInt32LE(42)] as const;
  const [size, compressedSize, offset] = zip64Sizes(stored, extra);
  return {
    name: rawName.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, ''),
    rawName: Buffer.from(rawName),
    isUtf8: (record.readUInt16LE(8) & 0x800) !== 0,
    unicodeName: unicodeNameOf(rawName, extra),
    method: record.readUInt16LE(10),
    encrypted: (record.readUInt16LE(8) & 1) === 1,
    crc: record.readUInt32LE(16),
    compressedSize,
    size,
    offset,
  };
}

/** The first extra field of a kind; null when there is none. */
function extraField(extra: Buffer, kind: number): Buffer | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === kind) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

/** A name in UTF-8 that was made for the stored one: version, checksum of that, name. */
function unicodeNameOf(rawName: Buffer, extra: Buffer): string | null {
  const field = extraField(extra, UNICODE_NAME);
  if (field === null || field.length <= 5 || field[0] !== 1 || field.readUInt32LE(1) !== crc32(rawName)) return null;
  const name = field.subarray(5);
  return isUtf8(name) ? name.toString('utf8') : null;
}

/** Sizes that do not fit 32 bits stand in the zip64 extra field, in this order, only those that do not fit. */
function zip64Sizes(stored: readonly [number, number, number], extra: Buffer): readonly [number, number, number] {
  const field = stored.includes(IN_ZIP64) ? extraField(extra, ZIP64) : null;
  if (field === null) return stored;
  let read = 0;
  const wide = (value: number): number => {
    if (value !== IN_ZIP64 || read + 8 > field.length) return value;
    read += 8;
    return Number(field.readBigUInt64LE(read - 8));
  };
  return [wide(stored[0]), wide(stored[1]), wide(stored[2])];
}

interface DirectoryRange {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

function directoryRange(bytes: Buffer): DirectoryRange {
  const at = endRecord(bytes);
  const range = end64Record(bytes, at) ?? {
    count: bytes.readUInt16LE(at + 10),
    size: bytes.readUInt32LE(at + 12),
    offset: bytes.readUInt32LE(at + 16),
  };
  const end = range.offset + range.size;
  if (end > at) throw new PackageError('truncated');
  return { start: range.offset, end, count: range.count };
}

/**
 * The end record is the last signature whose comment reaches exactly to the end of the file. When there is none, something
 * was added behind it, as some web servers do, and it is the last one that stands right behind its directory.
 */
function endRecord(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - 0xffff);
  let behindDirectory = -1;
  for (let at = bytes.length - END_SIZE; at >= first; at--) {
    if (bytes[at] !== 0x50 || bytes.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length) return at;
    const isBehind = bytes.readUInt32LE(at + 16) + bytes.readUInt32LE(at + 12) === at;
    if (isBehind && behindDirectory < 0) behindDirectory = at;
  }
  if (behindDirectory < 0) throw new PackageError('truncated');
  return behindDirectory;
}

function end64Record(bytes: Buffer, end: number): { count: number; size: number; offset: number } | null {
  const locator = end - END64_LOCATOR_SIZE;
  if (locator < 0 || bytes.readUInt32LE(locator) !== END64_LOCATOR_SIGNATURE) return null;
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (at + END64_SIZE > locator || bytes.readUInt32LE(at) !== END64_SIGNATURE) throw new PackageError('directory');
  return {
    count: Number(bytes.readBigUInt64LE(at + 32)),
    size: Number(bytes.readBigUInt64LE(at + 40)),
    offset: Number(bytes.readBigUInt64LE(at + 48)),
  };
}
