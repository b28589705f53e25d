import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberWords } from '../../../src/normalise/number-words.ts';
import { parseQuantity } from '../../../src/normalise/quantity.ts';
import { scheme } from '../../support/returns.ts';

const words = numberWords(scheme);

test.each([
  ['0', 0n, 0],
  ['007', 7n, 0],
  ['12.50', 1250n, -2],
  ['0.000001', 1n, -6],
  ['999999999.999999', 999999999999999n, -6],
])('%s is %s × 10^%s with nothing beside it', (text, digits, exponent) => {
  expect(parseQuantity(text, words)).toEqual({
    ...{ digits, exponent, unit: null },
    ...{ approximate: false, scale: null, currency: false },
  });
});

test('digits alone are read as they are among spaces, where the whole grammar reads them', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{1,${most}}$`));
  const texts = fc
    .tuple(digits(17), fc.option(digits(8)))
    .map((parts) => parts.filter((one) => one !== null).join('.'));
  fc.assert(
    fc.property(texts, (text) => {
      expect(parseQuantity(text, words)).toEqual(parseQuantity(` ${text}`, words));
    }),
  );
});

test('a nil mark of digits is nil', () => {
  const marked = { ...words, nilMarks: new Set(['0']) };
  expect(parseQuantity('0', marked)).toBe('nil');
});
