import { PackageError } from '../../ooxml/package-error.ts';

/** A record of a BIFF stream, without the records that continue it. */
export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
  /** Where the next record begins. */
  readonly next: number;
}

/** Types of the records that are read, as [MS-XLS] and the older descriptions name them. */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  columnInfo: 0x007d,
  wsBool: 0x0081,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  richString: 0x00d6,
  xf: 0x00e0,
  mergeCells: 0x00e5,
  sst: 0x00fc,
  labelSst: 0x00fd,
  recalcId: 0x01c1,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const;

/** The first record from a place on of a type that is wanted, or the last one; throws as `recordAt` does. */
export function wantedRecord(stream: Buffer, from: number, wanted: ReadonlySet<number>): BiffRecord {
  let at = from;
  // Millions of records that nobody asks for are passed over without being made.
  while (at + 4 <= stream.length && !wanted.has(stream.readUInt16LE(at))) {
    const next = at + 4 + stream.readUInt16LE(at + 2);
    if (next > stream.length) break;
    at = next;
  }
  return recordAt(stream, at);
}

/** The record at a place; throws `PackageError` when it does not lie wholly in the stream. */
export function recordAt(stream: Buffer, at: number): BiffRecord {
  if (at + 4 > stream.length) throw new PackageError('truncated');
  const next = at + 4 + stream.readUInt16LE(at + 2);
  if (next > stream.length) throw new PackageError('truncated');
  return { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, next), next };
}

/** The pieces of a record: its own data and those of the records that continue it, of which there may be millions. */
export function* recordPieces(stream: Buffer, record: BiffRecord): Generator<Buffer, void> {
  yield record.data;
  for (let at = record.next; at + 4 <= stream.length && stream.readUInt16LE(at) === RECORD.continue; ) {
    if (stream.readUInt16LE(at + 2) === 0) {
      at += 4;
      continue;
    }
    const { data, next } = recordAt(stream, at);
    yield data;
    at = next;
  }
}
