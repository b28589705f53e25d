import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../../src/ooxml/read-limits.ts';
import { recordReader } from '../../../../src/read/old/xlsb-records.ts';
import { readWorkbook } from '../../../../src/read/read-file.ts';
import { readMap } from '../../../support/read-cells.ts';

/** A number of seven bits a byte. */
function number(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >>> 7)];
}

function record(type: number, ...data: readonly Buffer[]): Buffer {
  const whole = Buffer.concat(data);
  return Buffer.concat([Buffer.from([...number(type), ...number(whole.length)]), whole]);
}

function longs(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeInt32LE(value | 0, at * 4);
  return bytes;
}

const text = (value: string) => Buffer.concat([longs(value.length), Buffer.from(value, 'utf16le')]);
const real = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const row = (at: number, hidden = false) => record(0, longs(at, 0), Buffer.from([0, 0, 0, hidden ? 0x10 : 0, 0]));
const END_OF_CELLS = record(146);
const PREFIX = 'xl/worksheets/sheet1.bin';

/** A binary workbook of one sheet that has these records beside its first cell. */
function book(records: readonly Buffer[], change: (name: string, part: Buffer) => Buffer = (_, part) => part): Buffer {
  const sheet = { A1: { t: 's', v: '甲' }, '!ref': 'A1' };
  const whole = xlsx.write(
    { SheetNames: ['表'], Sheets: { 表: sheet } },
    { type: 'buffer', bookType: 'xlsb', bookSST: true },
  ) as Buffer;
  const parts = Object.entries(unzipSync(whole)).map(([name, bytes]) => {
    const part = change(name, Buffer.from(bytes));
    if (name !== PREFIX) return [name, part] as const;
    const at = part.indexOf(END_OF_CELLS);
    return [name, Buffer.concat([part.subarray(0, at), ...records, part.subarray(at)])] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(parts)));
}

describe('cells', () => {
  test('of every kind of record', async () => {
    const cell = (column: number) => longs(column, 0);
    const short = longs(0);
    const records = [
      row(1),
      record(1, cell(0)),
      record(2, cell(1), longs((-7 << 2) | 2)),
      record(2, cell(2), longs((1250 << 2) | 3)),
      record(3, cell(3), Buffer.of(0x2a)),
      record(4, cell(4), Buffer.of(1)),
      record(5, cell(5), real(0.125)),
      record(6, cell(6), text('乙_x000D_')),
      record(7, cell(7), longs(0)),
      record(8, cell(8), text('丙'), longs(0, 0, 0)),
      record(9, cell(9), real(3), longs(0, 0, 0)),
      record(10, cell(10), Buffer.of(0), longs(0)),
      record(11, cell(11), Buffer.of(0x17), longs(0)),
      record(62, cell(12), Buffer.of(1), text('丁'), longs(1, 0)),
      row(2),
      record(12, short),
      record(13, short, longs((4 << 2) | 2)),
      record(17, short, text('戊')),
      record(18, short, longs(0)),
      record(7, cell(9), longs(5)),
      record(3, cell(10), Buffer.of(0x99)),
      record(5, cell(11), real(Number.NaN)),
    ];
    const { cells, codes } = await readMap(book(records));
    expect(cells).toEqual({
      A1: 'text:甲',
      B2: 'number:-7',
      C2: 'number:12.5',
      D2: 'error:#N/A',
      E2: 'boolean:TRUE',
      F2: 'number:0.125',
      G2: 'text:乙_x000D_',
      H2: 'text:甲',
      I2: 'text:丙',
      J2: 'number:3',
      K2: 'boolean:FALSE',
      L2: 'error:#REF!',
      M2: 'text:丁',
      B3: 'number:4',
      C3: 'text:戊',
      D3: 'text:甲',
      J3: 'error:5',
      K3: 'error:#153',
      L3: 'error:NaN',
    });
    expect(codes).toEqual(['CELL_DAMAGED J3', 'CELL_DAMAGED K3', 'CELL_DAMAGED L3']);
  });

  test('beyond a sheet, and before any row, are told', async () => {
    const { cells, codes } = await readMap(
      book([row(2 ** 21), record(2, longs(0, 0), longs(6)), row(3), record(2, longs(20_000, 0), longs(6))]),
    );
    expect(cells).toEqual({ A1: 'text:甲' });
    expect(codes).toEqual(['CELL_REFERENCE_BAD', 'CELL_REFERENCE_BAD']);
  });

  test('count from 1904 where the workbook says so', async () => {
    const dated = book([row(1), record(5, longs(0, 0), real(43_894))], (name, part) => {
      if (name.endsWith('workbook.bin')) {
        const properties = part.indexOf(Buffer.from(number(153)));
        part[properties + 3] = (part[properties + 3] ?? 0) | 1;
      }
      // Formats of cells are sixteen bytes; here all are dates.
      const format = Buffer.of(47, 16);
      if (name.endsWith('styles.bin'))
        for (let at = part.indexOf(format); at >= 0; at = part.indexOf(format, at + 1)) part.writeUInt16LE(14, at + 4);
      return part;
    });
    expect((await readMap(dated)).cells).toEqual({ A1: 'text:甲', A2: 'date:2024-03-05' });
  });

  test('are counted while they come: of a million no more are looked at than may be kept', async () => {
    const bytes = book([row(1), Buffer.concat(Array<Buffer>(1_000_000).fill(record(2, longs(0, 0), longs(6))))]);
    const { value, findings } = await readWorkbook(bytes, '甲.xlsb', { ...DEFAULT_READ_LIMITS, cells: 1000 });
    expect([value, findings.map(({ code, args }) => [code, args['limit']])]).toEqual([
      null,
      [['FILE_TOO_LARGE', '1000']],
    ]);
  });
});

test('hidden rows and columns are those that say so, however many name them', async () => {
  const column = (first: number, last: number, hidden: boolean) =>
    record(60, longs(first, last, 2304, 0), Buffer.of(hidden ? 1 : 0, 0));
  const many = Array<Buffer>(1000).fill(column(2, 1_000_000, true));
  const { workbook } = await readMap(book([column(0, 0, false), ...many, row(1, true), row(2)]));
  expect(workbook?.grids[0]?.hiddenRows).toEqual(new Set([2]));
  expect(workbook?.grids[0]?.hiddenColumns.size).toBe(16_382);
});

describe('records', () => {
  const told = (pieces: readonly Buffer[]) => {
    const records: (readonly [number, string])[] = [];
    const reader = recordReader((type, bytes, from, to) => records.push([type, bytes.toString('hex', from, to)]));
    for (const piece of pieces) reader.feed(piece);
    reader.end();
    return records;
  };

  test('are the same however their bytes come', () => {
    const one = fc.tuple(fc.nat(0x3fff), fc.uint8Array({ maxLength: 300 }));
    fc.assert(
      fc.property(fc.array(one), fc.array(fc.nat(200)), (records, sizes) => {
        const bytes = Buffer.concat(records.map(([type, data]) => record(type, Buffer.from(data))));
        const pieces: Buffer[] = [];
        let at = 0;
        for (const size of sizes) {
          pieces.push(bytes.subarray(at, at + size));
          at += size;
        }
        pieces.push(bytes.subarray(at));
        expect(told(pieces)).toEqual(records.map(([type, data]) => [type, Buffer.from(data).toString('hex')]));
      }),
    );
  });

  test.each<[string, Buffer, string]>([
    ['whose data are cut short', record(5, longs(1, 2)).subarray(0, 8), 'truncated'],
    ['whose length is cut short', Buffer.of(5, 0x80), 'truncated'],
    ['that state more than any has', Buffer.of(5, 0xff, 0xff, 0xff, 0x7f, 1), 'token'],
  ])('%s are refused', (_, bytes, fault) => {
    expect(() => told([bytes])).toThrow(fault);
  });
});
