import { describe, expect, test } from 'vitest';
import {
  ACTIVITY,
  codesOf,
  firstSheet,
  LEDGER,
  meaningsOf,
  recogniseRows,
  recogniseSheets,
  SUMMARY,
} from './support.ts';

test('the columns of a ledger', () => {
  expect(meaningsOf(recogniseRows([LEDGER, ACTIVITY]))).toEqual([
    'seq',
    'city',
    'task',
    'association',
    'title',
    'activity_type',
    'date',
    'participants',
  ]);
});

test('the columns of a summary, looked up in its own dictionary', () => {
  const result = recogniseRows([SUMMARY, [1, '广州市', 2, 3, 4]]);
  expect(firstSheet(result).tables[0]?.form).toBe('summary');
  expect(meaningsOf(result)).toEqual(['seq', 'city', 't5_job_fairs', 't5_jobs_offered', 't5_jobs_filled']);
});

describe('the form is told', () => {
  const form = (header: readonly string[], sheet = 'Sheet1', file = '广州市2024Q1.xlsx') =>
    firstSheet(recogniseRows([header, header.map((_, at) => at)], file, { name: sheet })).tables[0]?.form;

  test.each([
    [['协会名称', '活动名称'], 'ledger'],
    [['社会组织名称', '提供岗位数', '实现就业', '就业意向'], 'ledger'],
    [['招聘活动场次', '提供就业岗位数'], 'summary'],
    [['地市', '招聘活动场次'], 'summary'],
    [['地市', '提供岗位数', '实现就业人数', '达成就业意向人数'], 'summary'],
    [['任务类别', '活动类型', '参与方式'], 'unknown'],
    [['地区', '时间', '数量'], 'unknown'],
    [['指标代码', '指标名称', '单位', '数量'], 'unknown'],
    [['序号', '姓名', '电话', '备注'], 'unknown'],
  ])('%j: %s', (header, expected) => {
    expect(form(header)).toBe(expected);
  });

  test('by a hint when both would do', () => {
    const hints = { bureau: '440100', period: null, form: 'ledger' } as const;
    const rows = [
      ['地市', '提供岗位数', '实现就业人数'],
      ['广州市', 1, 2],
    ];
    expect(firstSheet(recogniseSheets([{ rows }], 'x.xlsx', hints)).tables[0]?.form).toBe('ledger');
  });
});

describe('two columns for one field', () => {
  test('the better synonym wins, the other is named', () => {
    const header = [...LEDGER.slice(0, 7), '参加人数', '参加人次'];
    const result = recogniseRows([header, [...ACTIVITY, 120]]);
    expect(meaningsOf(result).slice(7)).toEqual([null, 'participants']);
    expect(result.findings).toMatchObject([
      {
        code: 'COLUMN_TWICE',
        place: { row: 1, column: 8 },
        column: 'participants',
        args: { kept: 'I 参加人次', ignored: 'H 参加人数' },
      },
    ]);
  });

  test('of equal ones the first wins', () => {
    const result = recogniseRows([
      [...LEDGER, '参加人次', '参加人次'],
      [...ACTIVITY, 1, 2],
    ]);
    expect(meaningsOf(result).slice(7)).toEqual(['participants', null, null]);
    expect(codesOf(result)).toEqual(['COLUMN_TWICE', 'COLUMN_TWICE']);
  });

  test('period and year to date are two fields', () => {
    const result = recogniseRows([
      ['地市', '提供岗位数', '提供岗位数（累计）'],
      ['广州市', 1, 2],
    ]);
    expect(codesOf(result).filter((code) => code !== 'INDICATORS_MISSING')).toEqual([]);
    expect(firstSheet(result).tables[0]?.columns.map(({ meaning, yearToDate }) => [meaning, yearToDate])).toEqual([
      ['city', false],
      ['t5_jobs_offered', false],
      ['t5_jobs_offered', true],
    ]);
  });
});

describe('columns that are missing', () => {
  test('the nearest headers are named', () => {
    const header = LEDGER.map((name) => (name === '活动名称' ? '活动的名称' : name));
    expect(recogniseRows([header, ACTIVITY]).findings).toMatchObject([
      {
        code: 'COLUMN_MISSING',
        severity: 'error',
        column: 'title',
        args: { name: '活动（项目）名称', nearest: ['活动的名称'] },
      },
      { code: 'COLUMN_UNKNOWN', args: { header: '活动的名称' } },
    ]);
  });

  const without = LEDGER.filter((name) => name !== '任务类别');
  const activity = ACTIVITY.filter((value) => value !== '助力就业');

  test.each([
    ['任务五', []],
    ['Sheet1', [['助力就业活动台账']]],
  ])('the task may stand in the sheet’s name or title (%s)', (name, title) => {
    const result = recogniseRows([...title, without, activity], undefined, { name });
    expect(codesOf(result).filter((code) => code !== 'INDICATORS_MISSING')).toEqual([]);
    expect(firstSheet(result).tables[0]?.task).toBe('t5');
  });

  test('the task may stand in the file’s name', () => {
    const result = recogniseRows([without, activity], '广州市任务五2024Q1.xlsx');
    expect(firstSheet(result).tables[0]?.task).toBe('t5');
  });

  test('the task may stand in section titles', () => {
    const result = recogniseRows([without, ['一、培育新兴产业'], activity, activity, ['五、助力就业'], activity]);
    expect(codesOf(result).filter((code) => code !== 'INDICATORS_MISSING')).toEqual([]);
    expect(firstSheet(result).tables).toMatchObject([
      { task: 't1', dataRows: [3, 4], headerRows: [1, 1] },
      { task: 't5', dataRows: [6, 6], headerRows: [1, 1] },
    ]);
  });

  test('nothing tells the task', () => {
    expect(recogniseRows([without, activity]).findings).toMatchObject([{ code: 'COLUMN_MISSING', column: 'task' }]);
  });

  test('region columns are not required: the sender is the region', () => {
    const city = LEDGER.indexOf('地市');
    expect(codesOf(recogniseRows([LEDGER.toSpliced(city, 1), ACTIVITY.toSpliced(city, 1)]))).toEqual([]);
  });
});

describe('columns that the scheme does not know', () => {
  test('one finding each', () => {
    const result = recogniseRows([
      [...LEDGER, '经费来源'],
      [...ACTIVITY, '自筹'],
    ]);
    expect(result.findings).toMatchObject([{ code: 'COLUMN_UNKNOWN', severity: 'info', place: { row: 1, column: 9 } }]);
  });

  test('one finding for very many', () => {
    const many = Array.from({ length: 1000 }, (_, at) => `附加${at}`);
    const result = recogniseRows([
      [...LEDGER, ...many],
      [...ACTIVITY, ...many.map(() => 1)],
    ]);
    expect(result.findings).toMatchObject([{ code: 'COLUMNS_UNKNOWN', args: { columns: 1000, first: '附加0' } }]);
  });

  test('figures of another period are no unknown columns', () => {
    const header = ['地市', '提供岗位数', '提供岗位数'];
    const merges = [{ top: 1, left: 1, bottom: 2, right: 1 }];
    const result = recogniseRows([header, [null, '本期', '上年同期'], ['广州市', 1, 2]], undefined, { merges });
    expect(meaningsOf(result)).toEqual(['city', 't5_jobs_offered', null]);
    expect(codesOf(result).filter((code) => code !== 'INDICATORS_MISSING')).toEqual([]);
  });
});

test('units of header and banner are kept as written', () => {
  const result = recogniseRows([['单位：元'], ['地市', '签约金额（亿元）', '提供岗位数'], ['广州市', 1, 2]]);
  expect(firstSheet(result).tables[0]).toMatchObject({ bannerUnit: '元' });
  expect(firstSheet(result).tables[0]?.columns[1]).toMatchObject({ unit: '亿元', header: '签约金额（亿元）' });
});
