import { describe, expect, test } from 'vitest';
import { type CellsAt, compressCells } from '../../../src/report/cell-ranges.ts';

const at = (row: number | null, column: number | null): CellsAt => ({ row, column });
const block = (top: number, left: number, bottom: number, right: number): CellsAt[] =>
  Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index) =>
    at(top + Math.floor(index / (right - left + 1)), left + (index % (right - left + 1))),
  );

describe('compressCells', () => {
  test.each<[string, CellsAt[], string[]]>([
    ['nothing', [], []],
    ['findings about the file', [at(null, null)], []],
    ['one cell', [at(5, 4)], ['D5']],
    ['the same cell twice', [at(5, 4), at(5, 4)], ['D5']],
    ['a column', block(5, 4, 147, 4), ['D5:D147']],
    ['a column with a gap', [...block(5, 4, 7, 4), at(9, 4)], ['D5:D7', 'D9']],
    ['cells out of order', [at(7, 4), at(5, 4), at(6, 4)], ['D5:D7']],
    ['a rectangle', block(5, 4, 9, 6), ['D5:F9']],
    ['columns of different length', [...block(5, 4, 9, 4), ...block(5, 5, 8, 5)], ['D5:D9', 'E5:E8']],
    ['columns beyond Z', block(1, 26, 2, 28), ['Z1:AB2']],
    ['columns apart', [at(5, 4), at(5, 6)], ['D5', 'F5']],
    ['whole rows', [at(5, null), at(6, null), at(9, null)], ['5:6', '9:9']],
    ['whole columns', [at(null, 4), at(null, 5)], ['D:E']],
    ['reading order', [at(9, 1), at(2, 3)], ['C2', 'A9']],
    ['rows beside the first', [{ row: 5, column: 4, alsoRows: [6, 7, 9] }, at(8, 4)], ['D5:D9']],
    ['rows and cells together', [at(5, null), at(5, 1), at(null, 1)], ['A:A', '5:5', 'A5']],
  ])('%s', (_name, cells, expected) => {
    expect(compressCells(cells)).toEqual(expected);
  });

  // Quadratic work on so many would take longer than any test may.
  test('a million cells', () => {
    expect(compressCells(block(2, 1, 500_001, 2))).toEqual(['A2:B500001']);
  });
});
