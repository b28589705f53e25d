import { describe, expect, test } from 'vitest';
import {
  absolute,
  add,
  type Decimal,
  decimal,
  format,
  isWhole,
  percentChange,
  quotient,
  rounded,
  roundingAllowance,
  shifted,
  smallWhole,
  subtract,
  toNumber,
  whole,
} from '../../../src/decimal/decimal.ts';

const of = (text: string): Decimal => {
  const value = decimal(text);
  if (value === null) throw new Error(`no decimal: ${text}`);
  return value;
};

describe('decimal', () => {
  test.each([
    ['0', '0'],
    ['12', '12'],
    ['-12.50', '-12.5'],
    ['+3', '3'],
    ['007', '7'],
    ['12.', '12'],
    ['1e3', '1000'],
    ['1.5E-2', '0.015'],
    ['0.000000000001', '0.000000000001'],
    ['9007199254740993', '9007199254740993'],
    ['-0', '0'],
  ])('reads %s as %s', (text, expected) => {
    expect(format(of(text))).toBe(expected);
  });

  test.each([
    '',
    ' ',
    '1,234',
    '.5',
    '1.2.3',
    'abc',
    '１２',
    '0x10',
    '1e',
    '0.0000000000001',
    'Infinity',
    'NaN',
    '--1',
    '1 2',
  ])('refuses %j', (text) => {
    expect(decimal(text)).toBeNull();
  });
});

describe('arithmetic', () => {
  test('sums what floats cannot', () => {
    expect(format(add(of('0.1'), of('0.2')))).toBe('0.3');
    expect(format(subtract(of('1'), of('0.9')))).toBe('0.1');
    expect(format(absolute(of('-2.5')))).toBe('2.5');
  });

  test.each([
    ['5000', -4, '0.5'],
    ['0.35', 4, '3500'],
    ['12.5', 0, '12.5'],
    ['-1', -4, '-0.0001'],
  ])('%s shifted by %i is %s', (value, power, expected) => {
    const result = shifted(of(value), power);
    expect(result === null ? null : format(result)).toBe(expected);
  });

  test('a shift that would lose digits is refused', () => {
    expect(shifted(of('0.0000000001'), -4)).toBeNull();
  });

  test.each([
    ['1.005', 2, '1.01'],
    ['1.004', 2, '1'],
    ['-1.005', 2, '-1.01'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['0.449', 1, '0.4'],
  ])('%s rounded to %i places is %s', (value, places, expected) => {
    expect(format(rounded(of(value), places))).toBe(expected);
  });

  test.each([
    ['112.3', '100', '12.3'],
    ['100', '112.3', '-11'],
    ['1', '3', '-66.7'],
    ['0', '5', '-100'],
    ['100.05', '100', '0.1'],
    ['99.95', '100', '-0.1'],
  ])('change to %s from %s is %s per cent', (value, base, expected) => {
    const change = percentChange(of(value), of(base));
    expect(change === null ? null : format(change)).toBe(expected);
  });

  test('there is no change from zero', () => {
    expect(percentChange(of('5'), of('0'))).toBeNull();
  });

  test.each([
    ['2', '3', 1, '0.7'],
    ['-2', '3', 1, '-0.7'],
    ['1', '8', 2, '0.13'],
    ['1', '-8', 2, '-0.13'],
  ])('%s ÷ %s to %i places is %s', (part, total, places, expected) => {
    expect(format(quotient(of(part), of(total), places))).toBe(expected);
  });

  test('whole numbers', () => {
    expect(isWhole(whole(7))).toBe(true);
    expect(isWhole(of('7.5'))).toBe(false);
    expect(toNumber(of('0.3'))).toBe(0.3);
  });

  test.each([
    ['0', 0],
    ['7', 7],
    ['3.0', 3],
    ['2147483648', 2 ** 31],
    ['2147483649', Number.NaN],
    ['0.5', Number.NaN],
    ['0.000000000001', Number.NaN],
    ['-1', Number.NaN],
  ])('%s as a small whole number is %d', (text, number) => {
    expect(smallWhole(of(text))).toBe(number);
  });
});

test.each([
  [['12', '5'], 2, '0'],
  [['12.5', '5'], 2, '0.01'],
  [['12.5', '0.125'], 2, '0.011'],
])('twice what rounding explains of %j with %i places is %s', (values, places, expected) => {
  expect(format(roundingAllowance(values.map(of), places))).toBe(expected);
});
