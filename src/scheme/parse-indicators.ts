import { parseRollup } from './expression.ts';
import { checkUnique, idsOf, type References, type RowReader } from './row-reader.ts';
import type { Indicator, Rollup } from './scheme.ts';
import { TABLES } from './table-spec.ts';

/** What an indicator may name. */
export interface IndicatorReferences {
  readonly tasks: References;
  readonly activityTypes: References;
  readonly columns: References;
}

/** The indicators in table order. Relations to other rows are looked at by `check-indicators.ts`. */
export function parseIndicators(rows: readonly RowReader[], to: IndicatorReferences): readonly Indicator[] {
  const { file } = TABLES.indicators;
  checkUnique(rows, 'id', file);
  const ids = { table: file, ids: idsOf(rows.map((row) => row.text('id'))) };
  return rows.map((row) => {
    row.needed('task');
    return {
      id: row.id('id', 'id'),
      task: row.reference('task', to.tasks) ?? '',
      name: row.needed('name_zh'),
      nameEn: row.needed('name_en'),
      phrase: row.text('phrase_zh') || null,
      unit: row.needed('unit'),
      ...precision(row),
      kind: row.oneOf('kind', ['flow', 'stock', 'distinct']),
      tier: row.oneOf('tier', ['core', 'ext', 'opt']),
      parent: row.reference('parent', ids),
      rollup: rollupOf(row, to),
      synonyms: row.list('synonyms'),
    };
  });
}

function precision(row: RowReader): Pick<Indicator, 'type' | 'decimals'> {
  const type = row.oneOf('type', ['integer', 'decimal']);
  const decimals = row.whole('decimals', 0, 6);
  if (type === 'integer' && decimals > 0) {
    row.fault('NUMBER_WRONG', {
      column: 'decimals',
      value: String(decimals),
      wanted: 'integerDecimals',
      least: 0,
      most: 0,
    });
  }
  return { type, decimals };
}

function rollupOf(row: RowReader, to: IndicatorReferences): Rollup | null {
  const value = row.text('rollup');
  const types = row.references('rollup_types', to.activityTypes);
  const onlyIf = row.reference('rollup_yes', to.columns);
  if (value === '') {
    for (const column of ['rollup_types', 'rollup_yes']) {
      const text = row.text(column);
      if (text !== '') row.fault('VALUE_NOT_EMPTY', { column, value: text, because: 'noRollup' });
    }
    return null;
  }
  const rollup = parseRollup(value);
  if (rollup === null) {
    row.fault('ROLLUP_WRONG', { value });
    return null;
  }
  return { ...rollup, types, onlyIf };
}
