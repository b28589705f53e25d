import { format } from '../decimal/decimal.ts';
import type { Finding, FindingFields } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Rule } from '../scheme/scheme.ts';
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

/**
 * The ids that a rule names, where its finding may stand: from left to right, those of the period itself first. Of what
 * is named in the period before only, it is the cell of this period that can be looked at.
 */
export function placedIds({ left, right }: Rule): readonly string[] {
  const terms = [...left, ...right];
  return [...terms.filter(({ previous }) => !previous), ...terms.filter(({ previous }) => previous)].flatMap(
    ({ id }) => id ?? [],
  );
}
