import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as xlsx from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../../src/ooxml/read-limits.ts';
import { readWithLibrary } from '../../../../src/read/old/library-host.ts';
import { libraryWorkbook } from '../../../../src/read/old/library-workbook.ts';
import { gbk, record, words } from '../../../support/biff-bytes.ts';
import { readMap } from '../../../support/read-cells.ts';

// The worker runs compiled code: `npm run build` comes before these tests, as `npm test` does by itself.

const root = join(import.meta.dirname, '../../../..');

type Cells = Record<string, Partial<xlsx.CellObject>>;

function sheetOf(cells: Cells, layout: Partial<xlsx.WorkSheet> = {}): xlsx.WorkSheet {
  const range = { s: { r: 0, c: 0 }, e: { r: 0, c: 0 } };
  for (const address of Object.keys(cells)) {
    const { r, c } = xlsx.utils.decode_cell(address);
    range.e = { r: Math.max(range.e.r, r), c: Math.max(range.e.c, c) };
  }
  return { ...cells, ...layout, '!ref': xlsx.utils.encode_range(range) } as xlsx.WorkSheet;
}

function bookOf(sheets: Readonly<Record<string, xlsx.WorkSheet>>): xlsx.WorkBook {
  return { SheetNames: Object.keys(sheets), Sheets: sheets };
}

function bytesOf(book: xlsx.WorkBook, bookType: xlsx.BookType): Buffer {
  return xlsx.write(book, { type: 'buffer', bookType }) as Buffer;
}

/** A binary workbook with some of its parts changed. */
function withParts(bytes: Buffer, change: (name: string, part: Buffer) => Uint8Array): Buffer {
  const parts = Object.entries(unzipSync(bytes)).map(
    ([name, part]) => [name, change(name, Buffer.from(part))] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(parts)));
}

describe('binary workbooks', () => {
  test('with cells of all kinds', async () => {
    const sheet = sheetOf({
      A1: { t: 's', v: '广州 0012' },
      B1: { t: 'n', v: 12.5 },
      C1: { t: 'n', v: 45356, z: 'yyyy"年"m"月"d"日"' },
      D1: { t: 'n', v: 0.85, z: '0%' },
      E1: { t: 'b', v: true },
      F1: { t: 'e', v: 0x17 },
    });
    const { cells, codes, workbook } = await readMap(bytesOf(bookOf({ 台账: sheet }), 'xlsb'));
    expect(cells).toEqual({
      A1: 'text:广州 0012',
      B1: 'number:12.5',
      C1: 'date:2024-03-05',
      D1: 'percent:85%',
      E1: 'boolean:TRUE',
      F1: 'error:#REF!',
    });
    expect(codes).toEqual([]);
    expect(workbook).toMatchObject({ format: 'xlsb', grids: [{ sheet: '台账' }] });
  });

  test.each([
    [31, 'date:2024-03-05'],
    [57, 'date:2024-03-05'],
    [33, 'date:2024-03-05'],
    [10, 'percent:4535600%'],
  ])('whose format %i is not spelled out', async (id, wanted) => {
    const bytes = bytesOf(bookOf({ 甲: sheetOf({ A1: { t: 'n', v: 45356, z: 'm/d/yy' } }) }), 'xlsb');
    const changed = withParts(bytes, (name, part) => {
      // The cell format record of the one cell: type 47, sixteen bytes, parent 0, format 14.
      const at = name.endsWith('styles.bin') ? part.indexOf(Buffer.of(47, 16, 0, 0, 14, 0)) : -1;
      if (at >= 0) part.writeUInt16LE(id, at + 4);
      return part;
    });
    expect(changed.equals(bytes)).toBe(false);
    expect((await readMap(changed)).cells).toEqual({ A1: wanted });
  });

  test('with hidden sheets, rows and columns, and merges', async () => {
    const book = bookOf({
      甲: sheetOf(
        { A1: { t: 'n', v: 1 }, C3: { t: 'n', v: 2 } },
        {
          '!merges': [xlsx.utils.decode_range('A1:B2')],
          '!rows': [{}, { hidden: true }],
          '!cols': [{}, { hidden: true }],
        },
      ),
      乙: sheetOf({ A1: { t: 'n', v: 1 } }),
    });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
    const { workbook } = await readMap(bytesOf(book, 'xlsb'));
    expect(workbook?.grids).toMatchObject([
      {
        visibility: 'visible',
        merges: [{ top: 1, bottom: 2, left: 1, right: 2 }],
        hiddenRows: new Set([2]),
        hiddenColumns: new Set([2]),
      },
      { visibility: 'veryHidden' },
    ]);
  });

  test('of which one sheet is damaged', async () => {
    const one = sheetOf({ A1: { t: 'n', v: 1 } });
    const bytes = withParts(bytesOf(bookOf({ 甲: one, 乙: one }), 'xlsb'), (name, part) =>
      name.endsWith('sheet2.bin') ? Buffer.from('damaged') : part,
    );
    const { workbook, codes } = await readMap(bytes);
    expect(workbook?.grids.map(({ sheet }) => sheet)).toEqual(['甲']);
    expect(codes).toEqual(['SHEET_DAMAGED']);
  });

  test.each([
    ['sheet2.bin', 'SHEET_DAMAGED', ['甲']],
    ['workbook.bin', 'FILE_DAMAGED', undefined],
    ['sharedStrings.bin', 'FILE_DAMAGED', undefined],
  ])('whose part %s is cut short under a sound checksum are never half read', async (cut, code, sheets) => {
    const one = sheetOf({ A1: { t: 's', v: '甲乙丙丁' }, A2: { t: 'n', v: 2 }, A3: { t: 's', v: '戊己庚辛' } });
    const book = xlsx.write(bookOf({ 甲: one, 乙: one }), {
      type: 'buffer',
      bookType: 'xlsb',
      bookSST: true,
    }) as Buffer;
    for (const part of [0.3, 0.6, 0.9]) {
      const bytes = withParts(book, (name, whole) =>
        name.endsWith(cut) ? whole.subarray(0, Math.floor(whole.length * part)) : whole,
      );
      const { workbook, codes } = await readMap(bytes);
      expect(codes).toEqual([code]);
      expect(workbook?.grids.map(({ sheet }) => sheet)).toEqual(sheets);
    }
  });

  test('whose checksums are wrong cost their sheet', async () => {
    const bytes = bytesOf(bookOf({ 甲: sheetOf({ A1: { t: 's', v: '甲乙丙丁' } }) }), 'xlsb');
    const name = bytes.indexOf('xl/worksheets/sheet1.bin');
    bytes[name + 30] = (bytes[name + 30] ?? 0) ^ 1;
    expect((await readMap(bytes)).codes).toEqual(['SHEET_DAMAGED']);
  });
});

describe('workbooks from before Excel 5', () => {
  const attributes = Buffer.alloc(3);
  const biff2 = (labels: readonly Buffer[], codePage: number | null) =>
    Buffer.concat([
      record(0x0009, words(2, 0x10)),
      ...(codePage === null ? [] : [record(0x0042, words(codePage))]),
      ...labels.map((text, row) => record(0x0004, words(row, 0), attributes, Buffer.of(text.length), text)),
      record(0x0002, words(0, 1), attributes, words(21)),
      record(0x000a),
    ]);

  test.each([
    ['by GBK', 936, []],
    ['by none', null, ['ENCODING_UNCLEAR']],
    ['by a Western one', 1252, ['ENCODING_UNCLEAR']],
  ])('whose Chinese stands in a code page, named %s', async (_, codePage, told) => {
    const { cells, codes, workbook } = await readMap(biff2([gbk('惠州'), gbk('广州市')], codePage));
    expect(cells).toEqual({ A1: 'text:惠州', B1: 'number:21', A2: 'text:广州市' });
    expect(codes).toEqual(told);
    expect(workbook?.format).toBe('xls');
  });

  test('as the library itself writes them', async () => {
    const book = bookOf({
      Sheet1: sheetOf({ A1: { t: 's', v: 'abc' }, B1: { t: 'n', v: 1.5 }, A2: { t: 'n', v: 3 } }),
    });
    for (const bookType of ['biff2', 'biff3', 'biff4']) {
      expect((await readMap(bytesOf(book, bookType as xlsx.BookType))).cells, bookType).toEqual({
        A1: 'text:abc',
        B1: 'number:1.5',
        A2: 'number:3',
      });
    }
  });

  test.each<[string, Buffer, string]>([
    ['cut short', biff2([gbk('惠州')], 936).subarray(0, 30), 'FILE_DAMAGED'],
    ['with bytes that mean nothing', biff2([Buffer.of(0xb9, 0xff)], 936), 'FILE_DAMAGED'],
    [
      'encrypted',
      Buffer.concat([record(0x0009, words(2, 0x10)), record(0x002f, words(1, 1)), record(0x000a)]),
      'FILE_ENCRYPTED',
    ],
  ])('that are %s', async (_, bytes, code) => {
    const { workbook, codes } = await readMap(bytes);
    expect([workbook, codes]).toEqual([null, [code]]);
  });
});

describe('the worker', () => {
  const small = () => new Uint8Array(bytesOf(bookOf({ 甲: sheetOf({ A1: { t: 'n', v: 1 } }) }), 'xlsb'));
  /** A zip whose one entry is cut short: the library looks for its end for ever. */
  const hanging = () => {
    const whole = Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>'.repeat(200)) }));
    return new Uint8Array(whole.subarray(0, whole.length / 10));
  };
  const request = (bytes: Uint8Array<ArrayBuffer>) => ({ file: '甲', bytes, codePage: null, cells: 1e6 });

  test('is stopped when its time is over, and another serves the next file', async () => {
    const limits = { seconds: 0.5, megabytes: 256 };
    expect(await readWithLibrary(request(hanging()), limits)).toEqual({ stopped: 'time' });
    expect(await readWithLibrary(request(small()), limits)).toMatchObject({ grids: [{ sheet: '甲' }], findings: [] });
  });

  test('is stopped when its memory is full', async () => {
    // The library takes a text for a sheet too: a million cells.
    const bytes = new Uint8Array(Buffer.from('1,2,3,4,5\n'.repeat(200_000)));
    expect(await readWithLibrary(request(bytes), { seconds: 60, megabytes: 24 })).toEqual({ stopped: 'memory' });
  });

  test('has the memory that the limits of the run leave it', async () => {
    const bytes = new Uint8Array(Buffer.from('1,2,3,4,5\n'.repeat(200_000)));
    const limits = { ...DEFAULT_READ_LIMITS, seconds: 60, workerMegabytes: 24 };
    expect(await libraryWorkbook(request(bytes), 'xlsb', limits)).toMatchObject({
      value: null,
      findings: [{ code: 'FILE_TOO_LARGE', args: { part: '', limit: '24 MB' } }],
    });
  });

  test('serves files that come at once one after the other', async () => {
    const outcomes = await Promise.all([small(), small(), small()].map((bytes) => readWithLibrary(request(bytes))));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ grids: [{ sheet: '甲' }] });
  });

  test('does not keep the program from ending, nor print what the library says', () => {
    const reader = pathToFileURL(join(root, 'dist/read/read-file.js')).href;
    const script = `const { readWorkbook } = await import(${JSON.stringify(reader)});
      const bytes = Buffer.from(${JSON.stringify(Buffer.from(small()).toString('base64'))}, 'base64');
      const { value } = await readWorkbook(bytes, 'x');
      process.stdout.write(value.grids[0].sheet);`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect([run.status, run.stdout, run.stderr]).toEqual([0, '甲', '']);
  });
});

test('nothing of all this is loaded before such a file comes', () => {
  const folder = join(root, 'src/read');
  const eager = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => /^import (?!type\b)[^;]*'\.\/old\//m.test(readFileSync(join(folder, name), 'utf8')));
  expect(eager).toEqual([]);
  const library = readdirSync(join(folder, 'old')).filter((name) =>
    /^import (?!type\b)[^;]*'@e965\/xlsx/m.test(readFileSync(join(folder, 'old', name), 'utf8')),
  );
  expect(library).toEqual(['library-worker.ts']);
});
