import { type FormulaExpression, parseFormula } from './formula-syntax.ts';
import { type FormulaToken, formulaTokens } from './formula-tokens.ts';

/** A formula of the template, read once for all its copies. */
export interface Formula {
  readonly tokens: readonly FormulaToken[];
  /** Places of references that an adding function takes, with its name: of a repeated cell all copies are meant. */
  readonly spread: ReadonlyMap<number, string>;
  /** Null when huizong cannot work it out. */
  readonly expression: FormulaExpression | null;
}

/** Functions that make one value of many cells. */
const ADDING = new Set([
  ...['SUM', 'AVERAGE', 'COUNT', 'COUNTA', 'COUNTBLANK', 'MAX', 'MIN', 'PRODUCT', 'SUBTOTAL', 'MEDIAN'],
  ...['AVERAGEA', 'MAXA', 'MINA', 'STDEV', 'STDEVP', 'VAR', 'VARP', 'SUMSQ'],
]);

export function formulaOf(text: string): Formula {
  const tokens = formulaTokens(text);
  return { tokens, spread: spreadPlaces(tokens), expression: parseFormula(tokens) };
}

function spreadPlaces(tokens: readonly FormulaToken[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  const calls: string[] = [];
  const isOneOf = (at: number, texts: string) => {
    const token = tokens[at];
    return token?.kind === 'operator' && texts.includes(token.text);
  };
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind === 'operator' && text === '(') {
      const before = tokens[at - 1];
      calls.push(before?.kind === 'function' ? before.text.toUpperCase() : '');
    } else if (kind === 'operator' && text === ')') calls.pop();
    else if (kind === 'reference' && ADDING.has(calls.at(-1) ?? '') && isOneOf(at - 1, '(,') && isOneOf(at + 1, '),')) {
      places.set(at, calls.at(-1) ?? '');
    }
  }
  return places;
}
