import { describe, expect, test } from 'vitest';
import { decimal, ZERO } from '../../../src/decimal/decimal.ts';
import { allNumbers, quoted, ruleFormula } from '../../../src/form/rule-formula.ts';
import { parseExpression } from '../../../src/scheme/expression.ts';
import type { Rule, RuleOperator } from '../../../src/scheme/scheme.ts';

const CELLS: Readonly<Record<string, string>> = { a: 'D5', b: 'D6', c: 'D7' };

function rule(left: string, op: RuleOperator, right: string, tolerance = '0'): Rule {
  return {
    id: 'L999',
    severity: 'error',
    scope: 'return',
    left: parseExpression(left) ?? [],
    op,
    right: parseExpression(right) ?? [],
    tolerance: decimal(tolerance) ?? ZERO,
    message: '',
    messageEn: '',
  };
}

function formulaOf(...args: Parameters<typeof rule>) {
  return ruleFormula(rule(...args), (id) => CELLS[id] ?? null);
}

describe('the formula of a rule', () => {
  test.each([
    ['<=', 'ROUND(D5-(D6+D7),9)<=0'],
    ['<', 'ROUND(D5-(D6+D7),9)<0'],
    ['>=', 'ROUND(D5-(D6+D7),9)>=-0'],
    ['>', 'ROUND(D5-(D6+D7),9)>-0'],
    ['=', 'ABS(ROUND(D5-(D6+D7),9))<=0'],
    ['!=', 'ABS(ROUND(D5-(D6+D7),9))>0'],
    ['requires', 'OR(D5<=0,D6+D7>0)'],
  ] as const)('%s', (op, condition) => {
    expect(formulaOf('a', op, 'b + c')).toEqual({ cells: ['D5', 'D6', 'D7'], condition });
  });

  test('holds numbers, differences and the tolerance', () => {
    expect(formulaOf('a - b', '<=', '2.5', '0.5')?.condition).toBe('ROUND(D5-D6-(2.5),9)<=0.5');
  });

  test('is judged when every cell holds a number, each counted once', () => {
    const formula = formulaOf('a', '<=', 'a + b');
    expect(formula && allNumbers(formula)).toBe('COUNT(D5,D6)=2');
  });

  test('is not there for the period before, or a value that the form has no cell for', () => {
    expect(formulaOf('a', '<=', 'previous(a) + b')).toBeNull();
    expect(formulaOf('a', '<=', 'x')).toBeNull();
  });
});

test('a text inside a formula', () => {
  expect(quoted('他说"是"')).toBe('"他说""是"""');
});
