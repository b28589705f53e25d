import { describe, expect, test } from 'vitest';
import { checkTotals } from '../../../src/check/check-totals.ts';
import { format } from '../../../src/decimal/decimal.ts';
import type { RowClass } from '../../../src/model/recognised.ts';
import { normalise } from '../../../src/normalise/normalise.ts';
import { totalLabel } from '../../../src/normalise/total-label.ts';
import { brief, type ColumnSpec, recognisedFile, type SheetSpec } from '../../support/recognised-files.ts';
import { Q1, scheme } from '../../support/returns.ts';

type Cells = readonly (string | number | null)[];

/** Rows below the header in row 1; those that begin with a total's word are totals, `----` is the header once more. */
function check(
  columns: readonly ColumnSpec[],
  rows: readonly Cells[],
  spec: Partial<SheetSpec> & { sender?: string } = {},
) {
  const { sender = '441300', ...sheet } = spec;
  const classes: Record<number, RowClass> = {};
  rows.forEach((cells, at) => {
    if (cells[0] === '----') classes[at + 2] = 'header';
    else if (cells.some((cell) => typeof cell === 'string' && totalLabel(cell, scheme, sender) !== null)) {
      classes[at + 2] = 'total';
    }
  });
  const file = recognisedFile({ form: 'summary', columns, rows, ...sheet, classes: { ...classes, ...sheet.classes } });
  const { value } = normalise(file, { scheme, sender, period: Q1 });
  const { value: stated, findings } = checkTotals(value.totalled, sender, scheme);
  return {
    findings: brief(findings),
    sums: findings.map(({ args }) => `${args['stated']} ${args['sum']} ${args['difference']}`),
    about: findings.map(({ column, indicator }) => column ?? indicator),
    stated: stated.map(({ indicator, value: total }) => `${indicator} ${total === null ? null : format(total)}`),
  };
}

const FAIRS = ['county', 't5_job_fairs', 't5_jobs_offered'];
const wrong = (cell: string, raw: string) => `TOTAL_DIFFERS ${cell} ${raw}`;

describe('labels', () => {
  test.each<[string, string | null, readonly string[] | null]>([
    ['合 计', '合计', null],
    ['小计：', '小计', null],
    ['合计（万元）', '合计', null],
    ['本页合计', '本页合计', null],
    ['县区合计', '县区合计', null],
    ['县区小计', '县区小计', null],
    ['各县（市、区）小计', '各县(市、区)小计', null],
    ['合计（不含市本级）', '合计', null],
    ['全市', '全市', null],
    ['惠州市小计', '小计', ['441300']],
    ['惠城区合计', '合计', ['441302']],
    ['粤西小计', '小计', ['440800', '440900', '441700']],
    ['粤西', '', ['440800', '440900', '441700']],
    ['西翼', '', ['440800', '440900', '441700']],
  ])('%s', (text, word, scope) => {
    const label = totalLabel(text, scheme, '441300');
    if (label === null || label === 'ofWhich') throw new Error('no total');
    expect([label.word, label.scope?.toSorted() ?? null]).toEqual([word, scope]);
  });

  test('粤东西北小计 is three groups', () => {
    const label = totalLabel('粤东西北小计', scheme, '440000');
    expect(label).toMatchObject({ word: '小计' });
    expect(label === null || label === 'ofWhich' ? 0 : label.scope?.length).toBe(12);
  });

  test.each(['其中', '其中：制造业'])('%s is no total', (text) => {
    expect(totalLabel(text, scheme, '441300')).toBe('ofWhich');
  });

  test.each(['合计数据局', '惠城区', '小计算机协会', '会计', ''])('%s is no label', (text) => {
    expect(totalLabel(text, scheme, '441300')).toBeNull();
  });
});

describe('a total of the whole table', () => {
  const counties: readonly Cells[] = [
    ['惠城区', 1, 10],
    ['惠阳区', 2, 20],
    ['博罗县', 3, 30],
  ];

  test.each<[string, readonly Cells[], string[]]>([
    ['last', [...counties, ['合计', 6, 60]], []],
    ['first', [['合计', 6, 60], ...counties], []],
    ['in the middle', [...counties.slice(0, 1), ['合计', 6, 60], ...counties.slice(1)], []],
    ['wrong in one column', [...counties, ['合计', 6, 61]], [wrong('C5', '61')]],
    ['first and wrong', [['全市合计', 5, 60], ...counties], [wrong('B2', '5')]],
    ['without one row', [...counties, ['合计', 3, 30]], [wrong('B5', '3'), wrong('C5', '30')]],
    ['of rows that repeat a header', [...counties, ['----', '----', '----'], ['惠东县', 4, 40], ['合计', 10, 100]], []],
    [
      'of the last page only',
      [...counties, ['----', null, null], ['惠东县', 4, 40], ['合计', 4, 40]],
      [wrong('B7', '4'), wrong('C7', '40')],
    ],
    ['blank in a column', [...counties, ['合计', null, 60]], []],
    ['unreadable', [...counties, ['合计', '若干', 60]], []],
    ['about so much', [...counties, ['合计', '约7', 60]], []],
    [
      'nil',
      [
        ['惠城区', '无', '—'],
        ['惠阳区', 0, 0],
        ['合计', '—', 0],
      ],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(check(FAIRS, rows).findings).toEqual(expected);
  });

  test('without rows there is nothing to say', () => {
    expect(check(FAIRS, [['合计', 6, 60]]).findings).toEqual([]);
  });

  test('names the nearest sum, column and text', () => {
    const { sums, about, findings } = check(FAIRS, [...counties, ['合计', '7场', 60]]);
    expect([sums, about, findings]).toEqual([['7 6 1'], ['t5_job_fairs'], [wrong('B5', '7场')]]);
  });

  test('parts that are blank or unreadable make a cell not evaluable, the others are judged', () => {
    const rows: readonly Cells[] = [
      ['惠城区', null, 10],
      ['惠阳区', 2, 20],
      ['合计', 99, 31],
    ];
    expect(check(FAIRS, rows).findings).toEqual([wrong('C4', '31')]);
    expect(
      check(FAIRS, [
        ['惠城区', '3-5', 10],
        ['惠阳区', 2, 20],
        ['合计', 99, 30],
      ]).findings,
    ).toEqual([]);
  });

  test('year to date is added up likewise, and rows that do not count are parts too', () => {
    const columns = ['county', 't5_job_fairs', { meaning: 't5_job_fairs', yearToDate: true }];
    expect(check(columns, [...counties, ['合计', 6, 50]]).findings).toEqual([wrong('C5', '50')]);
    expect(check(FAIRS, [...counties, ['某某区', 4, 40], ['合计', 10, 100]]).findings).toEqual([]);
  });
});

describe('own level, counties and the city itself', () => {
  const columns = ['city', 'county', 't5_job_fairs', 't5_jobs_offered'];
  const parts: readonly Cells[] = [
    ['惠州市', '市本级', 1, 10],
    ['惠州市', '惠城区', 2, 20],
  ];

  test.each<[string, readonly Cells[], string[]]>([
    ['parts', [...parts, ['合计', null, 3, 30]], []],
    ['the city row beside its parts is no part', [...parts, ['惠州市', null, 3, 30], ['合计', null, 3, 30]], []],
    ['city row first', [['惠州市', null, 3, 30], ...parts, ['合计', null, 3, 30]], []],
    [
      'equal to the city row, which the parts do not make up',
      [['惠州市', null, 9, 90], ...parts, ['合计', null, 9, 90]],
      [],
    ],
    ['added twice', [['惠州市', null, 3, 30], ...parts, ['合计', null, 6, 60]], [wrong('C5', '6'), wrong('D5', '60')]],
    ['counties only', [...parts, ['县区合计', null, 2, 20]], []],
    ['counties, then all', [...parts, ['县区小计', null, 2, 20], ['合计', null, 3, 30]], []],
    ['counties wrong', [...parts, ['县区小计', null, 4, 20], ['合计', null, 3, 30]], [wrong('C4', '4')]],
    ['a region told twice, added once', [...parts, ['惠州市', '惠城区', 2, 20], ['合计', null, 3, 30]], []],
    ['a region told twice, added twice', [...parts, ['惠州市', '惠城区', 2, 20], ['合计', null, 5, 50]], []],
  ])('%s', (_, rows, expected) => {
    expect(check(columns, rows).findings).toEqual(expected);
  });
});

describe('groups', () => {
  const one: readonly Cells[] = [
    ['惠城区', 1, 10],
    ['惠阳区', 2, 20],
  ];
  const two: readonly Cells[] = [
    ['博罗县', 3, 30],
    ['惠东县', 4, 40],
  ];

  test.each<[string, readonly Cells[], string[]]>([
    ['below their rows', [...one, ['小计', 3, 30], ...two, ['小计', 7, 70], ['合计', 10, 100]], []],
    ['above their rows', [['小计', 3, 30], ...one, ['小计', 7, 70], ...two, ['合计', 10, 100]], []],
    ['grand total first', [['合计', 10, 100], ['小计', 3, 30], ...one, ['小计', 7, 70], ...two], []],
    ['grand total first, groups below', [['合计', 10, 100], ...one, ['小计', 3, 30], ...two, ['小计', 7, 70]], []],
    ['of one word', [...one, ['合计', 3, 30], ...two, ['合计', 7, 70], ['总计', 10, 100]], []],
    ['of one word, the last of all', [...one, ['合计', 3, 30], ...two, ['合计', 7, 70], ['合计', 10, 100]], []],
    ['pages', [...one, ['本页合计', 3, 30], ['----', null, null], ...two, ['本页合计', 7, 70], ['合计', 10, 100]], []],
    [
      'pages with subtotals',
      [
        ['惠城区', 1, 10],
        ['小计', 1, 10],
        ['惠阳区', 2, 20],
        ['小计', 2, 20],
        ['本页合计', 3, 30],
      ],
      [],
    ],
    [
      'a wrong subtotal is said once',
      [...one, ['小计', 4, 30], ...two, ['小计', 7, 70], ['合计', 11, 100]],
      [wrong('B4', '4')],
    ],
    [
      'a wrong subtotal under a right total',
      [...one, ['小计', 4, 30], ...two, ['小计', 7, 70], ['合计', 10, 100]],
      [wrong('B4', '4')],
    ],
    [
      'a total that leaves the first group out',
      [...one, ['小计', 3, 30], ...two, ['小计', 7, 70], ['合计', 7, 70]],
      [wrong('B8', '7'), wrong('C8', '70')],
    ],
    [
      'a total that adds subtotals and rows',
      [...one, ['小计', 3, 30], ...two, ['合计', 13, 130]],
      [wrong('B7', '13'), wrong('C7', '130')],
    ],
    [
      '其中 ends no group and is no total',
      [
        ['惠城区', 1, 10],
        ['其中', 1, 5],
        ['惠阳区', 2, 20],
        ['小计', 3, 30],
      ],
      [],
    ],
    [
      'a blank in another group',
      [
        ['惠城区', null, 10],
        ['小计', 0, 10],
        ['惠阳区', 2, 20],
        ['小计', 3, 20],
      ],
      [wrong('B5', '3')],
    ],
  ])('%s', (_, rows, expected) => {
    expect(check(FAIRS, rows).findings).toEqual(expected);
  });

  test('named groups of cities cover those wherever they stand', () => {
    const columns = ['city', 't5_job_fairs', 't5_jobs_offered'];
    const cities: readonly Cells[] = [
      ['广州市', 1, 10],
      ['湛江市', 2, 20],
      ['深圳市', 4, 40],
      ['茂名市', 8, 80],
      ['汕头市', 16, 160],
    ];
    const spec = { sender: '440000' };
    const totals = (first: number): readonly Cells[] => [
      ['珠三角小计', first, 50],
      ['粤西', 10, 100],
      ['粤东西北小计', 26, 260],
      ['全省合计', 31, 310],
    ];
    expect(check(columns, [...cities, ...totals(5)], spec).findings).toEqual([]);
    expect(check(columns, [...cities, ...totals(6)], spec).sums).toEqual(['6 5 1']);
    expect(check(columns, [...totals(5), ...cities], spec).findings).toEqual([]);
  });
});

describe('decimals', () => {
  const funds = (...values: readonly (string | number)[]) =>
    check(
      ['county', 't4_rural_funds', 't4_rural_projects'],
      [
        ...values.slice(0, -1).map((value, at): Cells => [['惠城区', '惠阳区', '博罗县'][at] ?? '', value, 1]),
        ['合计', values.at(-1) ?? null, values.length - 1],
      ],
    ).findings.length;

  test.each<[readonly (string | number)[], number]>([
    [[1.25, 2.5, 3.75], 0],
    [[1.25, 2.25, 3.51], 0],
    [[1.25, 2.25, 3.52], 1],
    [[1.3, 2.4, 3.8], 0],
    [[1.3, 2.4, 3.9], 1],
    [[1.3, 2.4, 4], 0],
    [[1.3, 2.4, 5], 1],
    [[100, 200, 301], 1],
    [[100, 200, 300.5], 1],
    [['5000元', '2500元', 0.75], 0],
    [['5000元', '2500元', '0.8万元'], 0],
    [['5000元', '2500元', '0.7万元'], 0],
    [['5000元', '2500元', 0.74], 1],
    [[0.1, 0.2, 0.3], 0],
  ])('%j', (values, wrongs) => {
    expect(funds(...values)).toBe(wrongs);
  });

  test('units of header and banner hold for totals', () => {
    const columns = ['county', { meaning: 't4_rural_funds', unit: '元' }, 't4_charity_donations'];
    const rows: readonly Cells[] = [
      ['惠城区', 5000, 30000],
      ['惠阳区', 2500, 20000],
    ];
    const spec = { bannerUnit: '元' };
    expect(check(columns, [...rows, ['合计', 7500, '5万元']], spec).findings).toEqual([]);
    expect(check(columns, [...rows, ['合计', 7501, 5]], spec).sums).toEqual(['0.7501 0.75 0.0001', '0.0005 5 4.9995']);
  });
});

test('associations may be counted once, never more often than the rows do', () => {
  const columns = ['county', 't4_rural_assocs', 't4_rural_projects'];
  const rows: readonly Cells[] = [
    ['惠城区', 3, 1],
    ['惠阳区', 2, 1],
  ];
  expect(check(columns, [...rows, ['合计', 4, 2]]).findings).toEqual([]);
  expect(check(columns, [...rows, ['合计', 6, 2]]).findings).toEqual([wrong('B4', '6')]);
});

describe('ledgers', () => {
  const columns = ['county', 'title', 'date', 'venue', 'participants', 'funds'];
  const ledger = (...rows: readonly Cells[]) => check(columns, rows, { form: 'ledger' });
  const row = (title: string, participants: number | null, funds: number | null): Cells => [
    '惠城区',
    title,
    '2024-03-05',
    '馆',
    participants,
    funds,
  ];

  test('blanks add nothing', () => {
    expect(ledger(row('甲', 10, null), row('乙', null, 1.5), ['合计', null, null, null, 10, 1.5]).findings).toEqual([]);
    const { findings, about } = ledger(row('甲', 10, null), row('乙', null, 1.5), ['合计', null, null, null, 11, 1.5]);
    expect([findings, about]).toEqual([[wrong('E4', '11')], ['participants']]);
  });

  test('a joint event is counted by its rows or once', () => {
    const rows = [row('甲', 10, 1), row('甲', 10, 2), row('乙', 5, 3)];
    for (const participants of [15, 25])
      expect(ledger(...rows, ['合计', null, null, null, participants, 6]).findings).toEqual([]);
    expect(ledger(...rows, ['合计', null, null, null, 15, 4]).findings).toEqual([wrong('F5', '4')]);
    expect(ledger(...rows, ['合计', null, null, null, 20, 6]).findings).toEqual([wrong('E5', '20')]);
  });

  test('groups by region', () => {
    const other: Cells = ['惠阳区', '丙', '2024-03-06', '馆', 7, 1];
    const total = (label: string, people: number, funds: number): Cells => [label, null, null, null, people, funds];
    const rows = [row('甲', 10, 1), total('惠城区小计', 10, 1), other, total('惠阳区小计', 7, 1), total('合计', 17, 2)];
    expect(ledger(...rows).findings).toEqual([]);
    expect(ledger(...rows.slice(0, 3), total('惠阳区小计', 17, 2), total('合计', 17, 2)).findings).toEqual([
      wrong('E5', '17'),
      wrong('F5', '2'),
    ]);
  });
});

describe('what a total states for its city', () => {
  const columns = ['city', 'county', 't5_job_fairs', 't5_jobs_offered'];
  const parts: readonly Cells[] = [
    ['惠州市', '市本级', 1, 10],
    ['惠州市', '惠城区', 2, 20],
  ];
  const both = ['t5_job_fairs 3', 't5_jobs_offered 30'];

  test.each<[string, readonly Cells[], string[]]>([
    ['all parts', [...parts, ['合计', null, 3, 30]], both],
    ['named', [...parts, ['惠州市合计', null, 3, 30]], both],
    ['first', [['全市合计', null, 3, 30], ...parts], both],
    ['wrong in a column', [...parts, ['合计', null, 3, 31]], ['t5_job_fairs 3']],
    ['not evaluable', [['惠州市', '市本级', null, 10], ...parts.slice(1), ['合计', null, 3, 30]], both],
    [
      'a county that nobody knows',
      [...parts, ['惠州市', '某某区', 1, 1], ['合计', null, 4, 31]],
      ['t5_job_fairs 4', 't5_jobs_offered 31'],
    ],
    ['beside a row of the city', [...parts, ['惠州市', null, 3, 30], ['合计', null, 3, 30]], []],
    ['beside a region elsewhere', [...parts, ['广州市', null, 3, 30], ['合计', null, 6, 60]], []],
    ['subtotals only', [...parts, ['小计', null, 3, 30]], []],
    ['the last of the whole table', [...parts, ['小计', null, 3, 30], ['总计', null, 3, 30]], both],
    ['counties without the own level', [...parts, ['合计', null, 2, 20]], []],
    [
      'of counties by its word',
      [
        ['惠州市', '惠城区', null, 20],
        ['县区合计', null, 2, 20],
      ],
      [],
    ],
    ['no rows', [['合计', null, 3, 30]], []],
  ])('%s', (_, rows, expected) => {
    expect(check(columns, rows).stated).toEqual(expected);
  });

  test('only a city says so', () => {
    expect(
      check(
        ['county', 't5_job_fairs'],
        [
          ['博罗县', 3],
          ['合计', 3],
        ],
        { sender: '441322' },
      ).stated,
    ).toEqual([]);
    expect(
      check(
        ['city', 't5_job_fairs'],
        [
          ['广州市', 3],
          ['合计', 3],
        ],
        { sender: '440000' },
      ).stated,
    ).toEqual([]);
  });
});
