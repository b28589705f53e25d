import { decimal, format } from '../decimal/decimal.ts';
import type { Expression, Rollup, Rule, Term } from './scheme.ts';

/** An id in brackets behind the word, an id alone, or a number; an indicator may itself be called `previous`. */
const TERM = /\s*([+-]?)\s*(?:previous\s*\(\s*([a-z][a-z0-9_]*)\s*\)|([a-z][a-z0-9_]*)|(\d+(?:\.\d+)?))\s*/y;

/** A sum or difference of ids and numbers (`a + previous(b) - 1`); null when the text is none. */
export function parseExpression(text: string): Expression | null {
  const terms: Term[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < text.length) {
    const [, sign = '', before, own, number] = TERM.exec(text) ?? [];
    const id = before ?? own;
    if ((id === undefined && number === undefined) || (terms.length > 0 && sign === '')) return null;
    const value = number === undefined ? null : decimal(number);
    if (id === undefined && value === null) return null;
    terms.push({ sign: sign === '-' ? -1 : 1, id: id ?? null, previous: before !== undefined, value });
  }
  return terms.length === 0 ? null : terms;
}

/** The spelling of an expression, as the tables hold it. */
export function formatExpression(expression: Expression): string {
  return expression
    .map(({ sign, id, previous, value }, at) => {
      const operand = previous ? `previous(${id})` : (id ?? (value === null ? '' : format(value)));
      if (at === 0) return sign === 1 ? operand : `- ${operand}`;
      return `${sign === 1 ? '+' : '-'} ${operand}`;
    })
    .join(' ');
}

/** Whether a rule names the period before. */
export function namesPrevious({ left, right }: Rule): boolean {
  return [left, right].some((side) => side.some(({ previous }) => previous));
}

/** `count`, `sum(COLUMN)` or `distinct(association)`; null when the text is none of them. */
export function parseRollup(text: string): Pick<Rollup, 'method' | 'column'> | null {
  if (text === 'count') return { method: 'count', column: null };
  if (text === 'distinct(association)') return { method: 'distinct', column: null };
  const column = /^sum\(([a-z][a-z0-9_]*)\)$/.exec(text)?.[1];
  return column === undefined ? null : { method: 'sum', column };
}

/** The spelling of a rollup's method, as the tables hold it. */
export function formatRollup({ method, column }: Pick<Rollup, 'method' | 'column'>): string {
  switch (method) {
    case 'count':
      return 'count';
    case 'sum':
      return `sum(${column})`;
    case 'distinct':
      return 'distinct(association)';
  }
}
