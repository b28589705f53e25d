import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longKey } from '../../src/text/long-key.ts';
import { ruledKey } from '../../src/text/ruled-key.ts';

/** Keys of short texts are left to the rules. */
const LONG = '会'.repeat(9);

const anyUnit = fc.oneof(
  fc.integer({ min: 0x09, max: 0x7f }),
  fc.integer({ min: 0x2000, max: 0x206f }),
  fc.integer({ min: 0x3000, max: 0x303f }),
  fc.integer({ min: 0x4e00, max: 0x4eff }),
  fc.integer({ min: 0xff00, max: 0xffef }),
);

test('each character becomes what the rules of Unicode make of it', () => {
  let found = 0;
  for (let unit = 0; unit <= 0xffff; unit++) {
    const text = `${LONG}a${String.fromCharCode(unit)}`;
    const key = longKey(text);
    if (key === null) continue;
    found++;
    if (key !== ruledKey(text)) expect([unit, key]).toEqual([unit, ruledKey(text)]);
  }
  expect(found).toBeGreaterThan(30_000);
});

test('the key of a text is that by the rules, or none', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(anyUnit, { maxLength: 6 }), (units) => {
      const text = LONG + String.fromCharCode(...units);
      const key = longKey(text);
      if (key === null) return;
      found++;
      expect(key).toBe(ruledKey(text));
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(100);
});

test('texts of any length', () => {
  const text = '协会（'.repeat(5000);
  expect(longKey(text)).toBe('协会('.repeat(5000));
  expect(longKey(`${text}é`)).toBe(`${'协会('.repeat(5000)}É`);
  expect(longKey(`${text}ﬁ`)).toBeNull();
  expect(longKey('协会（')).toBeNull();
});
