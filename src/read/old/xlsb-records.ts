import { inflateEntry } from '../../ooxml/inflate.ts';
import type { Package } from '../../ooxml/package.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { partKey } from '../../ooxml/part-name.ts';

/** Takes a record: its data stand at `from` … `to` and hold until the call returns. */
export type TellRecord = (type: number, bytes: Buffer, from: number, to: number) => void;

/** Types of the records that are read, as [MS-XLSB] names them. */
export const RECORD = {
  rowHeader: 0,
  cellRk: 2,
  cellError: 3,
  cellBool: 4,
  cellReal: 5,
  cellText: 6,
  cellShared: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBool: 10,
  formulaError: 11,
  shortBlank: 12,
  shortRk: 13,
  shortError: 14,
  shortBool: 15,
  shortReal: 16,
  shortText: 17,
  shortShared: 18,
  sharedItem: 19,
  format: 44,
  cellFormat: 47,
  columnInfo: 60,
  cellRichText: 62,
  endSheet: 130,
  endBook: 132,
  workbookProperties: 153,
  bundleSheet: 156,
  endShared: 160,
  mergeCell: 176,
  beginCellFormats: 617,
  endCellFormats: 618,
} as const;

const MAX_RECORD = 16 * 1024 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * Tells the records of a binary part while it is inflated.
 *
 * Throws `PackageError` when the part is missing, ambiguous, damaged or too large, when its records do not run to its end,
 * or when `last`, the record that ends what it holds, is not among them: of a part cut short nothing is used.
 */
export async function readRecords(pack: Package, name: string, last: number | null, tell: TellRecord): Promise<void> {
  const entry = pack.parts.get(partKey(name));
  if (entry === undefined) throw new PackageError('partMissing', name);
  if (entry === null) throw new PackageError('nameTwice', name);
  let ended = last === null;
  const records = recordReader((type, bytes, from, to) => {
    ended ||= type === last;
    tell(type, bytes, from, to);
  });
  try {
    await inflateEntry(pack.zip, entry, pack.budget, records.feed);
    records.end();
    if (!ended) throw new PackageError('truncated');
  } catch (error) {
    if (error instanceof PackageError && error.part === '') throw new PackageError(error.fault, name, error.limit);
    throw error;
  }
}

/** Cuts pieces into records: a number of two bytes and a length of four at the most, seven bits a byte, then the data. */
export function recordReader(tell: TellRecord): { feed(piece: Buffer): void; end(): void } {
  // Bytes of a record that has not come wholly; there is no use in looking again before so many are there.
  let held: Buffer[] = [];
  let heldSize = 0;
  let wanted = 0;

  function take(piece: Buffer): void {
    held.push(piece);
    heldSize += piece.length;
    if (heldSize < wanted) return;
    const bytes = held.length === 1 ? piece : Buffer.concat(held);
    const used = cut(bytes);
    heldSize = bytes.length - used;
    held = heldSize === 0 ? [] : [bytes.subarray(used)];
  }

  /** Tells all whole records and returns how many bytes they took. */
  function cut(bytes: Buffer): number {
    const size = bytes.length;
    let start = 0;
    for (;;) {
      let at = start;
      let type = bytes[at++] ?? 0;
      if (type >= 0x80) type = (type & 0x7f) + ((bytes[at++] ?? 0) & 0x7f) * 0x80;
      let length = 0;
      for (let place = 0, more = true; more && place < 28; place += 7) {
        const byte = bytes[at++] ?? 0;
        length += (byte & 0x7f) << place;
        more = byte >= 0x80;
      }
      if (at > size || at + length > size) {
        wanted = at > size ? 0 : at + length - start;
        if (length > MAX_RECORD) throw new PackageError('token');
        return start;
      }
      tell(type, bytes, at, at + length);
      start = at + length;
    }
  }

  return {
    feed: take,
    end() {
      wanted = 0;
      take(NOTHING);
      if (heldSize > 0) throw new PackageError('truncated');
    },
  };
}

/** A 32-bit number of a record; throws `PackageError` beyond its end, as `textAt` does. */
export function longAt(bytes: Buffer, at: number, to: number): number {
  if (at + 4 > to) throw new PackageError('truncated');
  return bytes.readUInt32LE(at);
}

/** A text behind its length; no longer than asked for. */
export function textAt(bytes: Buffer, at: number, to: number, most = Number.POSITIVE_INFINITY): string {
  const count = longAt(bytes, at, to);
  if (at + 4 + count * 2 > to) throw new PackageError('truncated');
  return bytes.toString('utf16le', at + 4, at + 4 + Math.min(count, most) * 2);
}
