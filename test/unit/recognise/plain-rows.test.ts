import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridFromRows } from '../../../src/model/grid-builder.ts';
import { findHeader } from '../../../src/recognise/header-block.ts';
import type { OpenSheet } from '../../../src/recognise/open-sheet.ts';
import { plainReader } from '../../../src/recognise/plain-text.ts';
import { markReader } from '../../../src/recognise/rows.ts';
import { sheetView } from '../../../src/recognise/sheet-view.ts';
import { readBlock } from '../../../src/recognise/table-block.ts';
import { ACTIVITY, LEDGER, type Rows, scheme } from './support.ts';

const NO_COVER = { labelled: [], titles: [], nil: false };

/** The table of a ledger and the classes of its rows, with plain rows told by themselves or each looked at in full. */
function read(rows: Rows, shortcut: boolean) {
  const view = sheetView(gridFromRows(rows));
  const header = findHeader(view, 0, view.rows, scheme);
  if (!header) return null;
  const sheet: OpenSheet = {
    view,
    classes: new Uint8Array(view.rows),
    markOf: markReader(view, scheme),
    isPlain: shortcut ? plainReader(view.grid, scheme) : () => false,
    context: { scheme, hint: null, form: null, task: null },
    unit: null,
  };
  const { block, end, nil } = readBlock(sheet, { header, above: NO_COVER, to: view.rows }, []);
  return { classes: [...sheet.classes], tables: block.tables, bare: block.bareColumns, end, nil };
}

const TEXTS = [
  ...ACTIVITY,
  ...LEDGER,
  '天河区',
  '佛山市',
  '示例市小商品商会',
  '第3场',
  '合计',
  '全市',
  '三、助力就业小计（2项）',
  '中心城区小计',
  '其中：天河区',
  '注：以上数据截至季末',
  '备注',
  '审核',
  '填报人：',
  '签字',
  '无',
  '无。',
  '/',
  '-',
  '零报告',
  '本季度未开展活动',
  '例1',
  '以下空白',
  '一、助力乡村振兴',
  '　',
  ' ',
  '12',
  '甲',
  '必填',
  'abc',
  '１２３',
  0,
  7,
  2024,
] as const;

const cell = fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: fc.constantFrom(...TEXTS) });
/** A row of data in which some cells are others, one of texts only, or anything. */
const row = fc.oneof(
  fc.constant([...ACTIVITY]),
  fc.array(fc.option(cell, { nil: undefined }), { minLength: 10, maxLength: 10 }).map((cells) => {
    return cells.map((other, at) => (other === undefined ? (ACTIVITY[at] ?? null) : other));
  }),
  fc.constantFrom(...TEXTS).map((text) => [String(1), ...ACTIVITY.slice(1, 7), text]),
  fc.array(cell, { maxLength: 10 }),
);

test('a row that is told to be data by its plain texts alone is data', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const sheet: Rows = [LEDGER, ACTIVITY, ...rows];
      expect(read(sheet, true)).toEqual(read(sheet, false));
    }),
    { numRuns: 400 },
  );
});

test('most rows of an ordinary ledger are told so', () => {
  const rows = Array.from({ length: 20 }, (_, at) => [at + 1, ...ACTIVITY.slice(1)]);
  const view = sheetView(gridFromRows(rows));
  const isPlain = plainReader(view.grid, scheme);
  const texts = rows[0]?.slice(1, 5).map((_, at) => isPlain(at + 1));
  expect(texts).toEqual([true, true, true, true]);
});
