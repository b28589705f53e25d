import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, type Decimal, decimal, format, subtract, ZERO } from '../../src/decimal/decimal.ts';

const decimals = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 12 }))
  .map(([units, places]) => (units * 10n ** BigInt(12 - places)) as Decimal);

test('what is printed reads back as the same value', () => {
  fc.assert(fc.property(decimals, (value) => decimal(format(value)) === value));
});

test('sums do not depend on order or on splitting', () => {
  fc.assert(
    fc.property(fc.array(decimals), fc.nat(), (values, cut) => {
      const sum = (some: readonly Decimal[]) => some.reduce(add, ZERO);
      const at = values.length === 0 ? 0 : cut % values.length;
      expect(sum(values.toReversed())).toBe(sum(values));
      expect(add(sum(values.slice(at)), sum(values.slice(0, at)))).toBe(sum(values));
    }),
  );
});

test('subtracting undoes adding', () => {
  fc.assert(fc.property(decimals, decimals, (a, b) => subtract(add(a, b), b) === a));
});

test('no string crashes the parser', () => {
  fc.assert(fc.property(fc.string(), (text) => void decimal(text)));
});
