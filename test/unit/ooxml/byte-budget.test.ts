import { expect, test } from 'vitest';
import { byteBudget } from '../../../src/ooxml/byte-budget.ts';
import { DEFAULT_READ_LIMITS, MEGABYTE } from '../../../src/ooxml/read-limits.ts';

test('a file of a bundle has its share where the others have taken all, and all that they leave', () => {
  const left = { bytes: 0, cells: 0 };
  const limits = { ...DEFAULT_READ_LIMITS, fileMegabytes: 10, left, bundled: 40 };
  const part = byteBudget(limits).forPart('a');
  expect(part.left()).toBe(MEGABYTE);
  part.take(MEGABYTE);
  expect(() => part.take(1)).toThrow('bundleBytes: a');
  left.bytes = 2 * MEGABYTE;
  expect(byteBudget(limits).forPart('b').left()).toBe(2 * MEGABYTE);
});
