import { describe, expect, test } from 'vitest';
import { activityList } from '../../../src/model/activities.ts';
import { normalise } from '../../../src/normalise/normalise.ts';
import { brief, type ColumnSpec, recognisedFile, type SheetSpec } from '../../support/recognised-files.ts';
import { Q1, scheme } from '../../support/returns.ts';

type Cells = readonly (string | null)[];

/** A ledger of region columns, each row with a title behind them. */
function ledger(
  columns: readonly ColumnSpec[],
  rows: readonly Cells[],
  spec: Partial<SheetSpec> & { sender?: string } = {},
) {
  const { sender = '441300', ...sheet } = spec;
  const file = recognisedFile({
    columns: [...columns, 'title'],
    rows: rows.map((row) => [...row, '甲']),
    task: 't5',
    ...sheet,
  });
  const { value, findings } = normalise(file, { scheme, sender, period: Q1 });
  return {
    regions: activityList(value.activities).map(({ region }) => region),
    findings: brief(findings),
    told: findings,
  };
}

const SELF = '441300-self';
const filled = (...cells: readonly string[]) => cells.map((cell) => `REGION_FILLED ${cell}`);

describe('a county written once for the rows below', () => {
  test.each<[string, readonly (string | null)[], string[], string[]]>([
    [
      'is filled down',
      ['惠城区', null, null, '惠阳区', null],
      ['441302', '441302', '441302', '441303', '441303'],
      filled('A3', 'A4', 'A6'),
    ],
    ['leaves blanks above the first', [null, '惠城区', null], [SELF, '441302', '441302'], filled('A4')],
    ['only in its last row fills nothing', [null, null, '惠城区'], [SELF, SELF, '441302'], []],
    [
      'may come again',
      ['惠城区', null, '惠阳区', '惠城区', null],
      ['441302', '441302', '441303', '441302', '441302'],
      filled('A3', 'A6'),
    ],
    [
      'but not right below itself: then a blank is the own level',
      ['惠城区', '惠城区', null, '惠阳区'],
      ['441302', '441302', SELF, '441303'],
      [],
    ],
    ['blanks of spaces too', ['惠城区', '  '], ['441302', '441302'], filled('A3')],
    ['a nil mark is no blank', ['惠城区', '/', '惠阳区'], ['441302', SELF, '441303'], []],
    ['without any', [null, null], [SELF, SELF], []],
    ['without a blank', ['惠城区', '惠阳区'], ['441302', '441303'], []],
  ])('%s', (_, counties, regions, findings) => {
    const read = ledger(
      ['county'],
      counties.map((county) => [county]),
    );
    expect([read.regions, read.findings]).toEqual([regions, findings]);
  });

  test('a finding names column and region, and no text', () => {
    const { told } = ledger(['county'], [['惠城区'], [null]]);
    expect(told).toMatchObject([{ severity: 'warning', column: 'county', region: '441302', raw: null, args: {} }]);
  });

  test('a total ends the group', () => {
    const { regions, findings } = ledger(['county'], [['惠城区'], [null], ['小计'], [null], ['惠阳区'], [null]], {
      classes: { 4: 'total' },
    });
    expect(regions).toEqual(['441302', '441302', SELF, '441303', '441303']);
    expect(findings).toEqual(filled('A3', 'A7'));
  });

  test('a value that stands again below a total repeats nothing', () => {
    const { regions } = ledger(['county'], [['惠城区'], ['小计'], ['惠城区'], [null]], { classes: { 3: 'total' } });
    expect(regions).toEqual(['441302', '441302', '441302']);
  });

  test('merged cells tell by themselves', () => {
    const merges = [{ top: 2, left: 1, bottom: 3, right: 1 }];
    const { regions, findings } = ledger(['county'], [['惠城区'], [null], [null], ['惠阳区']], { frame: { merges } });
    expect([regions, findings]).toEqual([['441302', '441302', SELF, '441303'], []]);
  });
});

describe('city and county', () => {
  const columns = ['city', 'county'];

  test.each<[string, readonly Cells[], string[], string[]]>([
    [
      'both once',
      [
        ['惠州市', '惠城区'],
        [null, null],
        [null, '惠阳区'],
        [null, null],
      ],
      ['441302', '441302', '441303', '441303'],
      filled('B3', 'B5'),
    ],
    [
      'a blank county beside a city is its own level',
      [
        ['惠州市', '惠城区'],
        ['惠州市', null],
        ['惠州市', '惠阳区'],
      ],
      ['441302', SELF, '441303'],
      [],
    ],
    [
      'both row by row: a blank county is the own level',
      [
        ['惠州市', '惠城区'],
        ['惠州市', '惠城区'],
        ['惠州市', null],
      ],
      ['441302', '441302', SELF],
      [],
    ],
  ])('%s', (_, rows, regions, findings) => {
    const read = ledger(columns, rows);
    expect([read.regions, read.findings]).toEqual([regions, findings]);
  });

  test('below another city no county is carried on', () => {
    const rows: readonly Cells[] = [
      ['广州市', '天河区'],
      [null, null],
      ['深圳市', null],
      [null, null],
      [null, '福田区'],
    ];
    const { regions, findings } = ledger(columns, rows, { sender: '440000' });
    expect(regions).toEqual(['440106', '440106', '440300-self', '440300-self', '440304']);
    expect(findings).toEqual(filled('B3', 'A5'));
  });

  test('a code is not carried on to another county', () => {
    const rows: readonly Cells[] = [
      ['惠城区', '441302'],
      ['惠阳区', null],
      ['惠城区', null],
    ];
    const { regions } = ledger(['county', 'region_code'], rows);
    expect(regions).toEqual(['441302', '441303', '441302']);
  });
});

describe('summaries', () => {
  const summary = (rows: readonly (readonly (string | number | null)[])[], sender = '440000') => {
    const file = recognisedFile({ form: 'summary', columns: ['city', 'county', 't5_job_fairs'], rows });
    const { value, findings } = normalise(file, { scheme, sender, period: Q1 });
    return { regions: value.summaryRows.map(({ region }) => region), findings: brief(findings) };
  };

  test('a city is written once for its counties', () => {
    const rows = [
      ['广州市', '天河区', 1],
      [null, '越秀区', 2],
      ['深圳市', '福田区', 3],
      [null, '前海', 4],
    ];
    expect(summary(rows)).toEqual({
      regions: ['440106', '440104', '440304', '440300-qianhai'],
      findings: [],
    });
  });

  test('a blank county beside a city is the city, and one beside nothing is nobody', () => {
    expect(
      summary(
        [
          ['惠州市', '惠城区', 1],
          ['惠州市', '惠阳区', 2],
          ['惠州市', null, 3],
        ],
        '441300',
      ).regions,
    ).toEqual(['441302', '441303', '441300']);
    expect(
      summary([
        ['广州市', '天河区', 1],
        [null, null, 2],
      ]),
    ).toEqual({ regions: ['440106'], findings: ['REGION_MISSING B3'] });
  });

  test('a county that its city does not have is not the city', () => {
    expect(
      summary(
        [
          ['惠州市', '惠城区', 1],
          ['惠州市', '惠成区', 2],
        ],
        '441300',
      ),
    ).toEqual({
      regions: ['441302'],
      findings: ['REGION_UNKNOWN B3 惠成区'],
    });
  });
});

test('sections under one header have one habit', () => {
  const file = recognisedFile({
    columns: ['county', 'title'],
    rows: [
      ['惠城区', '甲'],
      ['惠城区', '乙'],
      ['任务六', null],
      ['惠阳区', '丙'],
      [null, '丁'],
    ],
    classes: { 4: 'title' },
  });
  const [sheet] = file.sheets;
  const [table] = sheet?.tables ?? [];
  if (!sheet || !table) throw new Error('no table');
  const tables = [
    { ...table, dataRows: [2, 3] as const, task: 't5' },
    { ...table, dataRows: [5, 6] as const, task: 't6' },
  ];
  const { value } = normalise({ ...file, sheets: [{ ...sheet, tables }] }, { scheme, sender: '441300', period: Q1 });
  expect(activityList(value.activities).map(({ region }) => region)).toEqual(['441302', '441302', '441303', SELF]);
});
