import { type Cell, gridRow, rowIndex } from '../model/grid.ts';
import { isChoice } from '../scheme/choice.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { hasNumber, isMobile, toPlain } from '../text/personal-numbers.ts';
import { cellText } from './cell-text.ts';
import type { TableView } from './table-view.ts';

/** A telephone number has so many digits at least. */
const TELEPHONE_DIGITS = 7;
const DATE = /^(?:19|20)\d\d(?:[-/.年]\d{1,2}|\d{4}$)/;
const LETTER = /\p{L}/u;
const FIGURE = /^[+-]?[\d,]+(?:\.\d+)?%?$/;

/**
 * Tells of a row of a table whether its personal data stand in other columns than those for them: the columns changed
 * places, or the row slid sideways. It holds when a personal column has a number, a date or a word from a list, or when
 * none has a name and a telephone stands where the name may have stood before it.
 */
export function personalAstray({ sheet: { grid }, table }: TableView, scheme: Scheme): (row: number) => boolean {
  const ids = new Set(scheme.columns.flatMap(({ id, type }) => (type === 'personal' ? [id] : [])));
  const columns = new Set(table.columns.flatMap(({ meaning, column }) => (ids.has(meaning ?? '') ? [column] : [])));
  const { nilMarks } = wordSets(scheme);
  const textOf = (cell: Cell) => (nilMarks.has(matchKey(cell.text)) ? '' : cellText(cell));
  let last: { readonly row: number; readonly astray: boolean } | null = null;
  return (row) => {
    if (columns.size === 0) return false;
    if (last?.row !== row) {
      const { cells } = gridRow(grid, rowIndex(grid, row));
      const personal = cells.filter(({ column }) => columns.has(column));
      const others = cells.filter(({ column }) => !columns.has(column));
      const isWrong = personal.some((cell) => isOther(cell, textOf(cell), scheme));
      last = { row, astray: isWrong || lacksName(personal.map(textOf), others.map(cellText), columns.size) };
    }
    return last.astray;
  };
}

/** Whether a text that stands elsewhere in such a row may name a person: words without figures, or with a telephone. */
export function mayName(text: string): boolean {
  return LETTER.test(text) && (!/\p{N}/u.test(text) || hasNumber(text, TELEPHONE_DIGITS));
}

/** Neither a name nor a telephone number. */
function isOther({ kind }: Cell, own: string, scheme: Scheme): boolean {
  if (kind === 'date' || kind === 'boolean' || kind === 'percent') return true;
  const text = toPlain(own);
  if (text === '') return false;
  const isShort = FIGURE.test(text) && (!hasNumber(text, TELEPHONE_DIGITS) || text.includes('.'));
  return isShort || DATE.test(text) || isChoice(text, scheme);
}

/** Where only a telephone is asked for, none is missed. */
function lacksName(own: readonly string[], others: readonly string[], columns: number): boolean {
  if (own.some((text) => LETTER.test(text))) return false;
  return (columns > 1 && own.some((text) => hasNumber(text, TELEPHONE_DIGITS))) || others.some(isMobile);
}
