import { type CheckCounter, checkCounter } from '../model/check-count.ts';
import type { Activity, FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { MOST_FINDINGS } from '../model/most-findings.ts';
import { findingPacker } from '../model/packed-findings.ts';
import { type PlaceOf, placeFinder } from '../model/row-place.ts';
import type { Period } from '../period/period.ts';
import { numberColumns } from '../scheme/dictionary.ts';
import type { Rule, Scheme } from '../scheme/scheme.ts';
import { judge, type ValueOf } from './expression.ts';
import { placedIds, ruleFinding } from './rule-finding.ts';

/** What rows are judged against. */
export interface RowContext {
  readonly scheme: Scheme;
  readonly period: Period;
  /** ISO date: later days are in the future. */
  readonly asOf: string;
}

/**
 * Judges the ledger rows of one file, each by itself: row rules of the scheme, dates against period and as-of date.
 * Findings are packed.
 */
export function checkRows(
  filed: FiledReturn,
  context: RowContext,
  counter: CheckCounter = checkCounter(),
): readonly Finding[] {
  const numbers = new Map(numberColumns(context.scheme).map((column, index) => [column.id, index]));
  const rules = context.scheme.rules.filter((rule) => rule.scope === 'row');
  const placeOf = placeFinder(filed);
  const packer = findingPacker();
  // The numbers of the row at hand: each is judged by a dozen rules.
  let own: Activity['numbers'] = [];
  const operand: ValueOf = (id) => own[numbers.get(id) ?? -1] ?? null;
  for (const row of filed.activities) {
    // The file is not counted; what else is wrong is not asked.
    if (packer.size() > MOST_FINDINGS) break;
    own = row.numbers;
    const ofDate = dateFinding(row, context, placeOf);
    if (ofDate !== null) packer.add(ofDate);
    for (const rule of rules) {
      const ofRule = failedRule(rule, row, operand, placeOf, counter);
      if (ofRule !== null) packer.add(ofRule);
    }
  }
  return packer.findings();
}

function failedRule(
  rule: Rule,
  row: Activity,
  operand: ValueOf,
  placeOf: PlaceOf,
  { count }: CheckCounter,
): Finding | null {
  const outcome = judge(rule, operand);
  count(rule.id, outcome.state);
  if (outcome.state !== 'failed') return null;
  const column = placedIds(rule)[0] ?? null;
  return ruleFinding(rule, outcome, placeOf(row, column), { column, region: row.region });
}

/** A future date is said once, as such; an event belongs to the period in which it starts. */
function dateFinding(row: Activity, { period, asOf }: RowContext, placeOf: PlaceOf): Finding | null {
  if (row.start === null) return null;
  const fields = { column: 'date', region: row.region };
  if (row.start > asOf) return finding('DATE_FUTURE', placeOf(row, 'date'), { date: row.start, asOf }, fields);
  if (row.start >= period.start && row.start <= period.end) return null;
  return finding('DATE_OUTSIDE_PERIOD', placeOf(row, 'date'), { date: row.start, period: period.id }, fields);
}
