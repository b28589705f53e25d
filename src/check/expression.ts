import { add, type Decimal, subtract, ZERO } from '../decimal/decimal.ts';
import type { Expression, Rule } from '../scheme/scheme.ts';

/**
 * The outcome of a rule: a missing operand makes it not evaluable, which is neither passed nor failed. Where all are
 * missing there is nothing to judge.
 */
export type Outcome =
  | { readonly state: 'passed' }
  | { readonly state: 'notApplicable' }
  | { readonly state: 'notEvaluable' }
  | { readonly state: 'failed'; readonly left: Decimal; readonly right: Decimal; readonly difference: Decimal };

/** Judges one rule over the values of its operands; null stands for a missing operand. */
export function judge(rule: Rule, operand: (id: string) => Decimal | null): Outcome {
  const left = evaluate(rule.left, operand);
  const right = evaluate(rule.right, operand);
  if (left === null || right === null) {
    const given = [...rule.left, ...rule.right].some(({ id }) => id !== null && operand(id) !== null);
    return { state: given ? 'notEvaluable' : 'notApplicable' };
  }
  if (holds(rule, left, right)) return { state: 'passed' };
  return { state: 'failed', left, right, difference: subtract(left, right) };
}

function evaluate(expression: Expression, operand: (id: string) => Decimal | null): Decimal | null {
  let total = ZERO;
  for (const term of expression) {
    const value = term.id === null ? term.value : operand(term.id);
    if (value === null) return null;
    total = term.sign === 1 ? add(total, value) : subtract(total, value);
  }
  return total;
}

/** `tolerance` widens equality and loosens the order comparisons by the same amount. */
function holds({ op, tolerance }: Rule, left: Decimal, right: Decimal): boolean {
  const difference = subtract(left, right);
  switch (op) {
    case '<=':
      return difference <= tolerance;
    case '<':
      return difference < tolerance;
    case '>=':
      return -difference <= tolerance;
    case '>':
      return -difference < tolerance;
    case '=':
      return difference <= tolerance && -difference <= tolerance;
    case '!=':
      return difference > tolerance || -difference > tolerance;
    case 'requires':
      return left <= ZERO || right > ZERO;
  }
}
