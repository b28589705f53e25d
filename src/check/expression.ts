import { add, type Decimal, subtract, ZERO } from '../decimal/decimal.ts';
import type { Expression, Rule, Term } from '../scheme/scheme.ts';

/**
 * The outcome of a rule: a missing operand makes it not evaluable, which is neither passed nor failed. Where all are
 * missing, or the period before is not known, there is nothing to judge.
 */
export type Outcome =
  | { readonly state: 'passed' }
  | { readonly state: 'notApplicable' }
  | { readonly state: 'notEvaluable' }
  | { readonly state: 'failed'; readonly left: Decimal; readonly right: Decimal; readonly difference: Decimal };

/** The value of an indicator or column; null when it is missing. */
export type ValueOf = (id: string) => Decimal | null;

const UNKNOWN: ValueOf = () => null;

/** Judges one rule over the values of its operands, `previous` those of the period before. */
export function judge(rule: Rule, operand: ValueOf, previous: ValueOf = UNKNOWN): Outcome {
  const operandOf = (term: Term) => (term.id === null ? term.value : (term.previous ? previous : operand)(term.id));
  const left = evaluate(rule.left, operandOf);
  const right = evaluate(rule.right, operandOf);
  if (left === null || right === null) return { state: stateWithout(rule, operandOf) };
  if (holds(rule, left, right)) return { state: 'passed' };
  return { state: 'failed', left, right, difference: subtract(left, right) };
}

/** The state of a rule of which some operand is missing. */
function stateWithout(rule: Rule, operandOf: (term: Term) => Decimal | null): 'notEvaluable' | 'notApplicable' {
  let given = false;
  for (const side of [rule.left, rule.right]) {
    for (const term of side) {
      if (term.id === null) continue;
      const known = operandOf(term) !== null;
      if (term.previous && !known) return 'notApplicable';
      if (!term.previous && known) given = true;
    }
  }
  return given ? 'notEvaluable' : 'notApplicable';
}

function evaluate(expression: Expression, operandOf: (term: Term) => Decimal | null): Decimal | null {
  let total = ZERO;
  for (const term of expression) {
    const value = operandOf(term);
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
