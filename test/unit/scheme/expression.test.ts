import { expect, test } from 'vitest';
import { formatExpression, formatRollup, parseExpression, parseRollup } from '../../../src/scheme/expression.ts';

test.each([
  ['a', 'a'],
  ['a+b', 'a + b'],
  [' a  -  b + 1.5 ', 'a - b + 1.5'],
  ['-a', '- a'],
  ['+a', 'a'],
  ['t1_x2 - 0', 't1_x2 - 0'],
  ['previous(a)', 'previous(a)'],
  ['-previous( a )-previous (b)+1', '- previous(a) - previous(b) + 1'],
  ['previous(previous) + previous', 'previous(previous) + previous'],
])('%j is an expression', (text, spelling) => {
  const expression = parseExpression(text);
  expect(expression && formatExpression(expression)).toBe(spelling);
});

test('the operands of an expression', () => {
  expect(parseExpression('a - 2')).toEqual([
    { sign: 1, id: 'a', previous: false, value: null },
    { sign: -1, id: null, previous: false, value: 2n * 10n ** 12n },
  ]);
  expect(parseExpression('previous(a) + previous')).toEqual([
    { sign: 1, id: 'a', previous: true, value: null },
    { sign: 1, id: 'previous', previous: false, value: null },
  ]);
});

test.each([
  [''],
  [' '],
  ['a b'],
  ['a +'],
  ['a + - b'],
  ['2a'],
  ['a * b'],
  ['(a)'],
  ['a / 2'],
  ['1.'],
  ['1e3'],
  ['A'],
  ['甲'],
  ['a ＋ b'],
  ['previous('],
  ['previous()'],
  ['previous(a'],
  ['previous a'],
  ['previous(1)'],
  ['previous(a + b)'],
  ['previous(-a)'],
  ['previous(previous(a))'],
  ['previous(a)b'],
  ['Previous(a)'],
  ['prevous(a)'],
  ['previous（a）'],
  ['0.0000000000001'],
])('%j is no expression', (text) => {
  expect(parseExpression(text)).toBeNull();
});

test.each([
  ['count', { method: 'count', column: null }],
  ['sum(funds)', { method: 'sum', column: 'funds' }],
  ['distinct(association)', { method: 'distinct', column: null }],
] as const)('%s is a rollup', (text, rollup) => {
  expect(parseRollup(text)).toEqual(rollup);
  expect(formatRollup(rollup)).toBe(text);
});

test.each([
  ['Count'],
  ['count()'],
  ['sum'],
  ['sum()'],
  ['sum(a,b)'],
  ['sum( a )'],
  ['distinct(title)'],
  ['avg(a)'],
  [''],
])('%j is no rollup', (text) => {
  expect(parseRollup(text)).toBeNull();
});
