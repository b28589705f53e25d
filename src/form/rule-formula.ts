import { format } from '../decimal/decimal.ts';
import type { Expression, Rule } from '../scheme/scheme.ts';

/** The reference of an operand's cell; null when the form has no cell for it. */
export type ReferenceOf = (id: string) => string | null;

/** A rule as a spreadsheet judges it: over which cells, and what must hold when all of them hold numbers. */
export interface RuleFormula {
  /** References of the operands' cells, each once. */
  readonly cells: readonly string[];
  readonly condition: string;
}

/** Places beyond which a difference is noise of binary fractions. */
const PLACES = 9;

/** The formula of a rule; null when it names the period before or an operand without a cell. */
export function ruleFormula({ left, op, right, tolerance }: Rule, referenceOf: ReferenceOf): RuleFormula | null {
  const cells = new Set<string>();
  const sides = [left, right].map((side) => sideFormula(side, referenceOf, cells));
  const [first, second] = sides;
  if (first == null || second == null || cells.size === 0) return null;
  const difference = `ROUND(${first}-(${second}),${PLACES})`;
  const allowed = format(tolerance);
  return { cells: [...cells], condition: conditionOf(op, { first, second, difference, allowed }) };
}

interface Sides {
  readonly first: string;
  readonly second: string;
  readonly difference: string;
  readonly allowed: string;
}

function conditionOf(op: Rule['op'], { first, second, difference, allowed }: Sides): string {
  switch (op) {
    case '<=':
      return `${difference}<=${allowed}`;
    case '<':
      return `${difference}<${allowed}`;
    case '>=':
      return `${difference}>=-${allowed}`;
    case '>':
      return `${difference}>-${allowed}`;
    case '=':
      return `ABS(${difference})<=${allowed}`;
    case '!=':
      return `ABS(${difference})>${allowed}`;
    case 'requires':
      return `OR(${first}<=0,${second}>0)`;
  }
}

function sideFormula(side: Expression, referenceOf: ReferenceOf, cells: Set<string>): string | null {
  let formula = '';
  for (const { sign, id, previous, value } of side) {
    const reference = id === null ? null : referenceOf(id);
    if (previous || (id !== null && reference === null)) return null;
    if (reference !== null) cells.add(reference);
    const operand = reference ?? (value === null ? '0' : format(value));
    formula += sign === -1 ? `-${operand}` : formula === '' ? operand : `+${operand}`;
  }
  return formula;
}

/** Whether all cells hold numbers. */
export function allNumbers({ cells }: RuleFormula): string {
  return `COUNT(${cells.join(',')})=${cells.length}`;
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
