import { FORM_LABELS } from '../message/form-labels.ts';
import { cellName, columnName } from '../model/place.ts';
import type { Rule, Scheme } from '../scheme/scheme.ts';
import type { SummaryLayout } from './layout.ts';
import { allNumbers, quoted, type RuleFormula, ruleFormula } from './rule-formula.ts';

/** The rules of the summary as the form shows them. */
export interface CheckSheet {
  /** Formula that says which rules of an indicator fail in some region; null when it has none. */
  readonly verdictOf: (indicator: string) => string | null;
  readonly rules: readonly CheckedRule[];
}

export interface CheckedRule {
  readonly rule: Rule;
  readonly row: number;
  /** Verdict of each region, in the order of the layout. */
  readonly formulas: readonly RuleFormula[];
}

export const CHECK_HEADER = 2;
/** Columns before those of the regions: id, relation, severity. */
export const CHECK_FIRST = 4;

/** The return rules that the cells of the summary can judge, each with the row that it has on the sheet of checks. */
export function checkSheet(name: string, layout: SummaryLayout | null, scheme: Scheme): CheckSheet {
  const rules = layout === null ? [] : checkedRules(layout, scheme);
  const width = layout?.regions.length ?? 0;
  const range = (row: number) =>
    `'${name.replaceAll("'", "''")}'!${columnName(CHECK_FIRST)}$${row}:${columnName(CHECK_FIRST + width - 1)}$${row}`;
  return {
    rules,
    verdictOf(indicator) {
      const own = rules.filter(({ rule }) => firstId(rule) === indicator);
      if (own.length === 0) return null;
      const counts = (mark: string) => own.map(({ row }) => `COUNTIF(${range(row)},${quoted(mark)})`);
      const failures = own.map(({ rule, row }) => {
        const words = FORM_LABELS.failedRule(rule.id, rule.message);
        return `IF(COUNTIF(${range(row)},${quoted(FORM_LABELS.failed)})>0,${quoted(words)},"")`;
      });
      const passed = `IF(${counts(FORM_LABELS.passed).join('+')}>0,${quoted(FORM_LABELS.passed)},"")`;
      return `IF(${counts(FORM_LABELS.failed).join('+')}>0,${failures.join('&')},${passed})`;
    },
  };
}

function firstId({ left }: Rule): string | null {
  return left.find(({ id }) => id !== null)?.id ?? null;
}

function checkedRules(layout: SummaryLayout, scheme: Scheme): readonly CheckedRule[] {
  const rows = new Map(layout.lines.map(({ indicator, row }) => [indicator.id, row]));
  const found: CheckedRule[] = [];
  for (const rule of scheme.rules.filter(({ scope }) => scope === 'return')) {
    const formulas = layout.regions.flatMap(({ column }) => {
      const formula = ruleFormula(rule, (id) => {
        const row = rows.get(id);
        return row === undefined ? null : `${quotedSheet(layout.sheet)}!${cellName(row, column)}`;
      });
      return formula === null ? [] : [formula];
    });
    if (formulas.length === layout.regions.length) found.push({ rule, row: CHECK_HEADER + 1 + found.length, formulas });
  }
  return found;
}

function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** The verdict of one rule in one region. */
export function verdict(formula: RuleFormula): string {
  const { passed, failed } = FORM_LABELS;
  return `IF(${allNumbers(formula)},IF(${formula.condition},${quoted(passed)},${quoted(failed)}),"")`;
}
