import { describe, expect, test } from 'vitest';
import {
  isoDate,
  lastEnded,
  parsePeriodId,
  period,
  previousPeriod,
  yearAgoPeriod,
} from '../../../src/period/period.ts';

describe('parsePeriodId', () => {
  test.each([
    ['2024Q1', '2024Q1', '2024-01-01', '2024-03-31'],
    ['2024q4', '2024Q4', '2024-10-01', '2024-12-31'],
    ['2024-02', '2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02', '2023-02-01', '2023-02-28'],
    ['2024H1', '2024H1', '2024-01-01', '2024-06-30'],
    ['2024', '2024', '2024-01-01', '2024-12-31'],
  ])('%s is %s from %s to %s', (text, id, start, end) => {
    expect(parsePeriodId(text)).toMatchObject({ id, start, end });
  });

  test.each(['', '2024Q5', '2024Q0', '2024-13', '24Q1', 'Q1', '2024H3', '2024-1', '1812Q1', '2024Q1x'])(
    '%j is none',
    (text) => {
      expect(parsePeriodId(text)).toBeNull();
    },
  );
});

test.each([
  ['2024Q1', '2023Q4', '2023Q1'],
  ['2024Q3', '2024Q2', '2023Q3'],
  ['2024-01', '2023-12', '2023-01'],
  ['2024', '2023', '2023'],
])('before %s comes %s, a year ago %s', (id, previous, yearAgo) => {
  const of = parsePeriodId(id);
  expect(of && previousPeriod(of)?.id).toBe(previous);
  expect(of && yearAgoPeriod(of)?.id).toBe(yearAgo);
});

test.each([
  [2024, 2, 29, '2024-02-29'],
  [2023, 2, 29, null],
  [2024, 13, 1, null],
  [2024, 4, 31, null],
  [2024, 3, 0, null],
])('day %i-%i-%i is %s', (year, month, day, expected) => {
  expect(isoDate(year, month, day)).toBe(expected);
});

test('a quarter number that does not exist gives no period', () => {
  expect(period('quarter', 2024, 5)).toBeNull();
  expect(period('half', 2024, 2)?.id).toBe('2024H2');
});

test.each([
  ['quarter', '2024-04-20', '2024Q1'],
  ['quarter', '2024-03-31', '2023Q4'],
  ['quarter', '2024-01-01', '2023Q4'],
  ['month', '2024-03-01', '2024-02'],
  ['half', '2024-07-01', '2024H1'],
  ['year', '2024-12-31', '2023'],
] as const)('the last %s ended before %s is %s', (kind, before, id) => {
  expect(lastEnded(kind, before)?.id).toBe(id);
});
