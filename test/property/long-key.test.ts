import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compatible } from '../../src/text/compatible.ts';
import { longKey } from '../../src/text/long-key.ts';

const DROPPED = /[\s\p{Default_Ignorable_Code_Point}"'“”‘’「」『』〝〞]/gu;
const byRules = (text: string) => compatible(compatible(text).replace(DROPPED, '').toUpperCase());

const anyUnit = fc.oneof(
  fc.integer({ min: 0x09, max: 0x7f }),
  fc.integer({ min: 0x2000, max: 0x206f }),
  fc.integer({ min: 0x3000, max: 0x303f }),
  fc.integer({ min: 0x4e00, max: 0x4eff }),
  fc.integer({ min: 0xff00, max: 0xffef }),
);

test('each character becomes what the rules of Unicode make of it', () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    const text = String.fromCharCode(unit);
    const key = longKey(text);
    if (key !== null) expect([unit, key]).toEqual([unit, byRules(text)]);
  }
});

test('the key of a text is that by the rules, or none', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(anyUnit, { maxLength: 6 }), (units) => {
      const text = String.fromCharCode(...units);
      const key = longKey(text);
      if (key === null) return;
      found++;
      expect(key).toBe(byRules(text));
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(100);
});

test('texts of any length', () => {
  const text = '协会（'.repeat(5000);
  expect(longKey(text)).toBe('协会('.repeat(5000));
  expect(longKey(`${text}é`)).toBeNull();
});
