import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityAt, activityList } from '../../../src/model/activities.ts';
import { NO_ACTIVITY, packedActivities } from '../../../src/model/activity-packer.ts';
import { changedColumn, closedColumn, openColumn, putValue, valueAt } from '../../../src/model/coded-column.ts';
import { activity } from '../../support/returns.ts';

function column<T>(values: readonly T[], expected = 0) {
  const open = openColumn<T>(expected);
  for (const [at, value] of values.entries()) putValue(open, at, value);
  return closedColumn(open, values.length);
}

const backFrom = <T>(values: readonly T[], expected?: number) => {
  const packed = column(values, expected);
  return values.map((_, at) => valueAt(packed, at));
};

test('a column gives back what was put into it, nulls as well', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constant(null), fc.bigInt())), fc.nat(40), (values, expected) => {
      expect(backFrom(values, expected)).toEqual(values);
    }),
  );
});

test.each([
  [256, 1],
  [257, 2],
  [65_536, 2],
  [65_537, 4],
])('of %i different values each takes %i bytes', (count, bytes) => {
  const values = Array.from({ length: count }, (_, at) => `a${at}`);
  const packed = column(values);
  expect(packed.codes.BYTES_PER_ELEMENT).toBe(bytes);
  expect(values.every((value, at) => value === valueAt(packed, at))).toBe(true);
});

test('values that come again stand once, also after many others as long as some come again', () => {
  expect(column(['a', 'b', 'a', null, 'b', null]).values).toEqual(['a', 'b', null]);
  const often = Array.from({ length: 90_000 }, (_, at) => (at % 3 === 0 ? `a${at}` : `b${at % 7}`));
  expect(backFrom(often)).toEqual(often);
  expect(column(often).values.length).toBeLessThan(30_100);
});

test('a column that never repeats itself is not searched for ever, and loses nothing', () => {
  const values = Array.from({ length: 50_000 }, (_, at) => `a${at}`);
  expect(backFrom([...values, ...values])).toEqual([...values, ...values]);
});

test('a changed value changes all its rows; where none changes the column stays the same', () => {
  const packed = column(['甲', '乙', '甲']);
  const changed = changedColumn(packed, (value) => (value === '甲' ? '丙' : value));
  expect([0, 1, 2].map((at) => valueAt(changed, at))).toEqual(['丙', '乙', '丙']);
  expect(changedColumn(packed, (value) => value)).toBe(packed);
});

test('rows come back as they were packed', () => {
  const rows = [
    activity({ row: 5, numbers: { participants: '12.5' }, flags: ['adopted'], defects: ['funds'] }),
    activity({ row: 9, region: null, task: null, type: null, start: null, end: null, setAside: 'noTask' }),
    activity({ row: 10, table: 2, association: '', associationName: '', title: '', venue: '', part: '主办' }),
  ];
  const packed = packedActivities(rows);
  expect(activityList(packed)).toEqual(rows);
  expect(activityAt(packed, 1)).toEqual(rows[1]);
  expect(packed).toHaveLength(3);
  expect(activityList(NO_ACTIVITY)).toEqual([]);
});
