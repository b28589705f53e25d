import { PackageError } from '../../ooxml/package-error.ts';

/** The streams at the top of a compound file (OLE container), by their names in lower case. */
export interface CompoundFile {
  readonly streams: ReadonlyMap<string, CompoundStream>;
  /** The bytes of a stream; throws `PackageError` when its sectors do not hold all of them. */
  read(stream: CompoundStream): Buffer;
}

export interface CompoundStream {
  readonly start: number;
  readonly size: number;
}

const HEADER_SIZE = 512;
const HEADER_FAT_SECTORS = 109;
/** From here on sector numbers are marks: end of chain, free, part of the table itself. */
const FIRST_MARK = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const ENTRY_SIZE = 128;
const MAX_ENTRIES = 65_536;
const STREAM = 2;
const ROOT = 5;
const NO_ENTRY = 0xffffffff;
const MINI_SECTOR = 64;

interface Entry extends CompoundStream {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/**
 * Opens a compound file by its tables; throws `PackageError` when one is damaged or cut short.
 *
 * Chains are followed once and checked: none may be a ring, leave the file, or end before the size that is stated.
 */
export function openCompound(bytes: Buffer): CompoundFile {
  if (bytes.length < HEADER_SIZE) throw new PackageError('truncated');
  const shift = bytes.readUInt16LE(30);
  if ((shift !== 9 && shift !== 12) || bytes.readUInt16LE(32) !== 6) throw new PackageError('directory');
  const sectorSize = 1 << shift;
  const miniCutoff = bytes.readUInt32LE(56);

  /** The last sector of a file is often written as far as it is used. */
  function sector(number: number): Buffer {
    const start = (number + 1) * sectorSize;
    if (start >= bytes.length) throw new PackageError('truncated');
    return bytes.subarray(start, start + sectorSize);
  }

  const table = sectorTable(bytes, sector, sectorSize);
  const chain = (start: number) => Buffer.concat(follow(table, start).map(sector));
  const entries = directoryEntries(chain(bytes.readUInt32LE(48)));
  const root = entries[0];
  if (root === undefined || root.type !== ROOT) throw new PackageError('directory');
  let mini: { readonly table: Uint32Array; readonly data: Buffer } | null = null;

  function miniStream(): { readonly table: Uint32Array; readonly data: Buffer } {
    mini ??= { table: numbers(chain(bytes.readUInt32LE(60))), data: chain(root?.start ?? NO_ENTRY) };
    return mini;
  }

  function read({ start, size }: CompoundStream): Buffer {
    if (size === 0) return Buffer.alloc(0);
    if (size > bytes.length) throw new PackageError('truncated');
    const whole = size < miniCutoff ? miniChain(start) : chain(start);
    if (whole.length < size) throw new PackageError('truncated');
    return whole.subarray(0, size);
  }

  function miniChain(start: number): Buffer {
    const { table: links, data } = miniStream();
    return Buffer.concat(follow(links, start).map((at) => data.subarray(at * MINI_SECTOR, (at + 1) * MINI_SECTOR)));
  }

  return { streams: topStreams(entries, root.child), read };
}

/** The table of links between sectors; its own sectors are listed in the header and, for large files, beyond it. */
function sectorTable(bytes: Buffer, sector: (number: number) => Buffer, sectorSize: number): Uint32Array {
  const places: number[] = [];
  for (let at = 0; at < HEADER_FAT_SECTORS; at++) places.push(bytes.readUInt32LE(76 + at * 4));
  const perSector = sectorSize / 4 - 1;
  const seen = new Set<number>();
  for (let next = bytes.readUInt32LE(68); next < FIRST_MARK; ) {
    if (seen.has(next)) throw new PackageError('directory');
    seen.add(next);
    const list = numbers(sector(next));
    if (list.length <= perSector) throw new PackageError('truncated');
    for (const place of list.subarray(0, perSector)) places.push(place);
    if (places.length > HEADER_FAT_SECTORS + bytes.length / sectorSize + perSector) throw new PackageError('directory');
    next = list[perSector] ?? END_OF_CHAIN;
  }
  const own = places.filter((place) => place < FIRST_MARK);
  // The table takes a part of the file: sectors named over and over make it larger than that.
  if (own.length > bytes.length / sectorSize) throw new PackageError('directory');
  const parts = own.map(sector);
  return numbers(Buffer.concat(parts));
}

function numbers(bytes: Buffer): Uint32Array {
  const list = new Uint32Array(Math.floor(bytes.length / 4));
  for (let at = 0; at < list.length; at++) list[at] = bytes.readUInt32LE(at * 4);
  return list;
}

function follow(links: Uint32Array, start: number): readonly number[] {
  const chain: number[] = [];
  for (let at = start; at !== END_OF_CHAIN; at = links[at] ?? NO_ENTRY) {
    if (at >= links.length || chain.length === links.length) throw new PackageError('directory');
    chain.push(at);
  }
  return chain;
}

function directoryEntries(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  const last = Math.min(directory.length, MAX_ENTRIES * ENTRY_SIZE) - ENTRY_SIZE;
  for (let at = 0; at <= last; at += ENTRY_SIZE) {
    const length = Math.min(directory.readUInt16LE(at + 64), 64);
    entries.push({
      name: directory.toString('utf16le', at, at + Math.max(0, length - 2)),
      type: directory[at + 66] ?? 0,
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** The streams of the root: those of embedded objects stand deeper. */
function topStreams(entries: readonly Entry[], top: number): ReadonlyMap<string, CompoundStream> {
  const streams = new Map<string, CompoundStream>();
  const seen = new Set<number>();
  const open = [top];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (entry === undefined || seen.has(at)) continue;
    seen.add(at);
    const key = entry.name.toLowerCase();
    if (entry.type === STREAM && !streams.has(key)) streams.set(key, entry);
    open.push(entry.left, entry.right);
  }
  return streams;
}
