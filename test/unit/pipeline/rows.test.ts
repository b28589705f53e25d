import { describe, expect, test } from 'vitest';
import { activityList } from '../../../src/model/activities.ts';
import type { Compilation } from '../../../src/model/compilation.ts';
import { singly } from '../../../src/model/packed-findings.ts';
import { normalise } from '../../../src/normalise/normalise.ts';
import { compileFiles, valuesOf } from '../../support/compile-files.ts';
import { brief, recognisedFile } from '../../support/recognised-files.ts';
import { Q1, scheme } from '../../support/returns.ts';
import type { FileContent, Row } from '../../support/write-files.ts';

const HEADER: Row = [
  '地市',
  '县（市、区）',
  '任务类别',
  '社会组织名称',
  '活动名称',
  '活动类型',
  '开展时间',
  '提供岗位数',
];

/** A job fair of 40 places in 惠城区, but for the cells given by header. */
function fair(cells: Readonly<Record<string, string>> = {}): Row {
  const sound = ['惠州市', '惠城区', '助力就业', '甲协会', '招聘会', '招聘活动', '2024-02-20', '40'];
  return HEADER.map((header, at) => cells[String(header)] ?? sound[at] ?? null);
}

const FILE = '惠州市2024年第一季度台账.csv';

function compile(rows: readonly Row[], more: readonly FileContent[] = []): Promise<Compilation> {
  return compileFiles([{ file: FILE, rows: [HEADER, ...rows] }, ...more], { period: '2024Q1', area: '441300' });
}

/** What came of the one row of a ledger: where it counts, what is said, why it does not count. */
async function fate(cells: Readonly<Record<string, string>>) {
  const compiled = await compile([fair(cells)]);
  const values = valuesOf(compiled);
  return {
    counts: [...values].flatMap(([key, value]) =>
      key.endsWith(' t5_jobs_offered') && !key.startsWith('441300 ') && value !== null && value > 0
        ? [key.slice(0, key.indexOf(' '))]
        : [],
    ),
    fairs: values.get('441300 t5_job_fairs'),
    said: [...singly(compiled.findings)]
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, severity }) => `${severity} ${code}`),
    aside: compiled.setAside.map(({ reason, row }) => `${reason} ${row}`),
  };
}

describe('§5.5 and §5.6: one row', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, Awaited<ReturnType<typeof fate>>]>([
    ['in its county', {}, { counts: ['441302'], fairs: 1, said: [], aside: [] }],
    [
      'else in its city’s own level',
      { '县（市、区）': '' },
      { counts: ['441300-self'], fairs: 1, said: [], aside: [] },
    ],
    [
      'else with the sender',
      { 地市: '', '县（市、区）': '' },
      { counts: ['441300-self'], fairs: 1, said: [], aside: [] },
    ],
    [
      'set aside whole when its task cannot be told',
      { 任务类别: '其他' },
      { counts: [], fairs: 0, said: ['error TASK_UNKNOWN'], aside: ['noTask 2'] },
    ],
    [
      'set aside whole when its region cannot be told',
      { 地市: '某市', '县（市、区）': '' },
      { counts: [], fairs: 0, said: ['error REGION_UNKNOWN'], aside: ['noRegion 2'] },
    ],
    [
      'an unknown county in a known city is an error, the row counts for the city',
      { '县（市、区）': '惠南区' },
      { counts: ['441300-self'], fairs: 1, said: ['error COUNTY_UNKNOWN'], aside: [] },
    ],
    [
      'a region outside the sender’s area is an error, the row does not count',
      { 地市: '东莞市', '县（市、区）': '' },
      { counts: [], fairs: 0, said: ['error REGION_OUTSIDE_SENDER'], aside: ['outOfArea 2'] },
    ],
    [
      'an unknown type is an error, the row counts for its task only',
      { 活动类型: '茶话会' },
      { counts: ['441302'], fairs: 0, said: ['error ACTIVITY_TYPE_UNKNOWN'], aside: [] },
    ],
    [
      'a missing type likewise',
      { 活动类型: '' },
      { counts: ['441302'], fairs: 0, said: ['error ACTIVITY_TYPE_MISSING'], aside: [] },
    ],
    [
      'type and task that contradict likewise',
      { 活动类型: '公益慈善活动' },
      { counts: ['441302'], fairs: 0, said: ['error ACTIVITY_TYPE_OTHER_TASK'], aside: [] },
    ],
  ])('%s', async (_, cells, expected) => {
    expect(await fate(cells)).toEqual(expected);
  });
});

describe('§5.7: dates', () => {
  const counted = { counts: ['441302'], fairs: 1, aside: [] };
  test.each<readonly [string, string, string]>([
    ['outside the period is a warning, counted in the return’s period', '2023-12-20', 'warning DATE_OUTSIDE_PERIOD'],
    ['unreadable is an error, counted', '某日', 'error DATE_UNREADABLE'],
    ['missing is an error, counted', '', 'error DATE_MISSING'],
    ['future is an error, counted', '2024-05-20', 'error DATE_FUTURE'],
  ])('%s', async (_, date, said) => {
    expect(await fate({ 开展时间: date })).toEqual({ ...counted, said: [said] });
  });
});

describe('§5.5: rows of sheets and files', () => {
  test('hidden sheets are not compiled but listed, hidden rows are compiled and listed', async () => {
    const sheets = [
      { name: '台账', rows: [HEADER, fair(), fair({ 活动名称: '又一场' })], hiddenRows: [3] },
      { name: '旧', rows: [HEADER, fair({ 活动名称: '旧一场' })], state: 'hidden' as const },
    ];
    const compiled = await compileFiles([{ file: '惠州市2024年第一季度.xlsx', sheets }], {
      period: '2024Q1',
      area: '441300',
    });
    expect(valuesOf(compiled).get('441300 t5_job_fairs')).toBe(2);
    expect(compiled.setAside.map(({ sheet, row, reason }) => [sheet, row, reason])).toEqual([['旧', 2, 'hiddenSheet']]);
    expect(compiled.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['SHEET_HIDDEN', 'ROWS_HIDDEN']));
  });

  test('the rows of a file that is not counted are one entry with the file’s state', async () => {
    const rows = [HEADER, fair(), fair({ 活动名称: '又一场' })];
    const compiled = await compile(
      [fair(), fair({ 活动名称: '又一场' })],
      [
        { file: 'copy/惠州市2024年第一季度台账.csv', rows },
        { file: '惠州市2023年第四季度台账.csv', rows },
        { file: '东莞市2024年第一季度台账.csv', rows },
      ],
    );
    expect(compiled.setAside.map(({ file, row, rows: count, reason }) => [file, row, count, reason])).toEqual([
      ['东莞市2024年第一季度台账.csv', null, 2, 'unknownSender'],
      ['惠州市2023年第四季度台账.csv', null, 2, 'wrongPeriod'],
      [FILE, null, 2, 'superseded'],
    ]);
  });

  test('summary rows of regions outside the sender’s area are findings, and do not count', async () => {
    const summary: FileContent = {
      file: '惠州市2024年第一季度统计表.csv',
      rows: [
        ['地市', '招聘活动场次'],
        ['惠州市', '3'],
        ['东莞市', '4'],
        ['某市', '5'],
      ],
    };
    const compiled = await compileFiles([summary], { period: '2024Q1', area: '441300' });
    expect(compiled.setAside.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'outOfArea'],
      [4, 'noRegion'],
    ]);
    const codes = compiled.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(codes).toEqual(['REGION_OUTSIDE_SENDER', 'REGION_UNKNOWN']);
    expect(valuesOf(compiled).get('441300 t5_job_fairs')).toBe(3);
  });
});

describe('§5.6: counting by the registering authority', () => {
  const place = (authority: string, sender = '441300') => {
    const file = recognisedFile({
      columns: ['county', 'registration_authority', 'task', 'title'],
      rows: [['惠城区', authority, '任务五', '招聘会']],
    });
    const byAuthority = { ...scheme, countingRegion: 'registration' as const };
    const { value, findings } = normalise(file, { scheme: byAuthority, sender, period: Q1 });
    const [row] = activityList(value.activities);
    return [row?.region ?? null, row?.setAside ?? null, ...brief(findings)];
  };

  test.each<readonly [string, readonly unknown[]]>([
    ['惠州市民政局', ['441300-self', null]],
    ['惠阳区民政局', ['441303', null]],
    ['市级', ['441300-self', null]],
    ['', ['441302', null]],
    ['市场监督管理局', ['441302', null]],
  ])('%s', (authority, expected) => {
    expect(place(authority)).toEqual(expected);
  });

  test('an association registered elsewhere is not the sender’s to report', () => {
    expect(place('广东省民政厅').slice(0, 2)).toEqual(['440000', 'outOfArea']);
    expect(place('广东省民政厅').at(-1)).toContain('REGION_OUTSIDE_SENDER');
  });
});
