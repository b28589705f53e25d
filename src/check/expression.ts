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

const PASSED: Outcome = { state: 'passed' };
const NOT_APPLICABLE: Outcome = { state: 'notApplicable' };
const NOT_EVALUABLE: Outcome = { state: 'notEvaluable' };

/** Judges one rule over the values of its operands, `previous` those of the period before. */
export function judge(rule: Rule, operand: ValueOf, previous: ValueOf = UNKNOWN): Outcome {
  const left = evaluate(rule.left, operand, previous);
  const right = evaluate(rule.right, operand, previous);
  if (left === null || right === null) return outcomeWithout(rule, operand, previous);
  if (holds(rule, left, right)) return PASSED;
  return { state: 'failed', left, right, difference: subtract(left, right) };
}

/** The outcome of a rule of which some operand is missing. */
function outcomeWithout(rule: Rule, operand: ValueOf, previous: ValueOf): Outcome {
  let given = false;
  for (const side of [rule.left, rule.right]) {
    for (const term of side) {
      if (term.id === null) continue;
      const known = operandIn(term, operand, previous) !== null;
      if (term.previous && !known) return NOT_APPLICABLE;
      if (!term.previous && known) given = true;
    }
  }
  return given ? NOT_EVALUABLE : NOT_APPLICABLE;
}

function evaluate(expression: Expression, operand: ValueOf, previous: ValueOf): Decimal | null {
  let total = ZERO;
  for (const term of expression) {
    const value = operandIn(term, operand, previous);
    if (value === null) return null;
    total = term.sign === 1 ? add(total, value) : subtract(total, value);
  }
  return total;
}

function operandIn(term: Term, operand: ValueOf, previous: ValueOf): Decimal | null {
  if (term.id === null) return term.value;
  return term.previous ? previous(term.id) : operand(term.id);
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
