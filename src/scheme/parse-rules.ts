import { decimal, ZERO } from '../decimal/decimal.ts';
import type { RuleCode } from '../model/finding.ts';
import { parseExpression } from './expression.ts';
import { nearest } from './nearest.ts';
import { checkUnique, type References, type RowReader } from './row-reader.ts';
import type { Expression, Rule } from './scheme.ts';
import { TABLES } from './table-spec.ts';

const CODE = /^[CDKLRTUX]\d+$/;

/** What a rule of each scope may name. */
export interface RuleReferences {
  readonly return: References;
  readonly row: References;
  /** Columns that hold numbers. */
  readonly numbers: ReadonlySet<string>;
}

/** The rules in table order. */
export function parseRules(rows: readonly RowReader[], to: RuleReferences): readonly Rule[] {
  checkUnique(rows, 'id', TABLES.rules.file);
  return rows.map((row) => ruleOf(row, to));
}

function ruleOf(row: RowReader, to: RuleReferences): Rule {
  const scope = row.oneOf('scope', ['return', 'row']);
  const when = row.text('when');
  if (when !== '') row.fault('VALUE_NOT_EMPTY', { column: 'when', value: when, because: 'conditionsUnknown' });
  return {
    id: codeOf(row),
    severity: row.oneOf('severity', ['error', 'warning', 'info']),
    scope,
    left: side(row, 'left', scope, to),
    op: row.oneOf('op', ['<=', '<', '=', '>=', '>', '!=', 'requires']),
    right: side(row, 'right', scope, to),
    tolerance: toleranceOf(row),
    message: row.needed('message_zh'),
    messageEn: row.needed('message_en'),
  };
}

function codeOf(row: RowReader): RuleCode {
  const code = row.id('id', 'rule');
  return isRuleCode(code) ? code : 'L0';
}

function isRuleCode(text: string): text is RuleCode {
  return CODE.test(text);
}

function side(row: RowReader, column: 'left' | 'right', scope: Rule['scope'], to: RuleReferences): Expression {
  const value = row.needed(column);
  if (value === '') return [];
  const expression = parseExpression(value);
  if (expression === null) {
    row.fault('EXPRESSION_WRONG', { column, value });
    return [];
  }
  const { table, ids } = to[scope];
  for (const { id, previous } of expression) {
    if (id === null || ids === null) continue;
    if (scope === 'row' && previous) row.fault('PREVIOUS_IN_ROW', { column, value: id });
    if (!ids.has(id)) row.fault('REFERENCE_UNKNOWN', { column, value: id, table, nearest: nearest(id, [...ids]) });
    else if (scope === 'row' && !to.numbers.has(id)) {
      row.fault('REFERENCE_WRONG', { column, value: id, wanted: 'numberColumn', of: '' });
    }
  }
  return expression;
}

/** A blank cell means no tolerance. */
function toleranceOf(row: RowReader): Rule['tolerance'] {
  const value = row.text('tolerance');
  if (value === '') return ZERO;
  const tolerance = decimal(value);
  if (tolerance !== null && tolerance >= ZERO) return tolerance;
  row.fault('NUMBER_WRONG', { column: 'tolerance', value, wanted: 'notNegative', least: 0, most: 0 });
  return ZERO;
}
