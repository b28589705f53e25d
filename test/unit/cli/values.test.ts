import { describe, expect, test } from 'vitest';
import { areaValue, asOfValue, oneOf, periodValue } from '../../../src/cli/values.ts';
import { UI } from '../../../src/message/zh-CN/ui.ts';
import { UsageError } from '../../../src/model/errors.ts';
import { testEffects } from '../../support/effects.ts';
import { scheme } from '../../support/returns.ts';

const texts = UI.errors;

describe('the date of the report', () => {
  const at = (now: string, env: Record<string, string> = {}) => testEffects({ env, now: () => new Date(now) });

  test.each([
    ['the flag before all', '2024-04-20', at('2025-01-01T00:00:00Z', { SOURCE_DATE_EPOCH: '0' }), '2024-04-20'],
    [
      'SOURCE_DATE_EPOCH in UTC',
      undefined,
      at('2025-01-01T00:00:00Z', { SOURCE_DATE_EPOCH: '1713657599' }),
      '2024-04-20',
    ],
    ['today in China, already tomorrow', undefined, at('2024-04-20T16:00:00Z'), '2024-04-21'],
    ['today in China', undefined, at('2024-04-20T15:59:59Z'), '2024-04-20'],
    ['an empty variable says nothing', undefined, at('2024-04-20T00:00:00Z', { SOURCE_DATE_EPOCH: '' }), '2024-04-20'],
  ])('%s', (_, flag, effects, date) => {
    expect(asOfValue(flag, effects, texts)).toBe(date);
  });

  test.each([['2024-02-30'], ['2024-4-1'], ['20240420'], ['']])('%j is refused', (flag) => {
    expect(() => asOfValue(flag, at('2024-04-20T00:00:00Z'), texts)).toThrow(UsageError);
  });
});

test.each([
  ['441300', '441300'],
  ['惠州市', '441300'],
  ['惠州', '441300'],
  ['广东省', '440000'],
])('--area %s is %s', (value, code) => {
  expect(areaValue(value, scheme, texts)).toBe(code);
});

test('an area of another province is refused', () => {
  expect(() => areaValue('长沙市', scheme, texts)).toThrow(/长沙市/);
});

test('a period must be of the kind that the scheme is reported by', () => {
  expect(periodValue('2024q1', 'quarter', texts)?.id).toBe('2024Q1');
  expect(() => periodValue('2024-03', 'quarter', texts)).toThrow(/按季度/);
  expect(() => periodValue('春季', 'quarter', texts)).toThrow(/2024Q1/);
});

test('an option of few words refuses others, and names those it allows', () => {
  expect(oneOf('--basis', undefined, ['summary', 'ledger'], 'summary', texts)).toBe('summary');
  expect(() => oneOf('--basis', 'Ledger', ['summary', 'ledger'], 'summary', texts)).toThrow(/summary、ledger/);
});
