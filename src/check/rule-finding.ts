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
    code: rule.id,
    severity: rule.severity,
    place,
    bureau: fields.bureau ?? null,
    region: fields.region ?? null,
    column: fields.column ?? null,
    indicator: fields.indicator ?? null,
    raw: fields.raw ?? null,
    explained: null,
    args: { left: format(outcome.left), right: format(outcome.right), difference: format(outcome.difference) },
  };
}

/** The first id a side names: where the finding stands. */
export function firstId(expression: Expression): string | null {
  return expression.find((term) => term.id !== null)?.id ?? null;
}
