import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentAt,
  contentReader,
  gridRow,
  plainNumber,
  rowCount,
  rowIndex,
  serialToIso,
} from '../../../src/model/grid.ts';
import { gridBuilder, gridFromRows } from '../../../src/model/grid-builder.ts';
import { cellName, columnName } from '../../../src/model/place.ts';

describe('grid', () => {
  test('keeps addresses of cells that come in any order', () => {
    const builder = gridBuilder();
    builder.number(7, 3, 'number', 5);
    builder.text(2, 4, 'text', 'b');
    builder.text(2, 1, 'text', 'a');
    const grid = builder.build({ sheet: '表', hiddenRows: new Set([7]) });
    expect(rowCount(grid)).toBe(2);
    expect(gridRow(grid, 0)).toEqual({
      number: 2,
      hidden: false,
      cells: [
        { row: 2, column: 1, kind: 'text', text: 'a', number: Number.NaN, index: 1 },
        { row: 2, column: 4, kind: 'text', text: 'b', number: Number.NaN, index: 0 },
      ],
    });
    expect(gridRow(grid, 1)).toMatchObject({ number: 7, hidden: true, cells: [{ column: 3, text: '5', number: 5 }] });
    expect(rowIndex(grid, 7)).toBe(1);
    expect(rowIndex(grid, 3)).toBe(-1);
  });

  test('texts before the first number stay what they are', () => {
    const rows = Array.from({ length: 600 }, (_, row) => [`text ${row}`, row < 400 ? 'x' : row + 0.5]);
    const grid = gridFromRows(rows);
    const cells = rows.map((_, row) => gridRow(grid, row).cells.map(({ text }) => text));
    expect(cells).toEqual(rows.map((row) => row.map(String)));
    expect(gridFromRows(rows.slice(0, 400)).values).toBeInstanceOf(Uint32Array);
  });

  test('cells of one text share what they hold, whatever else has stood between', () => {
    const rows = Array.from({ length: 3000 }, (_, row) => [`once ${row}`, `of ${row % 7}`, row, null]);
    const grid = gridFromRows(rows);
    const contentOf = contentReader(grid);
    for (const at of grid.values.keys()) expect(contentOf(at)).toEqual(contentAt(grid, at));
    const last = grid.values.length - 2;
    expect(contentOf(last)).toBe(contentOf(last - 3 * 7));
  });

  test('grows past its first capacity', () => {
    const rows = Array.from({ length: 500 }, (_, row) => [`text ${row}`, row]);
    const grid = gridFromRows(rows);
    expect(rowCount(grid)).toBe(500);
    expect(gridRow(grid, 499).cells.map((cell) => cell.text)).toEqual(['text 499', '499']);
  });
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16384, 'XFD'],
])('column %i is %s', (column, name) => {
  expect(columnName(column)).toBe(name);
  expect(cellName(12, column)).toBe(`${name}12`);
});

test.each([
  [45356, '2024-03-05'],
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, '1900-02-29'],
  [61, '1900-03-01'],
  [2958465, '9999-12-31'],
  [45356.5, '2024-03-05T12:00:00'],
  [-1, '-1'],
  [2958466, '2958466'],
])('serial %d is %s', (serial, iso) => {
  expect(serialToIso(serial)).toBe(iso);
});

test.each([
  [0.1 + 0.2, '0.3'],
  [1e-7, '0.0000001'],
  [123456789012345680000, '123456789012346000000'],
  [12.5, '12.5'],
  [-0, '0'],
  [1 / 3, '0.333333333333333'],
])('number %d is shown as %s', (value, text) => {
  expect(plainNumber(value)).toBe(text);
});

test('a number is shown as its 15 digits say, whatever its size', () => {
  const byTheBook = (value: number) => {
    const rounded = Number(value.toPrecision(15));
    const text = String(rounded);
    return text.includes('e-') ? rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text;
  };
  const hundredths = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((value) => value / 100);
  const numbers = fc.oneof(fc.double({ noNaN: true }), fc.integer(), hundredths, fc.maxSafeInteger());
  fc.assert(fc.property(numbers, (value) => plainNumber(value) === byTheBook(value)));
});
