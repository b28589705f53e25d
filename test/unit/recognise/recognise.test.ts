import { describe, expect, test } from 'vitest';
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
  type SheetInput,
  SUMMARY,
  scheme,
} from './support.ts';

const TABLE = [LEDGER, ACTIVITY];

test('a clean return', () => {
  const rows = [
    ['2024年第一季度行业协会商会六项重点任务活动台账'],
    ['填报单位：广州市民政局', null, null, '报告期：2024年第一季度', null, null, '单位：万元'],
    LEDGER,
    ACTIVITY,
    ACTIVITY,
    ['合计', null, null, null, null, null, null, 240],
    ['填表人：张三', null, null, '审核人：李四'],
  ];
  const result = recogniseRows(rows, '台账.xlsx');
  expect(result.value).toMatchObject({
    sender: { value: '440100', from: 'cover', place: { row: 2, column: 1 } },
    period: { value: { id: '2024Q1' }, from: 'cover', place: { row: 2, column: 4 } },
    nilStatement: false,
    gate: null,
    unknownSender: null,
  });
  expect(classesOf(result)).toEqual(['title', 'title', 'header', 'data', 'data', 'total', 'signOff']);
  expect(firstSheet(result)).toMatchObject({
    compiled: true,
    tables: [{ form: 'ledger', headerRows: [3, 3], dataRows: [4, 5], bannerUnit: '万元' }],
  });
  expect(result.findings).toEqual([]);
});

const NUMBERS: Rows = [
  [1, 2, 3],
  [4, 5, 6],
];
const GOING_ON: Rows = [
  [2, '广州市', 1, 2, 3],
  [3, '深圳市', 1, 2, 3],
];

describe('gates', () => {
  test('no header', () => {
    const result = recogniseRows(
      [
        ['张三', 13800000000],
        [1, 2],
      ],
      '花名册.xlsx',
    );
    expect(result.value.gate).toBe('header');
    expect(codesOf(result)).toEqual(['HEADER_NOT_FOUND']);
  });

  test.each<readonly [string, readonly SheetInput[], readonly (readonly [string, string | null, number | null])[]]>([
    ['rows of something else', [{ name: '一', rows: NUMBERS }], [['HEADER_NOT_FOUND', null, null]]],
    ['rows of a return', [{ name: '一', rows: GOING_ON }], [['HEADER_NOT_FOUND', '一', 1]]],
    [
      'rows of a return beside others',
      [
        { name: '一', rows: NUMBERS },
        { name: '二', rows: GOING_ON },
      ],
      [['HEADER_NOT_FOUND', '二', 1]],
    ],
    [
      'beside a hidden sheet',
      [
        { name: '一', rows: NUMBERS, visibility: 'hidden' },
        { name: '二', rows: NUMBERS },
      ],
      [
        ['HEADER_NOT_FOUND', null, null],
        ['SHEET_HIDDEN', '一', null],
      ],
    ],
  ])('no header in any sheet is said once: %s', (_, sheets, expected) => {
    const result = recogniseSheets(sheets);
    expect(result.value.gate).toBe('header');
    expect(result.findings.map(({ code, place }) => [code, place.sheet, place.row])).toEqual(expected);
  });

  test('an empty workbook', () => {
    expect(recogniseSheets([], '广州市2024Q1.xlsx').value).toMatchObject({
      gate: 'header',
      sender: { value: '440100' },
    });
    expect(recogniseRows([], '广州市2024Q1.xlsx').value.gate).toBe('header');
  });

  test('a table of another subject; only headers that are known are repeated', () => {
    const result = recogniseRows([
      ['张三', '科长', '活动名称'],
      ['张三', '13800000000', '会议'],
      ['李四', '13900000000', '会议'],
    ]);
    expect(result.value.gate).toBe('form');
    expect(result.findings).toMatchObject([{ code: 'FORM_UNKNOWN', place: { row: 1 }, args: { seen: '活动名称' } }]);
    expect(firstSheet(result).compiled).toBe(false);
  });

  test('the form stands before the sender', () => {
    const result = recogniseRows(
      [
        ['省份', '2023年', '2024年'],
        ['北京', 1, 2],
        ['天津', 3, 4],
      ],
      '省份.xlsx',
    );
    expect(result.value).toMatchObject({ gate: 'form', sender: null, unknownSender: null });
    expect(codesOf(result)).toEqual(['FORM_UNKNOWN']);
  });

  test('a header without rows is no gate', () => {
    const result = recogniseRows([LEDGER]);
    expect(result.value.gate).toBeNull();
    expect(codesOf(result)).toEqual(['NO_DATA_ROWS']);
  });
});

describe('sheets', () => {
  test('hidden ones are recognised and listed, not compiled', () => {
    const result = recogniseSheets([
      { rows: TABLE },
      { name: '备份', rows: [LEDGER, ACTIVITY, ACTIVITY], visibility: 'hidden' },
    ]);
    expect(result.value.sheets.map(({ compiled }) => compiled)).toEqual([true, false]);
    expect(result.value.sheets[1]?.tables).toMatchObject([{ form: 'ledger', dataRows: [2, 3] }]);
    expect(result.findings).toMatchObject([
      { code: 'SHEET_HIDDEN', severity: 'info', place: { sheet: '备份' }, args: { rows: 2 } },
    ]);
  });

  test('hidden lists for drop-downs hold no data rows', () => {
    const list = [
      ['活动类型', '参与方式'],
      ['招聘活动', '主办'],
      ['专业培训', '承办'],
    ];
    const result = recogniseSheets([{ rows: TABLE }, { name: '选项', rows: list, visibility: 'veryHidden' }]);
    expect(result.findings).toMatchObject([{ code: 'SHEET_HIDDEN', args: { rows: 0 } }]);
  });

  test.each(['填表说明', '样表', '附件1 样表', '示例（2）', '台账样例'])('%s is not compiled', (name) => {
    const result = recogniseSheets([{ rows: TABLE }, { name, rows: TABLE }]);
    expect(result.value.sheets.map(({ compiled }) => compiled)).toEqual([true, false]);
    expect(codesOf(result)).toEqual(['SHEET_NOT_COMPILED']);
  });

  test.each(['广州市示例区台账', '就业情况', 'Sheet2', '天河区'])('%s is compiled', (name) => {
    expect(recogniseSheets([{ rows: TABLE }, { name, rows: TABLE }]).value.sheets[1]?.compiled).toBe(true);
  });

  test('a cover sheet without a table is fine', () => {
    const cover = [['行业协会商会活动台账'], ['填报单位：', '惠州市民政局'], ['报告期：', '2024年第二季度']];
    const result = recogniseSheets([{ name: '封面', rows: cover }, { rows: TABLE }], '台账.xlsx');
    expect(result.value).toMatchObject({
      sender: { value: '441300' },
      period: { value: { id: '2024Q2' } },
      gate: null,
    });
    expect(result.findings).toEqual([]);
  });

  test('a list of another subject beside a return is only mentioned', () => {
    const result = recogniseSheets([
      { rows: TABLE },
      {
        name: '名单',
        rows: [
          ['姓名', '职务'],
          ['张三', '科长'],
          ['李四', '科员'],
        ],
      },
    ]);
    expect(result.value.gate).toBeNull();
    expect(codesOf(result)).toEqual(['SHEET_NOT_COMPILED']);
  });

  test('a return whose header is damaged is an error, not a list', () => {
    const damaged = [
      ['协会的名字', '活动名称', '日期是哪天'],
      ['某协会', '招聘会', '3月5日'],
      ['某协会', '招聘会', '3月6日'],
    ];
    const result = recogniseSheets([{ rows: TABLE }, { name: '台账2', rows: damaged }]);
    expect(result.findings).toMatchObject([{ code: 'FORM_UNKNOWN', severity: 'error', place: { sheet: '台账2' } }]);
  });

  test('hidden rows are compiled and counted aloud', () => {
    const result = recogniseRows([LEDGER, ACTIVITY, ACTIVITY, ACTIVITY, ['合计']], undefined, {
      hiddenRows: [1, 3, 4, 5],
    });
    expect(firstSheet(result).tables[0]?.dataRows).toEqual([2, 4]);
    expect(result.findings).toMatchObject([{ code: 'ROWS_HIDDEN', args: { rows: 2 } }]);
  });

  test('one sheet for each task', () => {
    const rows = TABLE.map((row) => row.filter((_, at) => at !== 2));
    const result = recogniseSheets(['培育新兴产业', '任务二', '五'].map((name) => ({ name, rows })));
    expect(result.value.sheets.map(({ tables }) => tables[0]?.task)).toEqual(['t1', 't2', 't5']);
    expect(result.findings).toEqual([]);
  });
});

test('a ledger and a summary in one file', () => {
  const result = recogniseSheets([
    { name: '台账', rows: TABLE },
    { name: '统计表', rows: [SUMMARY, [1, '广州市', 1, 2, 3]] },
  ]);
  expect(result.value.sheets.map(({ tables }) => tables[0]?.form)).toEqual(['ledger', 'summary']);
});

test('a text file has no sheet name', () => {
  const grids = recogniseRows(TABLE).value.sheets.map(({ grid }) => ({ ...grid, sheet: null }));
  const result = recognise({ file: '广州市2024Q1.csv', format: 'csv', grids }, scheme);
  expect(result.value).toMatchObject({ gate: null, sender: { value: '440100', from: 'fileName' } });
});
