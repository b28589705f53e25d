import { describe, expect, test } from 'vitest';
import { type CellPlace, parseReference } from '../../../src/read/cell-reference.ts';
import { serialOfIso } from '../../../src/read/date-serial.ts';
import { checkMerges, parseMerge } from '../../../src/read/merges.ts';
import { builtinNumberKind, numberKind } from '../../../src/read/number-format.ts';
import { parseIndex, parseNumber } from '../../../src/read/number-value.ts';
import { viewOf } from '../../../src/read/plain-bytes.ts';
import { readPlainCell } from '../../../src/read/plain-cell.ts';
import type { StoredCell } from '../../../src/read/xlsx-cell.ts';

test.each([
  ['General', 'number'],
  ['G/通用格式', 'number'],
  ['0.00E+00', 'number'],
  ['#,##0.00_);[Red]\\(#,##0.00\\)', 'number'],
  ['"¥"#,##0', 'number'],
  ['[$¥-804]#,##0', 'number'],
  ['0"day"', 'number'],
  ['0\\d', 'number'],
  ['@', 'number'],
  ['', 'number'],
  ['0%', 'percent'],
  ['0.00%;[Red]-0.00%', 'percent'],
  ['0"%"', 'number'],
  ['yyyy"年"m"月"d"日"', 'date'],
  ['yyyy年m月', 'date'],
  ['[$-804]yyyy"年"m"月"d"日"dddd', 'date'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
  ['[DBNum1][$-804]yyyy"年"m"月"', 'date'],
  ['mmm', 'date'],
  ['aaaa', 'date'],
  ['e"."m', 'date'],
  ['yyyy-mm-dd hh:mm', 'date'],
  ['h:mm', 'time'],
  ['mm:ss.0', 'time'],
  ['[h]:mm', 'time'],
  ['General;yyyy', 'number'],
])('format %s shows a %s', (code, kind) => {
  expect(numberKind(code)).toBe(kind);
});

test.each<[number, string]>([
  ...([0, 1, 2, 3, 4, 11, 12, 37, 40, 48, 49, 60, 164] as const).map((id): [number, string] => [id, 'number']),
  ...([9, 10] as const).map((id): [number, string] => [id, 'percent']),
  ...([14, 15, 16, 17, 22, 27, 31, 36, 50, 54, 57, 58] as const).map((id): [number, string] => [id, 'date']),
  ...([18, 21, 32, 35, 45, 46, 47, 55, 56] as const).map((id): [number, string] => [id, 'time']),
])('built-in format %i shows a %s', (id, kind) => {
  expect(builtinNumberKind(id)).toBe(kind);
});

function inBytes<T>(read: (bytes: Buffer, from: number, to: number) => T, text: string): T {
  const bytes = Buffer.from(`9${text}9`);
  return read(bytes, 1, bytes.length - 1);
}

describe('numbers', () => {
  test.each([
    ['0', 0],
    ['-0', -0],
    ['12', 12],
    ['-12.5', -12.5],
    ['0.1', 0.1],
    ['.5', 0.5],
    ['5.', 5],
    ['+5', 5],
    ['0.30000000000000004', 0.30000000000000004],
    ['123456789012345', 123456789012345],
    ['1234567890123.45', 1234567890123.45],
    ['123456789012345678', 123456789012345680],
    ['1E-7', 1e-7],
    ['1.7976931348623157E308', Number.MAX_VALUE],
    [' 7\n', 7],
  ])('%s', (text, value) => {
    expect(inBytes(parseNumber, text)).toBe(value);
  });

  test.each(['', '-', '.', '-.', '1.2.3', '1,5', '1e', '0x10', 'Infinity', '1e309', 'abc', '1 2', '--1', '１'])(
    '%j is none',
    (text) => {
      expect(inBytes(parseNumber, text)).toBeNaN();
    },
  );

  test('indexes are whole and not negative', () => {
    expect(['0', '7', '4294967295', '-1', '1.5', '4294967296', ''].map((text) => inBytes(parseIndex, text))).toEqual([
      0, 7, 4294967295, -1, -1, -1, -1,
    ]);
  });
});

test.each([
  ['A1', 1, 1],
  ['XFD1048576', 1048576, 16384],
  ['aa10', 10, 27],
  ['B0007', 7, 2],
])('%s is row %i, column %i', (text, row, column) => {
  const place: CellPlace = { row: 0, column: 0 };
  expect(inBytes((bytes, from, to) => parseReference(bytes, from, to, place), text)).toBe(true);
  expect(place).toEqual({ row, column });
});

test.each(['', 'A', '1', 'A0', 'A1048577', 'XFE1', 'AAAA1', '1A', 'A1B', '$A$1', 'A-1', 'A1.5', '[1', '@1'])(
  '%j is no reference',
  (text) => {
    expect(inBytes((bytes, from, to) => parseReference(bytes, from, to, { row: 0, column: 0 }), text)).toBe(false);
  },
);

test.each([
  ['1900-01-01', 1],
  ['1900-02-28', 59],
  ['1900-03-01', 61],
  ['2024-03-05', 45356],
  ['2024-03-05T12:00:00', 45356.5],
  ['2024-03-05T06:00', 45356.25],
  ['2024-03-05T12:00:00.000Z', 45356.5],
  ['12:00:00', 0.5],
])('%s is serial %d', (text, serial) => {
  expect(serialOfIso(text)).toBe(serial);
});

test.each(['', 'T', '2024-02-30', '2024-13-01', '2024-3-5', '1800-01-01', '25:00', '2024-03-05T12:00+08:00', 'soon'])(
  '%j is no ISO date',
  (text) => {
    expect(serialOfIso(text)).toBeNaN();
  },
);

test('merges', () => {
  expect(inBytes(parseMerge, 'B2:C10')).toEqual({ top: 2, left: 2, bottom: 10, right: 3 });
  for (const text of ['B2', 'C10:B2', 'C2:B3', 'A0:B2', 'A:B', ':', 'A1:B2:C3']) {
    expect(inBytes(parseMerge, text)).toBeNull();
  }
});

test('of merges side by side in many rows none overlaps, and each overlap is found', () => {
  const merges = Array.from({ length: 20_000 }, (_, place) => ({
    top: 1 + Math.floor(place / 100) * 3,
    bottom: 3 + Math.floor(place / 100) * 3,
    left: 1 + (place % 100) * 2,
    right: 2 + (place % 100) * 2,
  }));
  expect(checkMerges(merges, () => '').kept).toHaveLength(20_000);
  const wide = Array.from({ length: 20_000 }, (_, row) => ({ top: row + 1, bottom: row + 2, left: 1, right: 16_000 }));
  expect(checkMerges(wide, () => 'x').ignored).toHaveLength(10_000);
});

describe('plain cells', () => {
  const cell: StoredCell = {
    row: 0,
    column: 0,
    type: 'number',
    style: 0,
    hasValue: false,
    number: 0,
    text: null,
    inline: null,
    formula: null,
  };

  const view = viewOf();
  const readPlain = (bytes: Buffer, at: number) => readPlainCell(bytes, view(bytes), at, cell);

  test.each<[string, Partial<StoredCell>]>([
    ['<c r="B3"><v>7</v></c>', { row: 3, column: 2, type: 'number', style: 0, number: 7 }],
    ['<c r="B3" s="12"><v>-7.5</v></c>', { style: 12, number: -7.5 }],
    ['<c r="B3" s="1" t="s"><v>0</v></c>', { type: 'shared', style: 1, number: 0 }],
    ['<c r="XFD1048576"><v>1e3</v></c>', { row: 1048576, column: 16384, type: 'number', number: 1000 }],
    [
      '<c r="B3" s="2" t="inlineStr"><is><t>AB 1</t></is></c>',
      { row: 3, column: 2, type: 'string', style: 2, hasValue: false, text: null, inline: 'AB 1' },
    ],
    ['<c r="XFD1048576" s="1234567" t="inlineStr"><is><t></t></is></c>', { style: 1234567, inline: '' }],
    ['<c r="B3" s="4"/>', { hasValue: false, number: Number.NaN }],
  ])('%s', (xml, expected) => {
    const bytes = Buffer.from(`xx${xml}${' '.repeat(64)}`);
    expect(readPlain(bytes, 2)).toBe(2 + xml.length);
    expect(cell).toMatchObject(expected);
    // Nothing is taken of a cell that has not come wholly.
    for (let size = 2; size < 2 + xml.length; size++) {
      expect(readPlain(bytes.subarray(0, size), 2)).toBe(-1);
    }
  });

  test.each([
    `<c r="A${'0'.repeat(60)}1" s="1"><v>5</v></c>`,
    `<c r="A${'0'.repeat(40)}1" s="1234567" t="inlineStr"><is><t>甲</t></is></c>`,
    '<c r="XFD1048576" s="1234567" t="inlineStr"><is><t>甲</t></is></c>',
    '<c r="XFD1048576" s="1234567" t="s"><v>1234567</v></c>',
  ])('%s is cut anywhere', (xml) => {
    const whole = Buffer.from(xml + '<c r="A1"><v>1</v></c>'.repeat(4));
    for (let size = 0; size <= whole.length; size++) {
      expect([-1, Buffer.byteLength(xml)]).toContain(readPlain(Buffer.from(whole.subarray(0, size)), 0));
    }
  });

  test.each([
    "<c r='B3'><v>7</v></c>",
    '<c  r="B3"><v>7</v></c>',
    '<c r="B3" t="str"><v>7</v></c>',
    '<c r="B3" t="b"><v>1</v></c>',
    '<c r="B3" t="inlineStr"><is><t>A&amp;B</t></is></c>',
    '<c r="B3" t="inlineStr"><is><t>A</t><t>B</t></is></c>',
    '<c r="B3" t="inlineStr"><is><t>A<!-- --></t></is></c>',
    '<c r="B3" t="inlineStr"><is><t xml:space="preserve">A</t></is></c>',
    '<c r="B3" t="inlineStr"><is><r><t>A</t></r></is></c>',
    '<c r="B3" t="inlineStr"><is><t>A</t></is><f>1</f></c>',
    '<c r="B3" t="inlineStr"><v>A</v></c>',
    '<c r="B3" t="inlineString"><is><t>A</t></is></c>',
    '<c r="B3" t="n"><v>1</v></c>',
    '<c r="b3"><v>7</v></c>',
    '<c r="XFE3"><v>7</v></c>',
    '<c r="B1048577"><v>7</v></c>',
    '<c r="B3" s=""><v>7</v></c>',
    '<c r="B3" s="123456789"><v>7</v></c>',
    '<c r="B3" t="s"><v>123456789</v></c>',
    '<c r="B3" t="s" s="1"><v>7</v></c>',
    '<c r="B3" cm="1"><v>7</v></c>',
    '<c r="B0"><v>7</v></c>',
    '<c r="&#66;3"><v>7</v></c>',
    '<c r="B3" s="-1"><v>7</v></c>',
    '<c r="B3" t="s"><v>x</v></c>',
    '<c r="B3"><v>x</v></c>',
    '<c r="B3"><v></v></c>',
    '<c r="B3"><v>&#55;</v></c>',
    '<c r="B3"><v>7<!-- --></v></c>',
    '<c r="B3"><f>1</f><v>7</v></c>',
    '<c r="B3"><v>7</v ></c>',
    '<c r="B3"></c>',
    '<col r="B3"><v>7</v></col>',
  ])('%s is left to the tokenizer', (xml) => {
    expect(readPlain(Buffer.from(xml + ' '.repeat(64)), 0)).toBe(-1);
  });
});
