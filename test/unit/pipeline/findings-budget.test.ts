import { describe, expect, test } from 'vitest';
import { findingsBudget, findingsLeft } from '../../../src/pipeline/findings-budget.ts';

/** Which of the files of a bundle are counted that have so many different things wrong, and how many were looked at in all. */
function judged(told: readonly number[]) {
  const left = findingsLeft();
  let looked = 0;
  const counted = told.map((count) => {
    const { most, take } = findingsBudget(left, told.length);
    const some = Math.min(count, most);
    looked += some;
    take(some);
    return count <= most;
  });
  return { counted, looked };
}

const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);

describe('what may be wrong in the files of a bundle', () => {
  test('is as much in a single one as in a file of its own', () => {
    expect(findingsBudget(undefined)).toMatchObject({ most: 50_000, counted: 'findings' });
    expect(findingsBudget(findingsLeft(), 40)).toMatchObject({ most: 50_000, counted: 'findings' });
  });

  test('is at least the share of each, however many others are all wrong and stand before it', () => {
    for (const [others, own] of [
      [2, 1000],
      [60, 1000],
      [199, 500],
      [1899, 100],
    ] as const) {
      expect(judged([...times(others, 60_000), own]).counted.at(-1)).toBe(true);
    }
  });

  test('is more than that where some others are all wrong', () => {
    expect(judged([60_000, 60_000, 10_000]).counted).toEqual([false, false, true]);
    expect(judged([...times(4, 60_000), 3000]).counted.at(-1)).toBe(true);
  });

  test('does not grow less by those that keep to their share', () => {
    expect(judged([...times(99, 1000), 50_000]).counted.every(Boolean)).toBe(true);
  });

  test('ends where all are wrong', () => {
    expect(judged(times(20, 60_000)).looked).toBeLessThan(120_001);
    expect(judged(times(1900, 60_000)).looked).toBeLessThan(290_001);
  });
});
