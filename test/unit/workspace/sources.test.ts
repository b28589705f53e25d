import { describe, expect, test } from 'vitest';
import { parseSources, sourceRowOf } from '../../../src/workspace/sources.ts';
import { scheme } from '../../support/returns.ts';

const parsed = (...lines: string[]) => parseSources(['file,bureau,period,form', ...lines].join('\r\n'), scheme);

describe('sources.csv', () => {
  test('settles bureau, period and form; blank cells settle nothing', () => {
    const { table, faults } = parsed('a.xlsx,广州市,2024Q1,ledger', 'b.xlsx,440600,,', 'c.xlsx,,,summary');
    expect(faults).toEqual([]);
    expect(table.rows.map(({ line, hints }) => [line, hints.bureau, hints.period?.id ?? null, hints.form])).toEqual([
      [2, '440100', '2024Q1', 'ledger'],
      [3, '440600', null, null],
      [4, null, null, 'summary'],
    ]);
  });

  test('a file is found by its name or the end of it, the longest first, written either way', () => {
    const { table } = parsed('佛山市\\台账.xlsx,440600,,', '台账.xlsx,440100,,');
    expect(sourceRowOf(table, '佛山市/台账.xlsx')?.hints.bureau).toBe('440600');
    expect(sourceRowOf(table, '广州市/台账.xlsx')?.hints.bureau).toBe('440100');
    expect(sourceRowOf(table, 'returns/2024Q1/佛山市/台账.xlsx')?.hints.bureau).toBe('440600');
    expect(sourceRowOf(table, '某佛山市/台账.xlsx')?.hints.bureau).toBe('440100');
    expect(sourceRowOf(table, '统计表.xlsx')).toBeNull();
  });

  test.each([
    ['a.xlsx,广西市,,', 2, 'REFERENCE_UNKNOWN'],
    ['a.xlsx,,一季度,', 2, 'PERIOD_WRONG'],
    ['a.xlsx,,,table', 2, 'VALUE_NOT_ALLOWED'],
    [',440100,,', 2, 'VALUE_MISSING'],
    ['a.xlsx,,,\r\na.xlsx,,,', 3, 'ID_TWICE'],
  ])('%j is a fault', (line, at, code) => {
    expect(parsed(line).faults).toEqual([expect.objectContaining({ file: 'sources.csv', line: at, code })]);
  });

  test('an unknown column is told', () => {
    expect(parseSources('file,burau\r\na.xlsx,440100', scheme).faults).toEqual([
      expect.objectContaining({ line: 1, code: 'COLUMN_UNKNOWN' }),
    ]);
  });
});
