import { expect, test } from 'vitest';
import { describeScheme } from '../../../src/scheme/describe-scheme.ts';
import { scheme } from '../../support/returns.ts';

const description = describeScheme(scheme);

test('the counts', () => {
  expect(description.counts).toEqual({
    tasks: 8,
    indicators: 56,
    columns: 36,
    activityTypes: 24,
    province: 1,
    city: 21,
    county: 122,
    zone: 19,
    formerRegions: 33,
    rules: 36,
  });
});

test('the order of the groups of regions', () => {
  expect(description.groupOrder).toEqual(['珠三角', '粤东', '粤西', '粤北']);
});

test('every indicator and activity type stands under its task, in table order', () => {
  expect(description.tasks.flatMap(({ indicators }) => indicators.map(({ id }) => id))).toEqual(
    scheme.indicators.map(({ id }) => id),
  );
  expect(description.tasks.find(({ id }) => id === 't5')?.activityTypes.map(({ id }) => id)).toEqual([
    't5_job_fair',
    't5_training',
    't5_base',
    't5_school_coop',
  ]);
});

test('rollups and rules are spelled as in the tables', () => {
  const indicators = description.tasks.flatMap((task) => task.indicators);
  const rollup = (id: string) => indicators.find((indicator) => indicator.id === id)?.rollup;
  expect(rollup('t5_trained')).toEqual({ method: 'sum(participants)', types: ['t5_training'], onlyIf: null });
  expect(rollup('t0_assoc_registered')).toBeNull();
  expect(description.rules.find(({ id }) => id === 'L114')).toMatchObject({
    formula: 't3_platforms_new <= t3_exchange_platforms_total + t3_supply_platforms_total',
    tolerance: '0',
    scope: 'return',
  });
  expect(description.rules.find(({ id }) => id === 'X302')?.formula).toBe(
    't2_coop_platforms_total <= previous(t2_coop_platforms_total) + t2_coop_platforms_new',
  );
});

test('it is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(description))).toEqual(description);
});
