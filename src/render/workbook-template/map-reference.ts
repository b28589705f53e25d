import { type Copy, edgeOf, enclosing, outermost } from './axis.ts';
import { type Area, columnName, LAST_COLUMN, LAST_ROW } from './cell-address.ts';
import { type Formula, takesSheets } from './formula.ts';
import type { Coordinate, Corner, ReferenceToken } from './formula-tokens.ts';
import { itemOf } from './sheet-list.ts';

/** One copy of a sheet of the template. */
export interface SheetCopy {
  /** Its name in the template. */
  readonly origin: string;
  readonly name: string;
  readonly rows: Copy;
  readonly columns: Copy;
  /** The list that it is repeated for, as `listOf` names it; null when it is there once. */
  readonly list: string | null;
  /** Which of its copies it is, from 0. */
  readonly ordinal: number;
}

/** The copies of the sheets that the template has, by `sheetKey`. */
export type SheetCopies = ReadonlyMap<string, readonly SheetCopy[]>;

/** Where a formula stands: sheet, and the innermost copies of rows and columns. */
export interface Scope {
  readonly sheet: SheetCopy;
  readonly row: Copy;
  readonly column: Copy;
  /** It stands in a rule that copies may share: what lies outside of them is absolute, a cell of their own is not. */
  readonly pinned?: true;
}

/** A reference in the output. */
export interface Mapped {
  readonly text: string;
  /** The cells that are meant; null when they are gone, or lie on several sheets. */
  readonly cells: MeantCells | null;
  /** Where they lie on several sheets. */
  readonly several?: readonly MeantCells[];
}

export interface MeantCells {
  readonly sheet: SheetCopy;
  readonly area: Area;
}

const GONE: Mapped = { text: '#REF!', cells: null };

/** Names of sheets are compared without case. */
export function sheetKey(name: string): string {
  return name.toLowerCase();
}

/** The scope of what stands on no row or column of its own. */
export function sheetScope(sheet: SheetCopy): Scope {
  return { sheet, row: sheet.rows, column: sheet.columns };
}

/** A formula in the output: its text, and what its references mean by the places of their tokens. */
export function mapFormula(
  { tokens, spread }: Formula,
  scope: Scope | null,
  sheets: SheetCopies,
): { readonly text: string; readonly references: ReadonlyMap<number, Mapped> } {
  const references = new Map<number, Mapped>();
  let text = '';
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place];
    if (!token) continue;
    if (token.kind !== 'reference') {
      text += token.text;
      continue;
    }
    const taker = spread.get(place);
    const all = taker === undefined || !takesSheets(taker) ? null : mapOverSheets(token, scope, sheets, taker);
    const mapped = all ?? mapReference(token, scope, sheets, taker !== undefined);
    references.set(place, mapped);
    text += mapped.text;
  }
  return { text, references };
}

/**
 * What a reference of the template means in the output.
 *
 * Relative lines follow the copy that the formula stands in; absolute ones mean all copies, of which a single cell is
 * the first. Ranges widen over the copies. With `spread` a single cell stands for all its copies, too.
 */
export function mapReference(token: ReferenceToken, scope: Scope | null, sheets: SheetCopies, spread = false): Mapped {
  const target = targetOf(token, scope, sheets);
  if (target === 'unknown') return { text: token.text, cells: null };
  return target ? mapTo(target, token, scope, spread) : GONE;
}

function mapTo({ sheet, last }: Target, token: ReferenceToken, scope: Scope | null, spread: boolean): Mapped {
  const own = scope?.sheet === sheet ? scope : null;
  const { from, to } = token;
  const isPinned = scope?.pinned === true;
  const isOwn = isPinned && !to && !spread;
  const rows = span(from.row, to?.row, own?.row ?? sheet.rows, { limit: LAST_ROW, spread, isOwn });
  const columns = span(from.column, to?.column, own?.column ?? sheet.columns, { limit: LAST_COLUMN, spread, isOwn });
  if (!rows || !columns) return GONE;
  const isRange = to !== null || rows.isWide || columns.isWide;
  const end = to ?? from;
  const fixed = {
    row: isPinned && leaves(scope.row, own !== null, from.row, end.row),
    column: isPinned && leaves(scope.column, own !== null, from.column, end.column),
  };
  const start = prefix(token, sheet, last) + corner(from, columns.first, rows.first, fixed);
  const text = isRange ? `${start}:${corner(end, columns.last, rows.last, fixed)}` : start;
  const area = { top: rows.first, left: columns.first, bottom: rows.last, right: columns.last };
  return { text, cells: last === sheet && from.row && from.column ? { sheet, area } : null };
}

/** Functions that do not take several sheets as one reference, but one after the other. */
const ONE_BY_ONE = new Set(['SUBTOTAL']);
/** A function takes no more arguments, a formula no more characters. */
const MOST_ARGUMENTS = 200;
const LONGEST_LIST = 6000;

/** What a reference to a repeated sheet means to a function that adds: the cells of all its copies. Null for every other. */
function mapOverSheets(token: ReferenceToken, scope: Scope | null, sheets: SheetCopies, taker: string): Mapped | null {
  const [name, end] = token.sheets ?? [];
  const copies = name === undefined || name !== end ? [] : (sheets.get(sheetKey(name)) ?? []);
  const [first] = copies;
  const last = copies.at(-1);
  const isOwn = scope?.sheet.origin === first?.origin;
  if (!first || !last || first === last || isOwn || (scope && pairedWith(scope, copies) !== null)) return null;
  const mapped = copies.map((sheet) => mapTo({ sheet, last: sheet }, token, scope, true));
  const several = mapped.flatMap(({ cells }) => cells ?? []);
  const texts = mapped.map(({ text }) => text).filter((text) => text !== GONE.text);
  const [one = '', ...others] = texts.map((text) => text.slice(text.lastIndexOf('!') + 1));
  const isSame = texts.length === copies.length && others.every((text) => text === one);
  if (isSame && isPlain(first.name) && isPlain(last.name) && !ONE_BY_ONE.has(taker)) {
    return { text: sheetsPrefix(first.name, last.name) + one, cells: null, several };
  }
  const text = texts.join(',');
  const isShort = texts.length > 0 && texts.length <= MOST_ARGUMENTS && text.length <= LONGEST_LIST;
  return isShort ? { text, cells: null, several } : GONE;
}

/** Which copy of a repeated sheet belongs to the place, since both are repeated for the same list; null for none. */
function pairedWith({ sheet, row }: Scope, copies: readonly SheetCopy[]): number | null {
  const list = copies[0]?.list ?? null;
  if (list === null) return null;
  if (sheet.list === list) return sheet.ordinal;
  const item = itemOf(row, list, sheet.list === null);
  return item?.length === copies.length ? item.at : null;
}

interface Target {
  readonly sheet: SheetCopy;
  readonly last: SheetCopy;
}

function targetOf(
  { sheets: named }: ReferenceToken,
  scope: Scope | null,
  sheets: SheetCopies,
): Target | 'unknown' | null {
  if (!named) return scope ? { sheet: scope.sheet, last: scope.sheet } : 'unknown';
  const [first, last] = named.map((name) => sheets.get(sheetKey(name)));
  if (!first || !last) return 'unknown';
  const isOwn = scope !== null && named.every((name) => sheetKey(name) === sheetKey(scope.sheet.origin));
  if (isOwn) return { sheet: scope.sheet, last: scope.sheet };
  const from = first[scope ? (pairedWith(scope, first) ?? 0) : 0];
  const to = named[0] === named[1] ? from : last.at(-1);
  return from && to ? { sheet: from, last: to } : null;
}

function prefix({ sheets: named, text }: ReferenceToken, first: SheetCopy, last: SheetCopy): string {
  if (!named) return '';
  if (named[0] === first.name && named[1] === last.name) return text.slice(0, text.lastIndexOf('!') + 1);
  return first === last ? sheetPrefix(first.name) : sheetsPrefix(first.name, last.name);
}

/** `'a b'!` */
function sheetPrefix(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** `first:last!`, or `'the first:the last'!` */
function sheetsPrefix(first: string, last: string): string {
  const both = `${first}:${last}`;
  return isPlain(first) && isPlain(last) ? `${both}!` : sheetPrefix(both);
}

/**
 * Whether a name may stand in a formula without quotes: it is no cell address (`t1`, `R1C1`) and no word of the language.
 * LibreOffice 7.4 takes `SUM(first:last!B1)`, but not `SUM('first:last'!B1)`.
 */
function isPlain(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^(?:[a-z]{1,3}\d+|[rc]\d*|r\d*c\d*|true|false)$/i.test(name);
}

interface Span {
  readonly first: number;
  readonly last: number;
  /** A single line that came to be several. */
  readonly isWide: boolean;
}

const ALL: Span = { first: 1, last: 1, isWide: false };

/** The output lines of one axis; null when they are gone. `to` is undefined for a single cell. */
function span(
  from: Coordinate | null,
  to: Coordinate | null | undefined,
  copy: Copy,
  { limit, spread, isOwn }: { readonly limit: number; readonly spread: boolean; readonly isOwn: boolean },
): Span | null {
  if (!from) return ALL;
  const [low, high] = !to || from.line <= to.line ? [from, to ?? from] : [to, from];
  // A range that reaches out of the copy is not its own.
  const around = low.absolute || high.absolute ? copy : enclosing(copy, low.line, high.line);
  const first = edgeOf(scopeOf(low, around, isOwn), low.line, high.line, 'first');
  if (first === null || first > limit) return null;
  if (!to && !spread) return { first, last: first, isWide: false };
  const last = edgeOf(scopeOf(high, around, isOwn), low.line, high.line, 'last');
  if (last === null || last < first) return null;
  return { first, last: Math.min(limit, last), isWide: last !== first };
}

function scopeOf({ line, absolute }: Coordinate, copy: Copy, isOwn: boolean): Copy {
  return absolute && !isOwn ? outermost(copy) : enclosing(copy, line);
}

/** Whether lines lie outside of a copy. */
function leaves(copy: Copy, isSheet: boolean, from: Coordinate | null, to: Coordinate | null): boolean {
  if (!from || !copy.parent) return false;
  const lines = [from.line, (to ?? from).line];
  return !isSheet || lines.some((line) => line < copy.band.first || line > copy.band.last);
}

function corner(
  { column, row }: Corner,
  columnAt: number,
  rowAt: number,
  fixed: { readonly row: boolean; readonly column: boolean },
): string {
  const letters = column ? (column.absolute || fixed.column ? '$' : '') + columnName(columnAt) : '';
  return letters + (row ? (row.absolute || fixed.row ? '$' : '') + rowAt : '');
}
