import { describe, expect, test } from 'vitest';
import { type Finding, finding } from '../../../src/model/finding.ts';
import { findingValue } from '../../../src/model/finding-value.ts';
import { explainFindings } from '../../../src/workspace/explain-findings.ts';
import { parseExplanations } from '../../../src/workspace/explanations.ts';
import { sameValue } from '../../../src/workspace/same-value.ts';
import { activity, filed, Q1, scheme } from '../../support/returns.ts';

const FILE = 'returns/2024Q1/广州市.xlsx';
const ledger = {
  ...filed('440100', {
    activities: [
      activity({ row: 5, associationName: '广州市甲协会', title: '春季招聘会', start: '2024-02-20' }),
      activity({ row: 9, associationName: '广州市乙商会', title: '培训班', start: '2024-03-01' }),
    ],
  }),
  file: FILE,
};
const sheet = ledger.tables[0]?.sheet ?? null;

const about = { bureau: '440100', column: 'participants' };
const approximate = (row: number, raw: string): Finding =>
  finding('NUMBER_APPROXIMATE', { file: FILE, sheet, row, column: 13 }, { used: '200' }, { ...about, raw });
const ofRow = approximate(5, '约200');
const ofSummary = finding(
  'SUMMARY_LEDGER_DIFFER',
  { file: FILE, sheet: '统计表', row: 7, column: 4 },
  { summary: '12', ledger: '10', difference: '2' },
  { bureau: '440100', region: '440106', indicator: 't5_jobs_offered' },
);
const ofFile = finding(
  'ROWS_HIDDEN',
  { file: FILE, sheet: '附表', row: null, column: null },
  { rows: 2 },
  { bureau: '440100' },
);

function run(findings: readonly Finding[], ...lines: string[]) {
  const heading = 'code,bureau,period,file,sheet,cell,region,item,association,activity,date,value,reason';
  const { table, faults } = parseExplanations([heading, ...lines].join('\n'), scheme);
  expect(faults).toEqual([]);
  const { findings: explained, lines: said } = explainFindings(findings, table, { period: Q1, filed: [ledger] });
  return {
    reasons: explained.map((one) => one.explained),
    said: said.map(({ code, place }) => `${code} ${place.row}`),
  };
}

describe('a reason is found', () => {
  test.each([
    ['by activity', ofRow, 'NUMBER_APPROXIMATE,广州市,,,,,,,,春季招聘会,,约200,属实'],
    [
      'by activity, its date and column',
      ofRow,
      'NUMBER_APPROXIMATE,440100,,,,,,参加人次,,春季 招聘会,2024/2/20,约200,属实',
    ],
    ['by the association', ofRow, 'NUMBER_APPROXIMATE,广州市,,,,,,,广州市甲协会,,,约200,属实'],
    ['by file and cell', ofRow, `NUMBER_APPROXIMATE,广州市,,广州市.xlsx,${sheet},M5,,,,,,约200,属实`],
    ['for the period alone', ofRow, 'NUMBER_APPROXIMATE,广州市,2024Q1,,,,,,,春季招聘会,,约200,属实'],
    ['by region and indicator', ofSummary, 'SUMMARY_LEDGER_DIFFER,广州市,,,,,天河区,t5_jobs_offered,,,,12 / 10,属实'],
    [
      'by region and name of the indicator',
      ofSummary,
      'SUMMARY_LEDGER_DIFFER,广州市,,,,,天河区,提供就业岗位数,,,,12 / 10,属实',
    ],
    ['by region and synonym', ofSummary, 'SUMMARY_LEDGER_DIFFER,广州市,,,,,天河区,就业岗位,,,,12 / 10,属实'],
    ['by the file', ofFile, 'ROWS_HIDDEN,广州市,,2024Q1\\广州市.xlsx,,,,,,,,2,属实'],
    ['by file and sheet', ofFile, 'ROWS_HIDDEN,广州市,,广州市.xlsx,附表,,,,,,,2,属实'],
  ])('%s', (_, one, line) => {
    expect(run([one], line)).toEqual({ reasons: ['属实'], said: [] });
  });

  test('wherever the row has moved to', () => {
    const line = 'NUMBER_APPROXIMATE,广州市,,,,,,,,培训班,,约200,属实';
    expect(run([approximate(5, '约200'), approximate(9, '约200')], line).reasons).toEqual([null, '属实']);
  });
});

describe('a reason is not taken', () => {
  test.each([
    ['another bureau', 'NUMBER_APPROXIMATE,韶关市,,,,,,,,春季招聘会,,约200,属实', []],
    ['another code', 'NUMBER_TOO_FINE,广州市,,,,,,,,春季招聘会,,约200,属实', ['EXPLANATION_UNUSED 2']],
    ['another activity', 'NUMBER_APPROXIMATE,广州市,,,,,,,,秋季招聘会,,约200,属实', ['EXPLANATION_UNUSED 2']],
    ['another date', 'NUMBER_APPROXIMATE,广州市,,,,,,,,春季招聘会,2024-02-21,约200,属实', ['EXPLANATION_UNUSED 2']],
    ['another column', 'NUMBER_APPROXIMATE,广州市,,,,,,提供岗位数,,春季招聘会,,约200,属实', ['EXPLANATION_UNUSED 2']],
    ['another cell', 'NUMBER_APPROXIMATE,广州市,,广州市.xlsx,,M6,,,,,,约200,属实', ['EXPLANATION_UNUSED 2']],
    ['the end of another name', 'NUMBER_APPROXIMATE,广州市,,州市.xlsx,,M5,,,,,,约200,属实', ['EXPLANATION_UNUSED 2']],
    [
      'a file alone for a cell in it',
      'NUMBER_APPROXIMATE,广州市,,广州市.xlsx,,,,,,,,约200,属实',
      ['EXPLANATION_UNUSED 2'],
    ],
    ['another period', 'NUMBER_APPROXIMATE,广州市,2023Q4,,,,,,,春季招聘会,,约200,属实', []],
    ['the folder of another period', 'NUMBER_APPROXIMATE,广州市,,returns/2023Q4/广州市.xlsx,,M5,,,,,,约200,属实', []],
    ['a value that has changed', 'NUMBER_APPROXIMATE,广州市,,,,,,,,春季招聘会,,约210,属实', ['EXPLANATION_LAPSED 2']],
    ['no value where there is one', 'NUMBER_APPROXIMATE,广州市,,,,,,,,春季招聘会,,,属实', ['EXPLANATION_LAPSED 2']],
  ])('for %s', (_, line, said) => {
    expect(run([ofRow], line)).toEqual({ reasons: [null], said });
  });

  test('for an error', () => {
    const error = { ...ofRow, severity: 'error' as const };
    const line = 'NUMBER_APPROXIMATE,广州市,,,,,,,,春季招聘会,,约200,属实';
    expect(run([error], line)).toEqual({ reasons: [null], said: ['EXPLANATION_REFUSED 2'] });
  });

  test('beyond its own value: of two lines for a place the one that fits counts, the other has lapsed', () => {
    const line = (value: string) => `NUMBER_APPROXIMATE,广州市,,,,,,,,春季招聘会,,${value},说明${value}`;
    expect(run([ofRow], line('约100'), line('约200'))).toEqual({
      reasons: ['说明约200'],
      said: ['EXPLANATION_LAPSED 2'],
    });
  });
});

test('what has lapsed names both values', () => {
  const { table } = parseExplanations(
    'code,bureau,activity,value,reason\nNUMBER_APPROXIMATE,广州市,春季招聘会,约210,属实',
    scheme,
  );
  const [said] = explainFindings([ofRow], table, { period: Q1, filed: [ledger] }).lines;
  expect(said).toMatchObject({ severity: 'warning', bureau: '440100', args: { explained: '约210', now: '约200' } });
});

test.each([
  ['约200', ' 约 200', true],
  ['1,200', '1200', true],
  ['12.50', '12.5', true],
  ['１２', '12', true],
  ['2024-02-20', '2024/2/20', true],
  ['12 / 10', '12.0 / 10', true],
  ["'-3 / 5", '-3 / 5', true],
  ["'=A1", '=A1', true],
  ["'3", '3', false],
  ['12 / 10', '10 / 12', false],
  ['12', '12.1', false],
  ['1,2', '12', false],
  ['', '0', false],
])('%j and %j: the same value is %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
});

test('a blank cell has no value, and a date outside the period only its own', () => {
  const place = { file: FILE, sheet, row: 5, column: 13 };
  const blank = finding('EXPECTED_BLANK', place, { name: 'participants', type: 't5_job_fair' }, about);
  const outside = finding('DATE_OUTSIDE_PERIOD', place, { date: '2023-12-20', period: '2024Q1' }, about);
  expect(findingValue(blank)).toBe('');
  expect(findingValue(outside)).toBe('2023-12-20');
});

test('the value of a finding is its cell, else what it compares', () => {
  expect(findingValue(ofRow)).toBe('约200');
  expect(findingValue(ofSummary)).toBe('12 / 10');
  expect(findingValue(ofFile)).toBe('2');
});
