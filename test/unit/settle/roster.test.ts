import { describe, expect, test } from 'vitest';
import type { RosterEntry } from '../../../src/model/due.ts';
import { regionIndex } from '../../../src/scheme/regions.ts';
import { deadlineOf } from '../../../src/settle/deadline.ts';
import { dueRoster, notDue } from '../../../src/settle/roster.ts';
import { periodOf, Q1, scheme } from '../../support/returns.ts';

const regions = regionIndex(scheme);
const entry = (bureau: string, fields: Partial<RosterEntry> = {}): RosterEntry => {
  return { bureau, name: null, forms: [], validFrom: null, validTo: null, exempt: false, ...fields };
};
const due = (entries: readonly RosterEntry[], area = '440000', period = Q1) =>
  dueRoster(entries, period, area, regions).map(({ bureau }) => bureau);

describe('§5.11 roster', () => {
  test('is roster.csv, in customary order and by its own names', () => {
    expect(dueRoster([entry('441900', { name: '东莞' }), entry('440100')], Q1, '440000', regions)).toEqual([
      { bureau: '440100', name: '广州市', exempt: false, forms: [] },
      { bureau: '441900', name: '东莞', exempt: false, forms: [] },
    ]);
  });

  test.each([
    ['from the last day of the period on', { validFrom: '2024-03-31' }, true],
    ['from the day after it on', { validFrom: '2024-04-01' }, false],
    ['up to its last day', { validTo: '2024-03-31' }, true],
    ['up to the day before', { validTo: '2024-03-30' }, false],
  ])('a line that holds %s', (_name, fields, isDue) => {
    expect(due([entry('441300', fields)])).toEqual(isDue ? ['441300'] : []);
  });

  test('of two bureaus that become one within a period one is due', () => {
    const entries = [entry('441302', { validTo: '2024-02-14' }), entry('441303', { validFrom: '2024-02-15' })];
    expect(due(entries, '441300')).toEqual(['441303']);
    expect(due(entries, '441300', periodOf('2023Q4'))).toEqual(['441302']);
  });

  test('bureaus outside the area are not due to it', () => {
    expect(due([entry('440100'), entry('441302'), entry('441300')], '441300')).toEqual(['441300', '441302']);
  });

  test('of who is exempt or left out with all below nothing is due', () => {
    const roster = dueRoster([entry('441302'), entry('441900', { exempt: true })], Q1, '440000', regions);
    const none = notDue(roster, '440000', regions);
    expect(none.has('441900')).toBe(true);
    expect(none.has('440100')).toBe(true);
    expect(none.has('441300')).toBe(false);
  });
});

describe('§5.10 deadlines', () => {
  const days = { county: 8, city: 15, countyYearEnd: 5, cityYearEnd: 10 };
  const dates = new Map([['2024Q2', '2024-07-20']]);
  test.each([
    ['a city', '441300', '2024Q1', '2024-04-15'],
    ['a county', '441302', '2024Q1', '2024-04-08'],
    ['a zone', '440300-shenshan', '2024Q1', '2024-04-08'],
    ['the own level of a city', '441300-self', '2024Q1', '2024-04-08'],
    ['the own level of the province', '440000-self', '2024Q1', '2024-04-15'],
    ['a city at the end of a year', '441300', '2024Q4', '2025-01-10'],
    ['a county at the end of a year', '441302', '2024Q4', '2025-01-05'],
    ['a date of the settings beats the days, for everybody', '441302', '2024Q2', '2024-07-20'],
  ])('of %s', (_name, bureau, period, date) => {
    expect(deadlineOf(bureau, periodOf(period), { days, dates }, regions)).toBe(date);
  });

  test('days of the end of a year are those of other periods when they are not given', () => {
    expect(deadlineOf('441300', periodOf('2024Q4'), { days: { city: 15 }, dates }, regions)).toBe('2025-01-15');
    expect(deadlineOf('441300', Q1, { days: {}, dates }, regions)).toBeNull();
  });
});
