import { type FormulaExpression, parseFormula } from './formula-syntax.ts';
import { type FormulaToken, formulaTokens } from './formula-tokens.ts';

/** A formula of the template, read once for all its copies. */
export interface Formula {
  readonly tokens: readonly FormulaToken[];
  /** Places of references that a function takes as ranges, with its name: of a repeated cell all copies are meant. */
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

/** Other functions that take ranges: which of their arguments are. */
const TAKING: Readonly<Record<string, (argument: number) => boolean>> = {
  ...{ COUNTIF: isFirst, SUMIF: (at) => at !== 1, AVERAGEIF: (at) => at !== 1 },
  ...{ COUNTIFS: (at) => at % 2 === 0, SUMIFS: (at) => at === 0 || at % 2 === 1, SUMPRODUCT: () => true },
  ...{ AVERAGEIFS: (at) => at === 0 || at % 2 === 1, MAXIFS: (at) => at === 0 || at % 2 === 1 },
  ...{ MINIFS: (at) => at === 0 || at % 2 === 1, LARGE: isFirst, SMALL: isFirst, TEXTJOIN: (at) => at > 1 },
};

function isFirst(argument: number): boolean {
  return argument === 0;
}

/** Whether a function takes cells of several sheets. */
export function takesSheets(name: string): boolean {
  return ADDING.has(name) && name !== 'COUNTBLANK';
}

function takesRange(name: string, argument: number): boolean {
  return ADDING.has(name) || (Object.hasOwn(TAKING, name) && TAKING[name]?.(argument) === true);
}

function spreadPlaces(tokens: readonly FormulaToken[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  const calls: { readonly name: string; argument: number }[] = [];
  const isOneOf = (at: number, step: 1 | -1, texts: string) => {
    let beside = at + step;
    while (tokens[beside]?.kind === 'space') beside += step;
    const token = tokens[beside];
    return token?.kind === 'operator' && texts.includes(token.text);
  };
  for (const [at, { kind, text }] of tokens.entries()) {
    const call = calls.at(-1);
    if (kind === 'operator' && text === '(') {
      const before = tokens[at - 1];
      const name = before?.kind === 'function' ? before.text.toUpperCase().replace(/^_XLFN\./, '') : '';
      calls.push({ name, argument: 0 });
    } else if (kind === 'operator' && text === ')') calls.pop();
    else if (kind === 'operator' && text === ',' && call) call.argument++;
    else if (kind === 'reference' && call && takesRange(call.name, call.argument)) {
      if (isOneOf(at, -1, '(,') && isOneOf(at, 1, '),')) places.set(at, call.name);
    }
  }
  return places;
}
