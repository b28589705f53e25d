import { describe, expect, test } from 'vitest';
import { gridFromRows } from '../../../src/model/grid-builder.ts';
import { type RecognisedSheet, ROW_CLASSES, type Table } from '../../../src/model/recognised.ts';
import { countRows } from '../../../src/normalise/count-rows.ts';
import { normalise } from '../../../src/normalise/normalise.ts';
import { rowReader, tableRows } from '../../../src/normalise/table-rows.ts';
import { NO_REASONS, recognisedFile } from '../../support/recognised-files.ts';
import { Q1, scheme } from '../../support/returns.ts';

function summaryTable(columns: Readonly<Record<number, string>>, dataRows: readonly [number, number] | null): Table {
  return {
    form: 'summary',
    headerRows: [1, 1],
    dataRows,
    columns: Object.entries(columns).map(([column, meaning]) => ({
      column: Number(column),
      header: meaning,
      meaning,
      unit: null,
      yearToDate: false,
    })),
    task: null,
    bannerUnit: null,
    region: null,
    lines: null,
    why: NO_REASONS,
  };
}

function sheet(rows: readonly (readonly (string | number | null)[])[], tables: readonly Table[]): RecognisedSheet {
  const grid = gridFromRows(rows);
  const classes = Uint8Array.from(grid.rowNumbers, (row) => ROW_CLASSES.indexOf(row === 1 ? 'header' : 'data'));
  return { grid, classes, tables, compiled: true, aside: null };
}

describe('tables side by side', () => {
  const two = sheet(
    [
      ['县', '数', null, '县', '数'],
      ['惠城区', 1, null, '惠阳区', 2],
      ['博罗县', 3, null, null, null],
      [null, null, null, '惠东县', 4],
    ],
    [
      summaryTable({ 1: 'county', 2: 't5_job_fairs' }, [2, 4]),
      summaryTable({ 4: 'county', 5: 't5_job_fairs' }, [2, 4]),
    ],
  );

  test('each has the rows in which something stands in its columns', () => {
    expect(two.tables.map((table) => [...tableRows(two, table, 'data')])).toEqual([
      [1, 2],
      [1, 3],
    ]);
  });

  test('every row of each counts once', () => {
    const file = { ...recognisedFile(), sheets: [two] };
    const { value } = normalise(file, { scheme, sender: '441300', period: Q1 });
    expect(value.summaryRows.map(({ table, region }) => [table, region])).toEqual([
      [0, '441302'],
      [0, '441322'],
      [1, '441303'],
      [1, '441323'],
    ]);
    expect(value.rows.data).toBe(4);
  });
});

test('rows outside the data range, and of tables that are no return, are no data', () => {
  const rows = [
    ['县', '数'],
    ['惠城区', 1],
    ['惠阳区', 2],
    ['博罗县', 3],
  ];
  const short = sheet(rows, [summaryTable({ 1: 'county', 2: 't5_job_fairs' }, [2, 3])]);
  const unknown = sheet(rows, [{ ...summaryTable({ 1: 'county' }, [2, 4]), form: 'unknown' }]);
  const empty = sheet(rows, [summaryTable({ 1: 'county' }, null)]);
  const counts = [short, unknown, empty].map((one) => countRows({ ...recognisedFile(), sheets: [one] }));
  expect(counts.map(({ data, other, header }) => [data, other, header])).toEqual([
    [2, 1, 1],
    [0, 3, 1],
    [0, 3, 1],
  ]);
});

test('a row reader gives cells by slot, and those of absent columns not at all', () => {
  const grid = gridFromRows([['a', 'b', 'c']]);
  const read = rowReader(grid, [
    { column: 3, spread: false },
    { column: null, spread: true },
    { column: 1, spread: false },
  ]);
  expect(read(0).cells.map((cell) => cell?.text)).toEqual(['c', undefined, 'a']);
});

test('merges over other rows or columns leave a row alone', () => {
  const merges = [
    { top: 1, left: 1, bottom: 1, right: 2 },
    { top: 2, left: 1, bottom: 3, right: 1 },
    { top: 5, left: 1, bottom: 6, right: 2 },
  ];
  const grid = gridFromRows([['x'], ['甲', 1], [null, 2], [null, 3], ['乙', 4], [null, 5]], { merges });
  const read = rowReader(grid, [
    { column: 1, spread: true },
    { column: 2, spread: true },
  ]);
  expect([0, 1, 2, 3, 4, 5].map((index) => read(index).cells.map((cell) => cell?.text ?? null))).toEqual([
    ['x', null],
    ['甲', '1'],
    ['甲', '2'],
    [null, '3'],
    ['乙', '4'],
    ['乙', '5'],
  ]);
});
