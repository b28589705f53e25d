import { describe, expect, test } from 'vitest';
import { checkTotals } from '../../../src/check/check-totals.ts';
import { format } from '../../../src/decimal/decimal.ts';
import { activityList } from '../../../src/model/activities.ts';
import { normalise } from '../../../src/normalise/normalise.ts';
import { brief, recognisedFile, type SheetSpec } from '../../support/recognised-files.ts';
import { Q1, scheme } from '../../support/returns.ts';

const LINES = ['t5_job_fairs', 't4_rural_funds'];

function read(spec: Partial<SheetSpec> & Pick<SheetSpec, 'columns' | 'rows'>, sender = '441300') {
  const file = recognisedFile({ form: 'summary', lines: LINES, ...spec });
  const { value, findings } = normalise(file, { scheme, sender, period: Q1 });
  const totals = checkTotals(value.totalled, sender, scheme);
  const shown = (cells: typeof value.summary) =>
    cells.map((cell) => [
      cell.region,
      cell.yearToDate ? `${cell.indicator} ytd` : cell.indicator,
      cell.value === null ? cell.state : format(cell.value),
      `${cell.row},${cell.column}`,
    ]);
  return {
    cells: shown(value.summary),
    stated: shown(totals.value),
    rows: value.summaryRows.map(({ row, region }) => `${row} ${region}`),
    findings: brief([...findings, ...totals.findings]),
  };
}

describe('a summary whose rows are indicators', () => {
  test('columns of spans', () => {
    const one = read({
      columns: ['indicator', 'unit', 'period', 'ytd', { meaning: null }],
      rows: [
        ['招聘', '场次', 3, 5, 2],
        ['资金', '万元', 12.5, null, 1],
      ],
    });
    expect(one.cells).toEqual([
      ['441300', 't5_job_fairs', '3', '2,3'],
      ['441300', 't5_job_fairs ytd', '5', '2,4'],
      ['441300', 't4_rural_funds', '12.5', '3,3'],
      ['441300', 't4_rural_funds ytd', 'blank', '3,4'],
    ]);
    expect([one.findings, one.rows]).toEqual([[], ['2 441300', '3 441300']]);
  });

  test('columns of regions with a total, which states what the city adds up to', () => {
    const columns = ['indicator', '441300-self', '441302', 'total'];
    const rows = [
      ['招聘', 1, 2, 3],
      ['资金', 1.5, '2万元', 3.5],
    ];
    expect(read({ columns, rows })).toMatchObject({
      cells: [
        ['441300-self', 't5_job_fairs', '1', '2,2'],
        ['441302', 't5_job_fairs', '2', '2,3'],
        ['441300-self', 't4_rural_funds', '1.5', '3,2'],
        ['441302', 't4_rural_funds', '2', '3,3'],
      ],
      stated: [
        ['441300', 't5_job_fairs', '3', '2,4'],
        ['441300', 't4_rural_funds', '3.5', '3,4'],
      ],
      findings: [],
    });
    const wrong = read({ columns, rows: [['招聘', 1, 2, 4], rows[1] ?? []] });
    expect(wrong.findings).toEqual(['TOTAL_DIFFERS D2 4']);
    expect(wrong.stated.map(([, indicator]) => indicator)).toEqual(['t4_rural_funds']);
  });

  test('a column between that is not understood may be a part: the total is not judged', () => {
    const columns = ['indicator', '441302', { meaning: null }, 'total'];
    expect(read({ columns, rows: [['招聘', 1, 2, 9]] }).findings).toEqual([]);
  });

  test('a total beside no region is the table’s own figure', () => {
    const { cells } = read({ columns: ['indicator', 'total'], rows: [['招聘', 3]], region: '441302' });
    expect(cells).toEqual([['441302', 't5_job_fairs', '3', '2,2']]);
  });

  test('blanks, texts and units as in any summary; unknown rows are read past', () => {
    const lines = [
      't5_job_fairs',
      null,
      { meaning: 't4_rural_funds', unit: '元' },
      { meaning: 't6_surveys', yearToDate: true },
    ];
    const { cells, findings, rows } = read({
      lines,
      columns: ['indicator', { meaning: 'period', unit: '万元' }],
      rows: [
        ['招聘', null],
        ['其他', 9],
        ['资金', 5000],
        ['调研', '若干'],
      ],
    });
    expect(cells.map(([, indicator, value]) => [indicator, value])).toEqual([
      ['t5_job_fairs', 'blank'],
      ['t4_rural_funds', '0.5'],
      ['t6_surveys ytd', 'unreadable'],
    ]);
    expect(findings).toEqual(['REQUIRED_BLANK B2', 'NUMBER_UNREADABLE B5 若干']);
    expect(rows).toHaveLength(4);
  });

  test('a region elsewhere is said once and counts nothing', () => {
    const { cells, findings } = read({
      columns: ['indicator', '441302', '440106'],
      rows: [
        ['招聘', 1, 2],
        ['资金', 1, 2],
      ],
    });
    expect(cells.map(([region]) => region)).toEqual(['441302', '441302']);
    expect(findings).toEqual(['REGION_OUTSIDE_SENDER C1']);
  });
});

describe('a region that the title names', () => {
  const ledger = (region: string, row: readonly (string | null)[], sender = '441300') => {
    const file = recognisedFile({ columns: ['city', 'county', 'title'], rows: [[...row, '甲']], task: 't5', region });
    const { value, findings } = normalise(file, { scheme, sender, period: Q1 });
    return [activityList(value.activities)[0]?.region, activityList(value.activities)[0]?.setAside, brief(findings)];
  };

  test.each<[string, readonly (string | null)[], string, string | null]>([
    ['441302', [null, null], '441302', null],
    ['441302', ['惠州市', null], '441302', null],
    ['441302', [null, '惠阳区'], '441303', null],
    ['441300-zhongkai', [null, null], '441300-zhongkai', null],
  ])('%s over %j is %s', (region, row, found, setAside) => {
    expect(ledger(region, row)).toEqual([found, setAside, []]);
  });

  test('outside the sender its rows do not count', () => {
    expect(ledger('440106', [null, null])).toEqual(['440106', 'outOfArea', ['REGION_OUTSIDE_SENDER B2']]);
    expect(ledger('440100', [null, '天河区'], '440000')).toEqual(['440106', null, []]);
  });

  test('a summary of one row is that region’s', () => {
    const file = recognisedFile({ form: 'summary', columns: ['t5_job_fairs'], rows: [[3]], region: '441302' });
    const { value } = normalise(file, { scheme, sender: '441300', period: Q1 });
    expect(value.summaryRows).toEqual([{ table: 0, row: 2, region: '441302' }]);
  });
});
