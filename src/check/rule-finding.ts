import { format } from '../decimal/decimal.ts';
import type { Finding, FindingFields } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Expression, Rule } from '../scheme/scheme.ts';
import type { Outcome } from './expression.ts';

/** The finding of a failed rule: both values and their difference, at the left operand's cell. */
export function ruleFinding(
  rule: Rule,
  outcome: Extract<Outcome, { state: 'failed' }>,
  place: Place,
  fields: FindingFields,
): Finding {
  return {
    bureau: null,
    region: null,
    column: null,
    indicator: null,
    raw: null,
    explained: null,
    ...fields,
    code: rule.id,
    severity: rule.severity,
    place,
    args: { left: format(outcome.left), right: format(outcome.right), difference: format(outcome.difference) },
  };
}

/** The first id a side names: where the finding stands. */
export function firstId(expression: Expression): string | null {
  return expression.find((term) => term.id !== null)?.id ?? null;
}
