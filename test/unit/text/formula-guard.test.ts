import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guarded, unguarded, unquotedFormula } from '../../../src/text/formula-guard.ts';

test.each([
  ['=1+1', "'=1+1"],
  [' =1+1', "' =1+1"],
  ['＝1', "'＝1"],
  ['@甲', "'@甲"],
  ['-甲', "'-甲"],
  ['5:9', "'5:9"],
  ["'=1", "''=1"],
  ['-5', '-5'],
  ['+1.5', '+1.5'],
  ['-', '-'],
  ['——', '——'],
  ["'甲'", "'甲'"],
  ['甲=乙', '甲=乙'],
])('%j is written %j', (text, field) => {
  expect(guarded(text)).toBe(field);
  expect(unguarded(field)).toBe(text);
});

test('an apostrophe before anything else stays', () => {
  expect(unguarded("'甲")).toBe("'甲");
  expect(unguarded("'-5")).toBe("'-5");
});

test('every text comes back', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '-', '5', ':', ' ', '甲', '@') });
  fc.assert(fc.property(text, (one) => unguarded(guarded(one)) === one));
});

test.each([
  ['="00123"', '00123'],
  ['="甲""乙"" 丙" ', '甲"乙" 丙'],
  ['=""', ''],
  ['="1"&"2"', '="1"&"2"'],
  ['="1', '="1'],
  ['=1+1', '=1+1'],
])('the formula %j holds the text %j', (field, text) => {
  expect(unquotedFormula(field)).toBe(text);
});
