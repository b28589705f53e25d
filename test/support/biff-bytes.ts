import { CFB } from '@e965/xlsx';
import iconv from 'iconv-lite';

/** A record of a BIFF stream, so that a test can spell one as no writer would. */
export function record(type: number, ...parts: readonly Uint8Array[]): Buffer {
  const data = Buffer.concat(parts);
  return Buffer.concat([words(type, data.length), data]);
}

/** 16-bit numbers. */
export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, place) => {
    bytes.writeUInt16LE(value & 0xffff, place * 2);
  });
  return bytes;
}

export function long(value: number): Buffer {
  return words(value & 0xffff, value >>> 16);
}

export function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

export function gbk(text: string): Buffer {
  return iconv.encode(text, 'gb18030');
}

/** A Unicode string without its length: flags and characters. */
export function wide(text: string): Buffer {
  return Buffer.concat([Buffer.of(1), Buffer.from(text, 'utf16le')]);
}

export const BOF_8 = record(0x0809, words(0x0600, 5, 0x0dbb, 0x07cc, 0, 0, 6, 0));
const BOF_5 = record(0x0809, words(0x0500, 5, 0x096c, 0x07c9));
export const EOF = record(0x000a);

export const cell = {
  number: (row: number, column: number, value: number, format = 0) =>
    record(0x0203, words(row, column, format), double(value)),
  /** A Unicode label (BIFF8). */
  label: (row: number, column: number, text: string) => record(0x0204, words(row, column, 0, text.length), wide(text)),
  /** A label of bytes (BIFF5). */
  bytes: (row: number, column: number, text: Buffer) => record(0x0204, words(row, column, 0, text.length), text),
  shared: (row: number, column: number, index: number) => record(0x00fd, words(row, column, 0), long(index)),
  /** A formula with the eight bytes of its result. */
  formula: (row: number, column: number, result: Uint8Array) =>
    record(0x0006, words(row, column, 0), result, words(0, 0, 0, 3), Buffer.of(0x1e, 1, 0)),
};

/** Results of formulas that are no numbers. */
export const RESULT = {
  textFollows: Buffer.of(0, 0, 0, 0, 0, 0, 0xff, 0xff),
  boolean: (value: number) => Buffer.of(1, 0, value, 0, 0, 0, 0xff, 0xff),
  error: (code: number) => Buffer.of(2, 0, code, 0, 0, 0, 0xff, 0xff),
  empty: Buffer.of(3, 0, 0, 0, 0, 0, 0xff, 0xff),
};

export interface BiffSketch {
  readonly version?: 5 | 8;
  /** Records before the sheets, other than the list of sheets. */
  readonly globals?: readonly Buffer[];
  readonly sheets: readonly {
    readonly name?: string | Buffer;
    readonly hidden?: number;
    readonly kind?: number;
    readonly records: readonly Buffer[];
    /** Where the list of sheets says that the sheet begins, counted from where it does. */
    readonly shift?: number;
    /** Without its end-of-file record. */
    readonly open?: boolean;
  }[];
}

/** A workbook stream of BIFF5 or BIFF8 records. */
export function biffStream({ version = 8, globals = [], sheets }: BiffSketch): Buffer {
  const bof = version === 8 ? BOF_8 : BOF_5;
  const bodies = sheets.map(({ records, open }) => Buffer.concat([bof, ...records, ...(open === true ? [] : [EOF])]));
  const list = (starts: readonly number[]) =>
    sheets.map(({ name = '表', hidden = 0, kind = 0, shift = 0 }, place) => {
      const text = typeof name === 'string' ? (version === 8 ? wide(name) : gbk(name)) : name;
      const length = typeof name === 'string' && version === 8 ? name.length : text.length;
      return record(0x0085, long((starts[place] ?? 0) + shift), Buffer.of(hidden, kind, length), text);
    });
  const head = (starts: readonly number[]) => Buffer.concat([bof, ...globals, ...list(starts), EOF]);
  let at = head([]).length;
  const starts = bodies.map((body) => {
    const start = at;
    at += body.length;
    return start;
  });
  return Buffer.concat([head(starts), ...bodies]);
}

/** A compound file with these streams. */
export function compoundBytes(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, bytes);
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

/** An old workbook as a file. */
export function xlsBytes(sketch: BiffSketch): Buffer {
  return compoundBytes({ [sketch.version === 5 ? 'Book' : 'Workbook']: biffStream(sketch) });
}
