import { describe, expect, test } from 'vitest';
import { displayWidth, fitted, padEnd } from '../../../src/text/width.ts';
import { wrap } from '../../../src/text/wrap.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['汇总', 4],
  ['（１２３）', 10],
  ['e\u0301', 1],
  ['か\u3099', 2],
  ['a\u200Bb', 2],
  ['한국', 4],
  ['𠮷', 2],
  ['“”…—', 4],
  ['😀', 2],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('padding and cutting go by columns', () => {
  expect(padEnd('汇总', 6)).toBe('汇总  ');
  expect(padEnd('汇总', 2)).toBe('汇总');
  expect(fitted('汇总汇总', 8)).toBe('汇总汇总');
  expect(fitted('汇总汇总', 7)).toBe('汇总汇…');
  expect(fitted('汇总汇总', 6)).toBe('汇总…');
});

describe('wrap', () => {
  test.each([
    ['short', 10, ['short']],
    ['two words', 5, ['two', 'words']],
    ['汇总汇总', 4, ['汇总', '汇总']],
    ['汇总，汇总', 5, ['汇', '总，', '汇总']],
    ['一（二）三', 6, ['一', '（二）', '三']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['用 --period 指定', 11, ['用 --period', '指定']],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});
