import { expect, test } from 'vitest';
import { mayNameIndicator, namedIndicator } from '../../../src/recognise/indicator-text.ts';
import { scheme } from './support.ts';

const AROUND = [
  'X',
  '一、X',
  '2．X',
  '（3）X',
  '③X',
  'X（万元）',
  'X/万人次',
  '*X',
  '本期X',
  'X累计',
  '1—6月X',
  'X1—3月份',
];

test('no text that names an indicator is passed over by its ends', () => {
  const texts = scheme.indicators
    .flatMap(({ name, synonyms }) => [name, ...synonyms])
    .flatMap((name) => AROUND.map((around) => around.replace('X', name)));
  const named = texts.filter((text) => namedIndicator([text], null, scheme) !== null);
  expect(named.length).toBeGreaterThan(texts.length / 2);
  expect(named.filter((text) => !mayNameIndicator(text, scheme))).toEqual([]);
});

test('a text of a ledger is passed over', () => {
  expect(mayNameIndicator('宝安区', scheme)).toBe(false);
});
