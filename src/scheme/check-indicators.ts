import { matchKey } from '../text/match-key.ts';
import { formatRollup } from './expression.ts';
import type { RowReader } from './row-reader.ts';
import type { ActivityType, Column, Indicator, Rollup, SchemeWords, Task } from './scheme.ts';

/** What indicators stand in relation to. */
export interface IndicatorContext {
  readonly tasks: readonly Task[];
  readonly columns: readonly Column[];
  readonly activityTypes: readonly ActivityType[];
  readonly moneyUnits: SchemeWords['moneyUnits'];
}

/** Tells indicators that contradict their parents, columns or activity types; `rows` are parallel to `indicators`. */
export function checkIndicators(
  indicators: readonly Indicator[],
  rows: readonly RowReader[],
  context: IndicatorContext,
): void {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const columns = new Map(context.columns.map((column) => [column.id, column]));
  const types = new Map(context.activityTypes.map((type) => [type.id, type]));
  const baseTasks = new Set(context.tasks.filter(({ order }) => order === 0).map(({ id }) => id));
  indicators.forEach((indicator, at) => {
    const row = rows[at];
    if (!row) return;
    const column = columns.get(indicator.id);
    if (column) row.fault('ID_TWICE', { column: 'id', value: indicator.id, first: 'columns.csv' });
    checkParent(indicator, byId, row);
    const { rollup } = indicator;
    if (rollup === null) return;
    checkKind(indicator, rollup, row);
    checkSum(indicator, rollup, columns, context.moneyUnits, row);
    if (rollup.onlyIf !== null && columns.has(rollup.onlyIf) && columns.get(rollup.onlyIf)?.type !== 'boolean') {
      row.fault('REFERENCE_WRONG', { column: 'rollup_yes', value: rollup.onlyIf, wanted: 'booleanColumn', of: '' });
    }
    for (const id of rollup.types) {
      const type = types.get(id);
      if (!type || type.task === indicator.task || baseTasks.has(indicator.task)) continue;
      row.fault('REFERENCE_WRONG', { column: 'rollup_types', value: id, wanted: 'typeOfTask', of: indicator.task });
    }
  });
}

function checkParent(indicator: Indicator, byId: ReadonlyMap<string, Indicator>, row: RowReader): void {
  const parent = indicator.parent === null ? undefined : byId.get(indicator.parent);
  if (!parent) return;
  if (parent.task !== indicator.task) {
    row.fault('REFERENCE_WRONG', { column: 'parent', value: parent.id, wanted: 'indicatorOfTask', of: indicator.task });
  }
  const path = [indicator.id];
  for (let above: Indicator | undefined = parent; above; above = above.parent ? byId.get(above.parent) : undefined) {
    const seen = path.includes(above.id);
    path.push(above.id);
    if (!seen) continue;
    // Told at the rows of the circle, not at those that lead into it.
    if (above === indicator) row.fault('CIRCULAR', { column: 'parent', values: path });
    return;
  }
}

/** Events can be counted or added up; only sets of associations are distinct; what stands at period end is in no ledger. */
function checkKind({ kind }: Indicator, rollup: Rollup, row: RowReader): void {
  const distinct = rollup.method === 'distinct';
  const fits = kind === 'flow' ? !distinct : kind === 'distinct' && distinct;
  if (!fits) row.fault('ROLLUP_KIND', { kind, rollup: formatRollup(rollup) });
}

function checkSum(
  indicator: Indicator,
  rollup: Rollup,
  columns: ReadonlyMap<string, Column>,
  moneyUnits: SchemeWords['moneyUnits'],
  row: RowReader,
): void {
  if (rollup.column === null || columns.size === 0) return;
  const column = columns.get(rollup.column);
  if (column?.type !== 'integer' && column?.type !== 'decimal') {
    row.fault('REFERENCE_WRONG', { column: 'rollup', value: rollup.column, wanted: 'numberColumn', of: '' });
    return;
  }
  if (column.type === 'decimal' && indicator.type === 'integer') {
    row.fault('REFERENCE_WRONG', { column: 'rollup', value: column.id, wanted: 'integerColumn', of: '' });
  }
  const money = new Set(Object.keys(moneyUnits).map(matchKey));
  const [unit, columnUnit] = [matchKey(indicator.unit), matchKey(column.unit)];
  if (unit !== columnUnit && (money.has(unit) || money.has(columnUnit))) {
    row.fault('UNITS_DIFFER', { unit: indicator.unit, column: column.id, columnUnit: column.unit });
  }
}
