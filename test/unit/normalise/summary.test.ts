import { describe, expect, test } from 'vitest';
import { format } from '../../../src/decimal/decimal.ts';
import type { SummaryCell } from '../../../src/model/filed-return.ts';
import { type NormalisedReturn, normalise } from '../../../src/normalise/normalise.ts';
import { brief, recognisedFile, type SheetSpec } from '../../support/recognised-files.ts';
import { Q1, scheme } from '../../support/returns.ts';

function read(sender: string, ...sheets: readonly Omit<SheetSpec, 'form'>[]) {
  const file = recognisedFile(...sheets.map((sheet) => ({ ...sheet, form: 'summary' as const })));
  const { value, findings } = normalise(file, { scheme, sender, period: Q1 });
  return { ...value, findings: brief(findings), told: findings };
}

function shown({ state, value }: SummaryCell): string {
  return value === null ? state : state === 'nil' ? 'nil' : format(value);
}

/** Regions of the rows that count, and reasons of those that do not, by row. */
function placed({ summaryRows, summarySetAside }: NormalisedReturn): Record<number, string> {
  const all = [
    ...summaryRows.map(({ row, region }) => [row, region]),
    ...summarySetAside.map(({ row, reason }) => [row, reason]),
  ];
  return Object.fromEntries(all);
}

describe('cells', () => {
  test.each<[string, string | number | null, string, string[]]>([
    ['t5_job_fairs', 3, '3', []],
    ['t5_job_fairs', '3场', '3', []],
    ['t5_job_fairs', '1，234', '1234', []],
    ['t5_job_fairs', 0, '0', []],
    ['t5_job_fairs', '—', 'nil', []],
    ['t5_job_fairs', '未开展', 'nil', []],
    ['t5_job_fairs', null, 'blank', ['REQUIRED_BLANK B2']],
    ['t5_job_fairs', '  ', 'blank', ['REQUIRED_BLANK B2   ']],
    ['t5_graduates_filled', null, 'blank', []],
    ['tx_fee_relief_amount', null, 'blank', []],
    ['t5_job_fairs', '约20', '20', ['NUMBER_APPROXIMATE B2 约20']],
    ['t5_job_fairs', '3-5', 'unreadable', ['NUMBER_UNREADABLE B2 3-5']],
    ['t5_job_fairs', '2场/150人', 'unreadable', ['NUMBER_UNREADABLE B2 2场/150人']],
    ['t5_job_fairs', -1, 'unreadable', ['NUMBER_NEGATIVE B2 -1']],
    ['t5_job_fairs', 1.5, 'unreadable', ['NUMBER_NOT_WHOLE B2 1.5']],
    ['t5_job_fairs', '150人', 'unreadable', ['NUMBER_UNREADABLE B2 150人']],
    ['t5_job_fairs', '3家', 'unreadable', ['NUMBER_UNREADABLE B2 3家']],
    ['t5_job_fairs', '3期', '3', []],
    ['t5_job_fairs', '3次', '3', []],
    ['t5_job_fairs', '3个', '3', []],
    ['t5_trained', '150名', '150', []],
    ['t5_trained', '3场', 'unreadable', ['NUMBER_UNREADABLE B2 3场']],
    ['t5_jobs_offered', '150人', '150', []],
    ['t4_rural_funds', 12.345, '12.345', []],
    ['t4_rural_funds', '12.5万元', '12.5', []],
    ['t4_rural_funds', '30人', 'unreadable', ['NUMBER_UNREADABLE B2 30人']],
  ])('%s: %j is %s', (indicator, text, expected, findings) => {
    const { summary, findings: told } = read('441300', { columns: ['city', indicator], rows: [['惠州市', text]] });
    expect(summary).toHaveLength(1);
    expect(summary[0]).toMatchObject({ region: '441300', indicator, yearToDate: false, table: 0, row: 2, column: 2 });
    expect(summary.map(shown)).toEqual([expected]);
    expect(told).toEqual(findings);
  });

  test('money is converted from the unit of the header, else of the banner', () => {
    const columns = [{ meaning: 't4_rural_funds', unit: '元' }, 't4_charity_donations', 't4_rural_projects'];
    const { summary } = read('441300', { columns, bannerUnit: '亿元、个', rows: [[5000, 0.35, 7]] });
    expect(summary.map(shown)).toEqual(['0.5', '3500', '7']);
  });

  test('a finding names indicator and region', () => {
    const { told } = read('441300', { columns: ['county', 't5_job_fairs'], rows: [['惠城区', '若干']] });
    expect(told).toMatchObject([
      { code: 'NUMBER_UNREADABLE', indicator: 't5_job_fairs', column: null, region: '441302', bureau: '441300' },
    ]);
  });
});

describe('year to date', () => {
  const period = 't5_job_fairs';
  const ytd = { meaning: 't5_job_fairs', yearToDate: true };

  test('both columns are kept, and the blank of one beside the other is no error', () => {
    const { summary, findings } = read('441300', { columns: [period, ytd], rows: [[3, null]] });
    expect(summary.map((cell) => [cell.yearToDate, shown(cell)])).toEqual([
      [false, '3'],
      [true, 'blank'],
    ]);
    expect(findings).toEqual([]);
  });

  test('alone it must be filled', () => {
    expect(read('441300', { columns: [ytd], rows: [[null]] }).findings).toEqual([]);
    expect(read('441300', { columns: ['city', ytd], rows: [['惠州市', null]] }).findings).toEqual([
      'REQUIRED_BLANK B2',
    ]);
  });

  test('of two columns that give the same the first wins', () => {
    const { summary } = read('441300', { columns: [period, period], rows: [[3, 4]] });
    expect(summary.map(shown)).toEqual(['3']);
  });
});

describe('regions', () => {
  const columns = ['city', 'county', 't5_job_fairs'];

  test('counties, own level and stated total of a city', () => {
    const rows = [
      ['惠州市', '惠城区', 1],
      ['惠州市', '市本级', 2],
      ['惠州市', '仲恺高新区', 3],
      ['惠州市', null, 6],
    ];
    const read1 = read('441300', { columns, rows });
    expect(placed(read1)).toEqual({ 2: '441302', 3: '441300-self', 4: '441300-zhongkai', 5: '441300' });
    expect(read1.findings).toEqual([]);
  });

  test('rows outside the area, unknown and unnamed ones are set aside, and their cells are not judged', () => {
    const rows = [
      ['广州市', null, '若干'],
      ['某某市', null, '若干'],
      [null, null, '若干'],
    ];
    const one = read('441300', { columns, rows });
    expect(placed(one)).toEqual({ 2: 'outOfArea', 3: 'noRegion', 4: 'noRegion' });
    expect(one.summary).toEqual([]);
    expect(one.findings).toEqual(['REGION_OUTSIDE_SENDER A2 广州市', 'REGION_UNKNOWN A3 某某市', 'REGION_MISSING B4']);
  });

  test('the only row of a table needs no region', () => {
    expect(placed(read('441300', { columns: ['t5_job_fairs'], rows: [[3]] }))).toEqual({ 2: '441300' });
    expect(placed(read('441302', { columns, rows: [[null, null, 3]] }))).toEqual({ 2: '441302' });
    expect(placed(read('441300', { columns: ['t5_job_fairs'], rows: [[3], [4]] }))).toEqual({
      2: 'noRegion',
      3: 'noRegion',
    });
  });

  test('a county that names its city means itself', () => {
    expect(
      placed(
        read('441302', {
          columns,
          rows: [
            ['惠州市', null, 3],
            ['惠州市', '惠城区', 4],
          ],
        }),
      ),
    ).toEqual({ 2: '441302', 3: '441302' });
  });

  test('a bureau of the province may name any city', () => {
    const one = read('440000', {
      columns,
      rows: [
        ['广州市', null, 1],
        ['省本级', null, 2],
        ['深圳市', '福田区', 3],
      ],
    });
    expect(placed(one)).toEqual({ 2: '440100', 3: '440000-self', 4: '440304' });
  });

  test('a merged city speaks for the rows that it covers', () => {
    const merges = [{ top: 2, left: 1, bottom: 3, right: 1 }];
    const one = read('440000', {
      columns,
      frame: { merges },
      rows: [
        ['广州市', '天河区', 1],
        [null, '越秀区', 2],
      ],
    });
    expect(placed(one)).toEqual({ 2: '440106', 3: '440104' });
  });
});

test('total rows are no regions', () => {
  const one = read('441300', {
    columns: ['city', 't5_job_fairs'],
    rows: [
      ['惠州市', 3],
      ['合计', 3],
    ],
    classes: { 3: 'total' },
  });
  expect(placed(one)).toEqual({ 2: '441300' });
  expect(one.rows).toEqual({ data: 1, total: 1, note: 0, title: 0, header: 1, other: 0 });
  expect(one.findings).toEqual([]);
});

test('one sheet per task: the tables join, each cell keeps its table', () => {
  const one = read(
    '441300',
    { columns: ['t5_job_fairs'], rows: [[3]], sheet: '任务五' },
    { columns: ['t6_surveys'], rows: [[4]], sheet: '任务六' },
  );
  expect(one.summary.map((cell) => [cell.table, cell.region, cell.indicator, shown(cell)])).toEqual([
    [0, '441300', 't5_job_fairs', '3'],
    [1, '441300', 't6_surveys', '4'],
  ]);
  expect(one.forms).toEqual(['summary']);
});
