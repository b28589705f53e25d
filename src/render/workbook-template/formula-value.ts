import type { FormulaExpression } from './formula-syntax.ts';
import type { Mapped } from './map-reference.ts';

/** What a formula gives; an error of Excel's is its text. */
export type FormulaValue = number | string | boolean | null | FormulaError;

export interface FormulaError {
  readonly error: string;
}

/** Thrown where huizong does not work out a formula: it is left to the spreadsheet program. */
export const UNKNOWN = new Error('not worked out');

/**
 * Tells the values of a reference, row by row; `withSubtotals` is false where results of SUBTOTAL do not count.
 * Throws `UNKNOWN`.
 */
export type ReadCells = (mapped: Mapped, take: (value: FormulaValue) => void, withSubtotals: boolean) => void;

interface Surroundings {
  readonly references: ReadonlyMap<number, Mapped>;
  readonly read: ReadCells;
}

const COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=']);
const DIVISION: FormulaError = { error: '#DIV/0!' };
const VALUE: FormulaError = { error: '#VALUE!' };

/** The value of a formula as Excel works it out. Throws `UNKNOWN` for what is beyond huizong. */
export function formulaValue(expression: FormulaExpression, around: Surroundings): FormulaValue {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'reference':
      return single(around.references.get(expression.place), around);
    case 'operation':
      return operation(
        expression.operator,
        formulaValue(expression.left, around),
        formulaValue(expression.right, around),
      );
    case 'call':
      return call(expression.name, expression.given, around);
  }
}

export function isError(value: FormulaValue): value is FormulaError {
  return typeof value === 'object' && value !== null;
}

function single(mapped: Mapped | undefined, { read }: Surroundings): FormulaValue {
  if (mapped?.text === '#REF!') return { error: '#REF!' };
  const area = mapped?.cells?.area;
  if (!mapped || !area || area.top !== area.bottom || area.left !== area.right) throw UNKNOWN;
  let found: FormulaValue = null;
  read(
    mapped,
    (value) => {
      found = value;
    },
    true,
  );
  return found;
}

function operation(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === '&') return textOf(left) + textOf(right);
  if (COMPARISONS.has(operator)) return compared(operator, left, right);
  const a = numberOf(left);
  const b = numberOf(right);
  if (a === null || b === null) return VALUE;
  switch (operator) {
    case '+':
      return tidy(a + b);
    case '-':
      return tidy(a - b);
    case '*':
      return tidy(a * b);
    case '/':
      return b === 0 ? DIVISION : tidy(a / b);
    default:
      throw UNKNOWN;
  }
}

function compared(operator: string, left: FormulaValue, right: FormulaValue): boolean {
  const a = left ?? (typeof right === 'string' ? '' : typeof right === 'boolean' ? false : 0);
  const b = right ?? (typeof left === 'string' ? '' : typeof left === 'boolean' ? false : 0);
  // How texts are ordered depends on the language of the program.
  if (typeof a !== typeof b || typeof a === 'object' || typeof b === 'object') throw UNKNOWN;
  if (typeof a === 'string' && typeof b === 'string') {
    const same = a.toLowerCase() === b.toLowerCase();
    if (operator === '=') return same;
    if (operator === '<>') return !same;
    throw UNKNOWN;
  }
  switch (operator) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

function call(name: string, given: readonly FormulaExpression[], around: Surroundings): FormulaValue {
  const argument = (at: number): FormulaValue => {
    const one = given[at];
    return one ? formulaValue(one, around) : null;
  };
  switch (name) {
    case 'IF': {
      const condition = argument(0);
      if (isError(condition)) return condition;
      if (typeof condition === 'string' || given.length < 2) throw UNKNOWN;
      return condition ? (argument(1) ?? 0) : given.length < 3 ? false : (argument(2) ?? 0);
    }
    case 'IFERROR': {
      const value = argument(0);
      return (isError(value) ? argument(1) : value) ?? 0;
    }
    case 'ABS':
    case 'ROUND': {
      const value = argument(0);
      if (isError(value)) return value;
      const number = numberOf(value);
      if (number === null) return VALUE;
      return name === 'ABS' ? Math.abs(number) : rounded(number, argument(1));
    }
    case 'AND':
    case 'OR':
    case 'NOT':
      return logic(
        name,
        given.map((_, at) => argument(at)),
      );
    case 'SUBTOTAL':
      return subtotal(argument(0), given.slice(1), around);
    default:
      return adding(name, given, around);
  }
}

function logic(name: string, values: readonly FormulaValue[]): FormulaValue {
  const error = values.find(isError);
  if (error) return error;
  if (values.some((value) => typeof value === 'string' || value === null)) throw UNKNOWN;
  if (name === 'NOT') return !values[0];
  return name === 'AND' ? values.every(Boolean) : values.some(Boolean);
}

/** By the number of the function; those that leave out hidden rows (101 …) are not worked out. */
const SUBTOTALS: Readonly<Record<number, string>> = {
  1: 'AVERAGE',
  2: 'COUNT',
  3: 'COUNTA',
  4: 'MAX',
  5: 'MIN',
  9: 'SUM',
};

function subtotal(kind: FormulaValue, given: readonly FormulaExpression[], around: Surroundings): FormulaValue {
  const name = typeof kind === 'number' ? SUBTOTALS[kind] : undefined;
  if (!name) throw UNKNOWN;
  return adding(name, given, around, false);
}

/** Functions over all numbers of ranges and values; in ranges texts, booleans and blanks do not count. */
function adding(
  name: string,
  given: readonly FormulaExpression[],
  around: Surroundings,
  withSubtotals = true,
): FormulaValue {
  const numbers: number[] = [];
  let filled = 0;
  let error: FormulaError | null = null;
  const take = (value: FormulaValue, isWritten: boolean): void => {
    if (value !== null) filled++;
    if (isError(value)) error ??= value;
    else if (typeof value === 'number') numbers.push(value);
    else if (isWritten && value !== null) {
      const number = numberOf(value);
      if (number === null) error ??= VALUE;
      else numbers.push(number);
    }
  };
  if (!['SUM', 'COUNT', 'COUNTA', 'AVERAGE', 'MAX', 'MIN'].includes(name)) throw UNKNOWN;
  for (const one of given) {
    const mapped = one.kind === 'reference' ? around.references.get(one.place) : undefined;
    if (mapped?.text === '#REF!') error ??= { error: '#REF!' };
    else if (mapped) around.read(mapped, (value) => take(value, false), withSubtotals);
    else take(formulaValue(one, around), true);
  }
  if (name === 'COUNT') return numbers.length;
  if (name === 'COUNTA') return filled;
  if (error) return error;
  switch (name) {
    case 'SUM':
      return sum(numbers);
    case 'AVERAGE':
      return numbers.length === 0 ? DIVISION : tidy(sum(numbers) / numbers.length);
    default:
      return numbers.reduce((a, b) => (name === 'MAX' ? Math.max(a, b) : Math.min(a, b)), numbers[0] ?? 0);
  }
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const number of numbers) {
    const next = total + number;
    lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
  }
  return tidy(total + lost);
}

/** Fifteen digits, as Excel keeps and shows them. */
function tidy(value: number): number {
  if (!Number.isFinite(value)) throw UNKNOWN;
  return Number(value.toPrecision(15));
}

function rounded(value: number, places: FormulaValue): number {
  const digits = numberOf(places);
  if (digits === null || !Number.isInteger(digits) || Math.abs(digits) > 12) throw UNKNOWN;
  const scale = 10 ** digits;
  return tidy((Math.sign(value) * Math.round(tidy(Math.abs(value) * scale))) / scale);
}

/** What counts as a number in arithmetic; null for other texts. */
function numberOf(value: FormulaValue): number | null {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return Number(value);
  // Which texts are numbers depends on the language of the program.
  throw UNKNOWN;
}

function textOf(value: FormulaValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number' && !/^-?\d{1,11}(?:\.\d{1,9})?$/.test(String(value))) throw UNKNOWN;
  return typeof value === 'object' ? value.error : String(value);
}
