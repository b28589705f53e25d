import { describe, expect, test } from 'vitest';
import { describeCause } from '../../../src/message/describe.ts';
import { LANGUAGES } from '../../../src/message/language.ts';
import type { Cause } from '../../../src/model/cause.ts';
import { type Finding, finding } from '../../../src/model/finding.ts';
import { causesOf } from '../../../src/report/causes.ts';
import { scheme } from '../../support/returns.ts';

const place = { file: 'a.xlsx', sheet: '台账', row: 5, column: 4 };
const number = (raw: string): Finding => finding('NUMBER_UNREADABLE', place, {}, { raw });
const date = (raw: string): Finding => finding('DATE_UNREADABLE', place, {}, { raw });
const creditCode = (raw: string, reason: string): Finding => finding('CREDIT_CODE_WRONG', place, { reason }, { raw });
const total = (stated: string, sum: string): Finding =>
  finding('TOTAL_DIFFERS', place, { stated, sum, difference: '' });
const outside = (day: string): Finding => finding('DATE_OUTSIDE_PERIOD', place, { date: day, period: '2024Q1' });

function codes(one: Finding): readonly string[] {
  return causesOf([one]).map(({ code, args }) => [code, ...Object.values(args).map(String)].join(' '));
}

describe('what a cell shows of why it is wrong', () => {
  test.each<[Finding, string[]]>([
    [number('12O'), ['LETTERS_AMONG_DIGITS O']],
    [number('l5o'), ['LETTERS_AMONG_DIGITS l,o']],
    [number('1 200'), ['SPACE_IN_NUMBER']],
    [number('12,34'), ['SEPARATOR_MISPLACED']],
    [number('1.2.3'), ['SEPARATOR_MISPLACED']],
    [number('3-5'), ['SEVERAL_NUMBERS']],
    [number('2场/150人'), ['SEVERAL_NUMBERS']],
    [number('１２０吨'), ['TEXT_BESIDE_NUMBER 吨']],
    [number('2024-03-01'), ['DATE_FOR_NUMBER']],
    [number('若干'), ['NO_DIGITS']],
    [number('=SUM(A1:A3)'), ['FORMULA_AS_TEXT']],
    [number('####'), ['HASHES']],
    [date('2024-02-30'), ['NO_SUCH_DAY']],
    [date('20241301'), ['NO_SUCH_DAY']],
    [date('2O24-03-01'), ['LETTERS_AMONG_DIGITS O']],
    [date('近期'), ['NO_DIGITS']],
    [outside('2023-02-10'), ['OTHER_YEAR 2023']],
    [creditCode('51441300 12345678', 'length'), ['CODE_LENGTH 16']],
    [creditCode('5144130OMJ1234567I', 'alphabet'), ['CODE_LETTERS I,O']],
    [finding('CELL_ERROR', place, {}, { raw: '#REF!' }), ['FORMULA_ERROR #REF!']],
    [total('1234500', '123.45'), ['POWER_OF_TEN 10000']],
    [total('24', '12'), ['DOUBLED']],
    [total('1263', '1236'), ['DIGITS_SWAPPED']],
  ])('%o', (one, expected) => {
    expect(codes(one)).toEqual(expected);
  });

  test.each<[string, Finding]>([
    ['a number that is only too long', number('12345678901234567890')],
    ['a long number with proper separators', number('1,234,567,890,123,456')],
    ['a sentence with a number', number('详见附件第3页，由协会秘书处统计')],
    ['a lone O', date('2024-03-01, 2024-03-05')],
    ['a day that exists, written oddly', date('2024|02|29')],
    ['another quarter of the same year', outside('2024-05-01')],
    ['another quarter of another year', outside('2023-12-20')],
    ['a wrong check digit', creditCode('51441800YXH034663F', 'checkDigit')],
    ['sums that just differ', total('120', '119')],
    ['ten times, which no unit explains', total('120', '12')],
    ['a total of nothing', total('5', '0')],
    ['two digits that differ in order only', total('21', '12')],
    ['no text', finding('NUMBER_UNREADABLE', place, {})],
  ])('nothing is said of %s', (_, one) => {
    expect(codes(one)).toEqual([]);
  });
});

test('causes are counted, the most frequent first, and what shows none is left out', () => {
  const raws = ['若干', '3-5', '若干', '12345678901234567890', '很多'];
  expect(causesOf(raws.map(number)).map(({ code, count }) => [code, count])).toEqual([
    ['NO_DIGITS', 3],
    ['SEVERAL_NUMBERS', 1],
  ]);
});

test('no more than five causes are told', () => {
  const units = ['吨', '斤', '里', '尺', '寸', '亩', '升'].map((unit) => number(`12${unit}`));
  expect(causesOf(units)).toHaveLength(5);
});

/** Plausible arguments of every code; tsc names a code that is missing here. */
const SAMPLES: { readonly [C in Cause['code']]: Extract<Cause, { code: C }>['args'] } = {
  LETTERS_AMONG_DIGITS: { letters: ['O', 'l'] },
  SPACE_IN_NUMBER: {},
  SEPARATOR_MISPLACED: {},
  SEVERAL_NUMBERS: {},
  TEXT_BESIDE_NUMBER: { text: '吨\u202E' },
  DATE_FOR_NUMBER: {},
  COLUMNS_SWAPPED: { columns: ['甲', '乙'] },
  NO_DIGITS: {},
  FORMULA_AS_TEXT: {},
  HASHES: {},
  FORMULA_ERROR: { error: '#DIV/0!' },
  NO_SUCH_DAY: {},
  OTHER_YEAR: { year: '2023' },
  CODE_LENGTH: { length: 17 },
  CODE_LETTERS: { letters: ['O'] },
  POWER_OF_TEN: { factor: '10000' },
  DOUBLED: {},
  DIGITS_SWAPPED: {},
};

test.each(LANGUAGES)('every cause has a clause in %s that names its arguments', (language) => {
  for (const [code, args] of Object.entries(SAMPLES)) {
    const text = describeCause({ code, args } as Cause, scheme, language);
    expect(text, code).not.toMatch(/undefined|\[object|[。.\u202E]$/);
    for (const value of Object.values(args).flat()) expect(text).toContain(String(value).replace('\u202E', ''));
  }
});
