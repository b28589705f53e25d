import { columnNumber } from './cell-address.ts';

/** A row or column of a reference, as it is written. */
export interface Coordinate {
  readonly line: number;
  readonly absolute: boolean;
}

/** One end of a reference; of whole columns the row is null, of whole rows the column. */
export interface Corner {
  readonly column: Coordinate | null;
  readonly row: Coordinate | null;
}

/** `B5`, `$B$5:C7`, `Sheet!3:5`, `'a b:c d'!A1`. */
export interface ReferenceToken {
  readonly kind: 'reference';
  readonly text: string;
  /** Names of the first and last sheet; null for the formula's own. */
  readonly sheets: readonly [string, string] | null;
  readonly from: Corner;
  /** Null for a single cell. */
  readonly to: Corner | null;
}

export type PlainKind = 'text' | 'number' | 'error' | 'function' | 'name' | 'operator' | 'space' | 'foreign';

export type FormulaToken = ReferenceToken | { readonly kind: PlainKind; readonly text: string };

const PREFIX = /(?:'((?:[^']|'')+)'|([\p{L}_\\][\p{L}\p{N}_.\\]*(?::[\p{L}_\\][\p{L}\p{N}_.\\]*)?))!/uy;
const BOUNDARY = '(?![\\p{L}\\p{N}_.(\\[!])';
const CELL = '(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})';
const CELLS = new RegExp(`${CELL}(?::${CELL})?${BOUNDARY}`, 'uy');
const COLUMNS = new RegExp(`(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})${BOUNDARY}`, 'uy');
const ROWS = new RegExp(`(\\$?)(\\d{1,7}):(\\$?)(\\d{1,7})${BOUNDARY}`, 'uy');

const PLAIN: readonly (readonly [PlainKind, RegExp])[] = [
  ['text', /"(?:[^"]|"")*"/y],
  ['space', /\s+/y],
  ['error', /#[A-Z/0-9]+[!?]?/y],
];
/** A reference into another file, whatever it points at. */
const FOREIGN: readonly [PlainKind, RegExp] = [
  'foreign',
  /(?:'\[[^']*'|\[\d+\][\p{L}\p{N}_.]*)!(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|[\p{L}\p{N}_.]+)/uy,
];
const REST: readonly (readonly [PlainKind, RegExp])[] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['function', /[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\()/uy],
  ['name', /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy],
  ['operator', /<>|<=|>=|[-+*/^&=<>%(),;:{}@!#|~]/y],
];

/** The tokens of a formula without `=`; joined again they are the formula. What is none of Excel's is `foreign`. */
export function formulaTokens(formula: string): readonly FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  // Most formulas reach into no other file, and their patterns are dear to make ready.
  const plain = formula.includes('[') ? [...PLAIN, FOREIGN] : PLAIN;
  while (at < formula.length) {
    const token =
      plainAt(plain, formula, at) ?? referenceAt(formula, at) ?? bracketsAt(formula, at) ?? plainAt(REST, formula, at);
    const taken = token ?? { kind: 'foreign' as const, text: formula.charAt(at) };
    tokens.push(taken);
    at += taken.text.length;
  }
  return tokens;
}

function plainAt(kinds: readonly (readonly [PlainKind, RegExp])[], formula: string, at: number): FormulaToken | null {
  for (const [kind, pattern] of kinds) {
    const match = matchAt(pattern, formula, at);
    if (match) return { kind, text: match[0] };
  }
  return null;
}

/** `[[#This Row],[a]]` of a table, with the name before it already taken. */
function bracketsAt(formula: string, at: number): FormulaToken | null {
  if (formula[at] !== '[') return null;
  let depth = 0;
  for (let end = at; end < formula.length; end++) {
    const character = formula[end];
    if (character === "'") end++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return { kind: 'foreign', text: formula.slice(at, end + 1) };
  }
  return { kind: 'foreign', text: formula.slice(at) };
}

function referenceAt(formula: string, at: number): FormulaToken | null {
  const prefix = formula.includes('!', at) ? matchAt(PREFIX, formula, at) : null;
  const start = at + (prefix?.[0].length ?? 0);
  const corners = cellsAt(formula, start) ?? linesAt(formula, start);
  if (!corners) {
    if (!prefix) return null;
    // `Sheet!name`, `Sheet!#REF!`
    const rest = /#REF!|[\p{L}_\\][\p{L}\p{N}_.\\]*/uy;
    const name = matchAt(rest, formula, start);
    return name ? { kind: 'foreign', text: formula.slice(at, start) + name[0] } : null;
  }
  const sheets = prefix ? sheetsOf(prefix[1]?.replaceAll("''", "'") ?? prefix[2] ?? '') : null;
  return { kind: 'reference', text: formula.slice(at, corners.end), sheets, from: corners.from, to: corners.to };
}

function sheetsOf(written: string): readonly [string, string] {
  const [first = '', last = first] = written.split(':');
  return [first, last];
}

interface Corners {
  readonly from: Corner;
  readonly to: Corner | null;
  readonly end: number;
}

function cellsAt(formula: string, at: number): Corners | null {
  const match = matchAt(CELLS, formula, at);
  if (!match) return null;
  const corner = (from: number): Corner => ({
    column: { absolute: match[from] === '$', line: columnNumber(match[from + 1] ?? '') },
    row: { absolute: match[from + 2] === '$', line: Number(match[from + 3]) },
  });
  return { from: corner(1), to: match[6] === undefined ? null : corner(5), end: at + match[0].length };
}

function linesAt(formula: string, at: number): Corners | null {
  const columns = matchAt(COLUMNS, formula, at);
  const rows = columns ? null : matchAt(ROWS, formula, at);
  const match = columns ?? rows;
  if (!match) return null;
  const corner = (from: number): Corner => {
    const line = columns ? columnNumber(match[from + 1] ?? '') : Number(match[from + 1]);
    const coordinate = { absolute: match[from] === '$', line };
    return columns ? { column: coordinate, row: null } : { column: null, row: coordinate };
  };
  return { from: corner(1), to: corner(3), end: at + match[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
