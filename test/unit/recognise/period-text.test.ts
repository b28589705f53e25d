import { describe, expect, test } from 'vitest';
import { periodOf, phraseAt } from '../../../src/recognise/period-text.ts';

/** The period at the beginning of a folded text, year to date marked with `+`. */
function read(text: string, kind: 'month' | 'quarter' | 'half' | 'year' = 'quarter', year: number | null = null) {
  const found = phraseAt(text.normalize('NFKC').toUpperCase(), 0);
  if (!found) return 'nothing';
  const period = periodOf(found.phrase, kind, year);
  return period ? period.period.id + (period.yearToDate ? '+' : '') : found.phrase.kind;
}

describe('a period text names', () => {
  test.each([
    ['2024年第一季度', '2024Q1'],
    ['2024年一季度', '2024Q1'],
    ['2024年1季度', '2024Q1'],
    ['2024年 第 3 季度', '2024Q3'],
    ['2024第四季度', '2024Q4'],
    ['24年二季度', '2024Q2'],
    ['２０２４年第２季度', '2024Q2'],
    ['2024年度第一季度', '2024Q1'],
    ['2024年第1季度（累计）', '2024Q1'],
    ['2024Q1', '2024Q1'],
    ['2024q1', '2024Q1'],
    ['2024年Q1', '2024Q1'],
    ['2024-Q1', '2024Q1'],
    ['2024年1—3月', '2024Q1'],
    ['2024年1-3月份', '2024Q1'],
    ['2024年1月至3月', '2024Q1'],
    ['2024年4～6月', '2024Q2'],
    ['2024.1-3月', '2024Q1'],
    ['2024年1月1日—3月31日', '2024Q1'],
    ['2024-04-01至2024-06-30', '2024Q2'],
    ['二〇二四年第一季度', '2024Q1'],
    ['二○二四年一季度', '2024Q1'],
    ['2024年上半年', '2024H1'],
    ['2024H2', '2024H2'],
    ['2024年度', '2024'],
    ['2024年全年', '2024'],
    ['2024年3月', '2024-03'],
    ['2024-03', '2024-03'],
  ])('%s → %s', (text, period) => {
    expect(read(text)).toBe(period);
  });

  test.each([
    ['2024年1—6月', '2024Q2+'],
    ['2024年1-9月', '2024Q3+'],
    ['2024年1—12月', '2024Q4+'],
    ['2024年前三季度', '2024Q3+'],
  ])('from January on: %s → %s', (text, period) => {
    expect(read(text)).toBe(period);
  });

  test('a range is a period of the scheme’s kind when it can be', () => {
    expect(read('2024年1—6月', 'half')).toBe('2024H1');
    expect(read('2024年1—12月', 'year')).toBe('2024');
    expect(read('2024年1—3月', 'month')).toBe('2024-03+');
  });

  test('a period without a year takes it from elsewhere, else is none', () => {
    expect(read('第一季度', 'quarter', 2024)).toBe('2024Q1');
    expect(read('1月-3月', 'quarter', 2024)).toBe('2024Q1');
    expect(read('第一季度')).toBe('named');
  });
});

describe('a text that nearly is a period', () => {
  test.each([
    ['2024年4月10日', 'date'],
    ['2024-04-10', 'date'],
    ['2024.4.10', 'date'],
    ['20240410', 'date'],
    ['3月5日', 'date'],
    ['2024年1月1日—3月30日', 'date'],
    ['2023年12月—2024年2月', 'date'],
    ['2024年2—4月', 'months'],
    ['2024年', 'year'],
    ['2024', 'year'],
    ['2024Q15', 'year'],
    ['202403', 'nothing'],
    ['440100', 'nothing'],
    ['一、培育', 'nothing'],
    ['第五季度', 'nothing'],
    ['季度', 'nothing'],
    ['', 'nothing'],
  ])('%s is %s', (text, kind) => {
    expect(read(text)).toBe(kind);
  });
});
