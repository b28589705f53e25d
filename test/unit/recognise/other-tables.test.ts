import { describe, expect, test } from 'vitest';
import { gridBuilder } from '../../../src/model/grid-builder.ts';
import { recognise } from '../../../src/recognise/recognise.ts';
import {
  ACTIVITY,
  classesOf,
  codesOf,
  firstSheet,
  LEDGER,
  type Rows,
  recogniseRows,
  recogniseSheets,
  SUMMARY,
  scheme,
} from './support.ts';

/** Form, header and data rows of each table of the first sheet. */
function tablesOf(result: ReturnType<typeof recogniseRows>) {
  return firstSheet(result).tables.map(({ form, headerRows, dataRows }) => [form, headerRows, dataRows]);
}

const STAFF: Rows = [
  ['科室', '编制数', '在岗人数', '经费'],
  ['办公室', 5, 4, 12.5],
  ['业务科', 8, 8, 20],
];
const LAND: Rows = [
  ['品种', '面积', '单产', '总产'],
  ['稻谷', 10, 2, 20],
  ['玉米', 12, 3, 36],
];

describe('tables of another subject one below the other', () => {
  test.each<readonly [string, Rows]>([
    ['behind an empty row', [...STAFF, [], ...LAND]],
    ['under a title', [...STAFF, ['二、种植情况'], ...LAND]],
  ])('%s', (_, rows) => {
    const at = rows.findIndex(([first]) => first === '品种') + 1;
    expect(tablesOf(recogniseRows(rows))).toEqual([
      ['unknown', [1, 1], [2, 3]],
      ['unknown', [at, at], [at + 1, at + 2]],
    ]);
  });

  test('the title above an empty row is that of the table below', () => {
    const result = recogniseRows([...STAFF, [], ['二、种植情况'], [], ...LAND]);
    expect(classesOf(result)).toEqual(['header', 'data', 'data', 'title', 'header', 'data', 'data']);
  });

  test.each<readonly [string, Rows]>([
    [
      'rows behind an empty row',
      [
        ['工会', 2, 2, 3.5],
        ['机关党委', 3, 3, 4.5],
      ],
    ],
    [
      'rows of texts behind an empty row',
      [
        ['工会', '—', '—', '—'],
        ['机关党委', 3, 3, 4.5],
        ['食堂', 3, 3, 4.5],
      ],
    ],
    ['the header once more', [...STAFF]],
  ])('%s are no second table', (_, more) => {
    expect(tablesOf(recogniseRows([...STAFF, [], ...more]))).toHaveLength(1);
  });
});

describe('a table of another subject beside a return', () => {
  const ledger: Rows = [LEDGER, ACTIVITY, ACTIVITY];

  test.each<readonly [string, Rows, number]>([
    ['below it', [...ledger, [], ...STAFF], 5],
    ['below it under a title', [...ledger, ['附：人员情况'], ...STAFF], 5],
    ['above it', [...STAFF, [], ...ledger], 1],
    ['below a summary', [SUMMARY, [1, '广州市', 1, 2, 3], [2, '深圳市', 1, 2, 3], [], ...STAFF], 5],
  ])('%s is listed and its rows are none of the return', (_, rows, at) => {
    const result = recogniseRows(rows);
    const own = firstSheet(result).tables.find(({ form }) => form !== 'unknown');
    expect(own?.dataRows?.map((row) => rows[row - 1]?.[1])).not.toContain('编制数');
    expect(tablesOf(result)).toContainEqual(['unknown', [at, at], [at + 1, at + 2]]);
    expect(result.findings.filter(({ code }) => code === 'TABLE_NOT_COMPILED').map(({ place }) => place.row)).toEqual([
      at,
    ]);
  });

  test('on its side, behind an empty column and longer than it', () => {
    const more: Rows = [...STAFF, ['工会', 2, 2, 3.5], ['食堂', 3, 3, 4.5]];
    const rows = more.map((row, at) => [...(ledger[at] ?? LEDGER.map(() => null)), null, ...row]);
    const result = recogniseRows(rows);
    expect(result.value.sheets.flatMap(({ tables }) => tables.map(({ form, dataRows }) => [form, dataRows]))).toEqual([
      ['ledger', [2, 3]],
      ['unknown', [2, 5]],
    ]);
    expect(result.findings.map(({ code, place }) => [code, place.row, place.column])).toEqual([
      ['TABLE_NOT_COMPILED', 1, LEDGER.length + 2],
    ]);
  });

  test('activities go on behind empty rows and titles', () => {
    const texts = ACTIVITY.map((cell) => (typeof cell === 'number' ? '/' : cell));
    const result = recogniseRows([...ledger, [], texts, ACTIVITY, ACTIVITY]);
    expect(tablesOf(result)).toEqual([['ledger', [1, 1], [2, 7]]]);
    expect(codesOf(result)).not.toContain('TABLE_NOT_COMPILED');
  });

  test('a ledger far below another table is not taken for its rows', () => {
    const long = Array.from({ length: 80 }, (_, at) => [`字段${at}`, at, at, at]);
    expect(tablesOf(recogniseRows([['字段', '长度', '位数', '顺序'], ...long, [], ...ledger]))).toEqual([
      ['unknown', [1, 1], [2, 81]],
      ['ledger', [83, 83], [84, 85]],
    ]);
  });
});

describe('a sheet without any header beside one with a return', () => {
  const first = { name: '一', rows: [SUMMARY, [1, '广州市', 1, 2, 3]] };
  const codes = (rows: Rows) =>
    recogniseSheets([first, { name: '二', rows }]).findings.flatMap(({ code, place }) =>
      place.sheet === '二' ? [code] : [],
    );

  test('rows that go on are told', () => {
    expect(
      codes([
        [2, '广州市', 1, 2, 3],
        [3, '广州市', 1, 2, 3],
      ]),
    ).toEqual(['HEADER_NOT_FOUND']);
  });

  test('rows of something else are listed', () => {
    expect(
      codes([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toEqual(['SHEET_NOT_COMPILED']);
  });

  test.each<readonly [string, Rows]>([
    [
      'a cover',
      [
        ['广州市2024年第一季度报表'],
        ['填报单位：广州市民政局', null, '报告期：2024年第一季度'],
        ['审核人：甲', '填表人：乙', '日期：'],
      ],
    ],
    ['a text', [['本表由各县区填报。'], ['有问题请与民政局联系。']]],
  ])('%s needs no finding', (_, rows) => {
    expect(codes(rows)).toEqual([]);
  });
});

describe('headers and rows of other subjects', () => {
  test('dates from left to right are a header', () => {
    const builder = gridBuilder();
    builder.text(1, 1, 'text', '站点');
    for (const column of [2, 3, 4]) builder.number(1, column, 'date', 45290 + column);
    for (const row of [2, 3]) {
      builder.text(row, 1, 'text', `第${row}站`);
      for (const column of [2, 3, 4]) builder.number(row, column, 'number', 30 + column);
    }
    const grid = builder.build({ sheet: 'Sheet1' });
    const { value } = recognise({ file: '监测.xlsx', format: 'xlsx', grids: [grid] }, scheme);
    expect(value.sheets[0]?.tables[0]?.headerRows).toEqual([1, 1]);
  });

  test.each(['全省 Total', '合  计 TOTAL', 'Total', '本年收入合计'])('%s adds up', (label) => {
    const classes = classesOf(recogniseRows([...STAFF, [label, 13, 12, 32.5]]));
    expect(classes.at(-1)).toBe('total');
  });

  test.each(['合计划', 'Totalisator', '小计算器'])('%s does not', (label) => {
    expect(classesOf(recogniseRows([...STAFF, [label, 13, 12, 32.5]])).at(-1)).toBe('data');
  });

  test('the header once more in another language belongs to it', () => {
    const rows: Rows = [
      ['年份', '煤', '原油'],
      ['Year', 'Coal (10000 tons)', 'Crude Oil (10000 tons)'],
      [2020, 30, 54],
      [2021, 32, 51],
    ];
    expect(tablesOf(recogniseRows(rows))).toEqual([['unknown', [1, 2], [3, 4]]]);
  });

  test.each(['3场', '约200'])('a value such as %s in the first row of data is no header', (value) => {
    const rows: Rows = [
      ['街道', '活动', '人数'],
      ['一街道', value, value],
      ['二街道', 3, 40],
      ['三街道', 4, 50],
    ];
    expect(tablesOf(recogniseRows(rows))).toEqual([['unknown', [1, 1], [2, 4]]]);
  });

  test('rows that only bear their number are not filled in', () => {
    const result = recogniseRows([['序号', '姓名', '住址', '备注'], [1], [2], [3]]);
    expect(tablesOf(result)).toEqual([['unknown', [1, 1], null]]);
    expect(classesOf(result)).toEqual(['header', 'blank', 'blank', 'blank']);
  });
});
