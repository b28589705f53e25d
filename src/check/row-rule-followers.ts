import type { BureauReturn } from '../model/bureau-return.ts';
import { valueAt } from '../model/coded-column.ts';
import { numberColumns } from '../scheme/dictionary.ts';
import { namesPrevious } from '../scheme/expression.ts';
import { isWithin, regionIndex } from '../scheme/regions.ts';
import type { Rule, Scheme } from '../scheme/scheme.ts';
import { judge } from './expression.ts';

/**
 * Whether what a return rule says of ledger sums was said already of one of their rows: a row rule over the columns
 * that are summed has failed there. The sum only follows; it does not where the period before has a part in it.
 */
export function isSaidOfRows(rule: Rule, region: string, { files }: BureauReturn, scheme: Scheme): boolean {
  if (namesPrevious(rule)) return false;
  const indicators = new Map(scheme.indicators.map((indicator) => [indicator.id, indicator]));
  const ids = [...rule.left, ...rule.right].flatMap(({ id }) => id ?? []);
  const summed = new Set(ids.map((id) => indicators.get(id)?.rollup?.column ?? null));
  const rowRules = scheme.rules.filter(
    ({ scope, left, right }) => scope === 'row' && [...left, ...right].every(({ id }) => id === null || summed.has(id)),
  );
  if (rowRules.length === 0) return false;
  const places = new Map(numberColumns(scheme).map(({ id }, at) => [id, at]));
  const index = regionIndex(scheme);
  return files.some(({ activities }) => {
    for (let at = 0; at < activities.length; at++) {
      const own = valueAt(activities.region, at);
      if (own === null || !isWithin(index, own, region)) continue;
      const operand = (id: string) => {
        const column = activities.numbers[places.get(id) ?? -1];
        return column === undefined ? null : valueAt(column, at);
      };
      if (rowRules.some((one) => judge(one, operand).state === 'failed')) return true;
    }
    return false;
  });
}
