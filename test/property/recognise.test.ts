import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellKind, Grid, Merge } from '../../src/model/grid.ts';
import { gridBuilder } from '../../src/model/grid-builder.ts';
import { ROW_CLASSES } from '../../src/model/recognised.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { builtinSchemeFolder, loadScheme } from '../../src/scheme/load.ts';

const scheme = await loadScheme(builtinSchemeFolder());

type Value = string | number | null;

/** Texts that mean something to the recogniser, so that random sheets come near to real ones. */
const text = fc.oneof(
  fc.constantFrom(
    ...[
      '地市',
      '任务类别',
      '社会组织名称',
      '活动名称',
      '活动类型',
      '开展时间',
      '参加人次',
      '招聘活动场次',
      '提供就业岗位数',
    ],
    ...[
      '合计',
      '小计：',
      '其中：天河区',
      '注：',
      '例',
      '填表人：张三',
      '填报单位：广州市民政局',
      '报告期：2024年第一季度',
      '零报告',
      '无',
    ],
    ...['广州市', '一、培育新兴产业', '甲', '乙', '累计', '2024年', '　', '：', '单位：万元', '（', '广州市小计'],
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.constant(null),
  fc.integer({ min: -5, max: 3000 }),
  fc.double({ noNaN: true }),
);
const sheet = fc.array(fc.array(value, { maxLength: 9 }), { maxLength: 14 });
const merge = fc.record<Merge>({
  top: fc.integer({ min: 0, max: 20 }),
  left: fc.integer({ min: 0, max: 12 }),
  bottom: fc.integer({ min: 0, max: 1048576 }),
  right: fc.integer({ min: 0, max: 16384 }),
});

/** A grid of the values, each row and column moved to the number that the maps give. */
function gridOf(
  rows: readonly (readonly Value[])[],
  place: (row: number, column: number) => [number, number],
  merges: readonly Merge[] = [],
): Grid {
  const builder = gridBuilder();
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const [at, column] = place(r + 1, c + 1);
      if (typeof cell === 'number') builder.number(at, column, 'number', cell);
      else if (cell !== null && cell !== '') builder.text(at, column, 'text', cell);
    });
  });
  return builder.build({ sheet: '台账', merges });
}

function understood(grid: Grid) {
  return recognise({ file: '广州市2024Q1.xlsx', format: 'xlsx', grids: [grid] }, scheme).value;
}

const same = (row: number, column: number): [number, number] => [row, column];

describe('any sheet', () => {
  test('is understood without an exception, and every row has exactly one class', () => {
    fc.assert(
      fc.property(sheet, fc.array(merge, { maxLength: 6 }), fc.string({ maxLength: 30 }), (rows, merges, file) => {
        const grid = gridOf(rows, same, merges);
        const { value } = recognise({ file, format: 'xlsx', grids: [grid] }, scheme);
        const [read] = value.sheets;
        expect(read?.classes).toHaveLength(grid.rowNumbers.length);
        expect([...(read?.classes ?? [])].every((code) => ROW_CLASSES[code] !== undefined)).toBe(true);
        for (const table of read?.tables ?? []) {
          expect(table.headerRows[0]).toBeLessThanOrEqual(table.headerRows[1]);
          if (table.dataRows) expect(table.headerRows[1]).toBeLessThan(table.dataRows[0]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of any kind of cell', () => {
    const kinds: readonly CellKind[] = ['number', 'percent', 'date', 'boolean', 'error', 'uncached', 'text'];
    const cell = fc.record({
      row: fc.integer({ min: 1, max: 8 }),
      column: fc.integer({ min: 1, max: 8 }),
      kind: fc.constantFrom(...kinds),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const builder = gridBuilder();
        for (const { row, column, kind } of cells) {
          if (kind === 'text' || kind === 'error' || kind === 'uncached') builder.text(row, column, kind, '活动名称');
          else builder.number(row, column, kind, 1);
        }
        const grid = builder.build({ sheet: null });
        expect(understood(grid).sheets[0]?.classes).toHaveLength(grid.rowNumbers.length);
      }),
    );
  });
});

describe('a ledger', () => {
  const header = ['序号', '地市', '任务类别', '社会组织名称', '活动名称', '活动类型', '开展时间', '参加人次'];
  const activity = [1, '广州市', '助力就业', '广州市家具行业协会', '招聘会', '招聘活动', '2024年3月5日', 9];
  const rows = [
    ['活动台账'],
    ['填报单位：广州市民政局'],
    header,
    activity,
    activity,
    ['合计', null, null, null, null, null, null, 18],
  ];
  const gaps = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 });

  test('blank rows and columns move addresses and change nothing else', () => {
    const plain = understood(gridOf(rows, same));
    fc.assert(
      fc.property(gaps, gaps, (above, beside) => {
        const moved = (gap: readonly number[], at: number) => at + gap.slice(0, at).reduce((sum, one) => sum + one, 0);
        const place = (row: number, column: number): [number, number] => [moved(above, row), moved(beside, column)];
        const spread = understood(gridOf(rows, place));
        const [before, after] = [plain.sheets[0], spread.sheets[0]];
        expect([...(after?.classes ?? [])]).toEqual([...(before?.classes ?? [])]);
        expect(after?.tables).toEqual(
          before?.tables.map((table) => ({
            ...table,
            headerRows: table.headerRows.map((row) => moved(above, row)),
            dataRows: table.dataRows?.map((row) => moved(above, row)) ?? null,
            columns: table.columns.map((column) => ({ ...column, column: moved(beside, column.column) })),
          })),
        );
        expect(spread.sender?.value).toBe(plain.sender?.value);
      }),
      { numRuns: 100 },
    );
  });
});
