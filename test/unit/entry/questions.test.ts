import { describe, expect, test } from 'vitest';
import {
  ledgerQuestions,
  partsOf,
  regionColumn,
  summaryQuestions,
  summaryRegions,
} from '../../../src/entry/questions.ts';
import { scheme } from '../../support/returns.ts';

test('every indicator is asked once, task by task', () => {
  const asked = summaryQuestions(scheme).flatMap(({ indicators }) => indicators.map(({ id }) => id));
  expect(asked.toSorted()).toEqual(scheme.indicators.map(({ id }) => id).toSorted());
  expect(summaryQuestions(scheme).map(({ task }) => task.id)).toEqual(['t0', 't1', 't2', 't3', 't4', 't5', 't6', 'tx']);
});

test.each([
  ['441302', 'all', ['441302']],
  ['441300', 'none', ['441300']],
  ['441300', 'own', ['441300-self']],
  ['441300-self', 'all', ['441300-self']],
] as const)('regions of %s, parts %s', (bureau, parts, regions) => {
  expect(summaryRegions(scheme, bureau, parts)).toEqual(regions);
});

test('a city tells its own level, its counties and its zones', () => {
  const parts = partsOf(scheme, '441300').map(({ code }) => code);
  expect(parts[0]).toBe('441300-self');
  expect(parts).toContain('441302');
  expect(summaryRegions(scheme, '441300', 'all')).toEqual(parts);
});

test('parts that report apart are none of its own, unless all do', () => {
  const parts = partsOf(scheme, '441300').map(({ code }) => code);
  const others = parts.slice(1);
  expect(summaryRegions(scheme, '441300', 'all', others.slice(1))).toEqual(parts.slice(0, 2));
  expect(summaryRegions(scheme, '441300', 'own', others)).toEqual(['441300-self']);
  expect(summaryRegions(scheme, '441300', 'all', parts)).toEqual(parts);
  expect(summaryRegions(scheme, '441300', 'none', others)).toEqual(['441300']);
});

test.each([
  ['440000', 'city'],
  ['441300', 'county'],
  ['441302', undefined],
])('rows of %s tell their region in %s', (bureau, column) => {
  expect(regionColumn(scheme, bureau)?.id).toBe(column);
});

describe('the columns of an activity', () => {
  const asked = (type: string | null) => {
    const found = scheme.activityTypes.find(({ id }) => id === type) ?? null;
    return ledgerQuestions(scheme, '441302', found).asked.map(({ id }) => id);
  };

  test('without a type are those of all', () => {
    expect(asked(null)).toEqual(['task', 'activity_type', 'association', 'uscc', 'title', 'date', 'venue', 'part']);
  });

  test.each([
    ['t5_job_fair', ['enterprises', 'jobs_offered', 'job_intents', 'jobs_filled', 'graduates_filled']],
    ['t1_founding', ['leader_led']],
    ['t6_proposal', ['issues_raised', 'issues_solved', 'adopted']],
    ['t4_charity', ['funds']],
  ])('of the type %s are those that its figures need', (type, columns) => {
    expect(asked(type).filter((id) => !asked(null).includes(id))).toEqual(columns);
  });

  test('leave nobody’s name or telephone to be typed, and everything else', () => {
    const { asked: first, others } = ledgerQuestions(scheme, '441300', null);
    const all = [...first, ...others].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(all).not.toContain('contact');
    expect(all).not.toContain('phone');
    expect(all).toContain('remark');
    expect(all[0]).toBe('county');
  });
});
