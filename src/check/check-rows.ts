import type { Decimal } from '../decimal/decimal.ts';
import { type Activities, activityAt } from '../model/activities.ts';
import { type CheckCounter, checkCounter } from '../model/check-count.ts';
import { type CodedColumn, valueAt } from '../model/coded-column.ts';
import type { FiledReturn } from '../model/filed-return.ts';
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
  /** Different things that may be wrong; `MOST_FINDINGS` when left out. */
  readonly most?: number;
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
  const { activities } = filed;
  const columns = new Map(numberColumns(context.scheme).map(({ id }, index) => [id, activities.numbers[index]]));
  const rules = context.scheme.rules.filter((rule) => rule.scope === 'row' && namesAny(rule, columns));
  const placeOf = placeFinder(filed);
  const packer = findingPacker();
  /** Place of the row at hand. */
  let at = 0;
  const operand: ValueOf = (id) => {
    const column = columns.get(id);
    return column === undefined ? null : valueAt(column, at);
  };
  for (; at < activities.length; at++) {
    // The file is not counted; what else is wrong is not asked.
    if (packer.size() > (context.most ?? MOST_FINDINGS)) break;
    const ofDate = dateFinding(activities, at, context, placeOf);
    if (ofDate !== null) packer.add(ofDate);
    for (const rule of rules) {
      const outcome = judge(rule, operand);
      counter.count(rule.id, outcome.state);
      if (outcome.state !== 'failed') continue;
      const column = placedIds(rule)[0] ?? null;
      const row = activityAt(activities, at);
      packer.add(ruleFinding(rule, outcome, placeOf(row, column), { column, region: row.region }));
    }
  }
  return packer.findings();
}

/** Whether any number of some row is named by a rule: of others there is nothing to judge. */
function namesAny(
  { left, right }: Rule,
  columns: ReadonlyMap<string, CodedColumn<Decimal | null> | undefined>,
): boolean {
  return [...left, ...right].some(({ id }) => columns.get(id ?? '')?.values.some((value) => value !== null));
}

/** A future date is said once, as such; an event belongs to the period in which it starts. */
function dateFinding(
  activities: Activities,
  at: number,
  { period, asOf }: RowContext,
  placeOf: PlaceOf,
): Finding | null {
  const date = valueAt(activities.start, at);
  if (date === null || (date <= asOf && date >= period.start && date <= period.end)) return null;
  const row = activityAt(activities, at);
  const place = placeOf(row, 'date');
  const fields = { column: 'date', region: row.region };
  if (date > asOf) return finding('DATE_FUTURE', place, { date, asOf }, fields);
  return finding('DATE_OUTSIDE_PERIOD', place, { date, period: period.id }, fields);
}
