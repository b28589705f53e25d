import { describe, expect, test } from 'vitest';
import { comparableFinder } from '../../../src/compare/comparable.ts';
import { format, whole } from '../../../src/decimal/decimal.ts';
import { type Holding, holdingValue, type Part, stated, together } from '../../../src/model/holding.ts';

const number = (value: number) => stated(whole(value));

/** A sum of parts by region. */
function sum(parts: Readonly<Record<string, Holding>>, lacks: readonly string[] = []): Holding {
  return together(Object.values(parts), lacks, Object.keys(parts));
}

function compared(now: Readonly<Record<string, Part>>, base: Readonly<Record<string, Part>>) {
  const { both, without } = comparableFinder(new Map(Object.entries(now)), new Map(Object.entries(base)))('top');
  const values = both && [both.now, both.base].map((one) => format(holdingValue(one)));
  return { values, without };
}

describe('what can be compared', () => {
  test('numbers with numbers', () => {
    expect(compared({ top: number(3) }, { top: number(2) })).toEqual({ values: ['3', '2'], without: [] });
  });

  test('a reason is no number: the plain values say enough', () => {
    expect(compared({ top: 'notReported' }, { top: number(2) })).toEqual({ values: null, without: [] });
  });

  test('sums over the parts that both have', () => {
    const [a, b, c] = [number(1), number(10), number(100)];
    expect(compared({ top: sum({ a, b }), a, b }, { top: sum({ b, c }), b, c })).toEqual({
      values: ['10', '10'],
      without: ['a', 'c'],
    });
  });

  test('parts of parts', () => {
    const [x, y] = [number(1), number(10)];
    const now = { top: sum({ a: sum({ x, y }) }), a: sum({ x, y }), x, y };
    const base = { top: sum({ a: sum({ x }, ['y']) }), a: sum({ x }, ['y']), x };
    expect(compared(now, base)).toEqual({ values: ['1', '1'], without: ['y'] });
  });

  test('a sum that is whole with a number', () => {
    const [a, b] = [number(1), number(10)];
    expect(compared({ top: sum({ a, b }), a, b }, { top: number(9) })).toEqual({ values: ['11', '9'], without: [] });
  });

  test('a sum that lacks a part is not compared with a number', () => {
    const a = number(1);
    expect(compared({ top: sum({ a }, ['b']), a }, { top: number(9) })).toEqual({ values: null, without: ['top'] });
  });

  test('associations of the parts that both have unite', () => {
    const set = (...names: string[]): Holding => ({ ...number(0), members: new Set(names) });
    const [a, b, c] = [set('甲', '乙'), set('乙', '丙'), set('丁')];
    const now = { top: sum({ a, b, c }), a, b, c };
    expect(compared(now, { top: sum({ a, b }), a, b })).toEqual({ values: ['3', '3'], without: ['c'] });
  });
});
