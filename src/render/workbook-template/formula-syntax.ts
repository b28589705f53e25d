import type { FormulaToken } from './formula-tokens.ts';

/** A formula as a tree; `reference` names the place of its token. */
export type FormulaExpression =
  | { readonly kind: 'value'; readonly value: number | string | boolean | null }
  | { readonly kind: 'reference'; readonly place: number }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly FormulaExpression[] }
  | {
      readonly kind: 'operation';
      readonly operator: string;
      readonly left: FormulaExpression;
      readonly right: FormulaExpression;
    };

const STRENGTHS: Readonly<Record<string, number>> = {
  ...{ '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1 },
  ...{ '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 },
};
const DEEPEST = 50;

/** The tree of a formula; null when it has anything that huizong does not work out. */
export function parseFormula(tokens: readonly FormulaToken[]): FormulaExpression | null {
  const places = tokens.flatMap(({ kind }, place) => (kind === 'space' ? [] : [place]));
  let at = 0;
  let depth = 0;
  const next = () => tokens[places[at] ?? -1];
  const isNext = (text: string) => next()?.kind === 'operator' && next()?.text === text;
  const take = (text: string) => {
    if (!isNext(text)) throw STRANGE;
    at++;
  };

  function operation(least: number): FormulaExpression {
    if (++depth > DEEPEST) throw STRANGE;
    let left = operand();
    for (;;) {
      const token = next();
      const strength = token?.kind === 'operator' ? (STRENGTHS[token.text] ?? 0) : 0;
      if (strength === 0 || strength < least) break;
      at++;
      left = { kind: 'operation', operator: token?.text ?? '', left, right: operation(strength + 1) };
    }
    depth--;
    return left;
  }

  function operand(): FormulaExpression {
    const place = places[at] ?? -1;
    const token = tokens[place];
    if (!token) throw STRANGE;
    at++;
    switch (token.kind) {
      case 'number':
        return percent({ kind: 'value', value: Number(token.text) });
      case 'text':
        return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'reference':
        return percent({ kind: 'reference', place });
      case 'function':
        return percent(call(token.text.toUpperCase()));
      case 'name':
        if (/^(?:TRUE|FALSE)$/i.test(token.text)) return { kind: 'value', value: token.text.toUpperCase() === 'TRUE' };
        throw STRANGE;
      case 'operator':
        return signed(token.text);
      default:
        throw STRANGE;
    }
  }

  function signed(text: string): FormulaExpression {
    if (text === '(') {
      const inner = operation(1);
      take(')');
      return percent(inner);
    }
    if (text !== '-' && text !== '+') throw STRANGE;
    if (++depth > DEEPEST) throw STRANGE;
    const right = operand();
    depth--;
    // In Excel a sign binds more than a power.
    return text === '+' ? right : { kind: 'operation', operator: '*', left: { kind: 'value', value: -1 }, right };
  }

  function call(name: string): FormulaExpression {
    take('(');
    const given: FormulaExpression[] = [];
    if (!isNext(')')) {
      do given.push(isNext(',') || isNext(')') ? { kind: 'value', value: null } : operation(1));
      while (isNext(',') && at++ >= 0);
    }
    take(')');
    return { kind: 'call', name, given };
  }

  function percent(operand: FormulaExpression): FormulaExpression {
    if (!isNext('%')) return operand;
    at++;
    return { kind: 'operation', operator: '/', left: operand, right: { kind: 'value', value: 100 } };
  }

  try {
    const tree = operation(1);
    return at === places.length ? tree : null;
  } catch (error) {
    if (error === STRANGE) return null;
    throw error;
  }
}

const STRANGE = new Error('not worked out');
