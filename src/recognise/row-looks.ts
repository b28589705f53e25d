import type { Scheme } from '../scheme/scheme.ts';
import { type Look, lookAt } from './look.ts';
import { columnAt, kindAt, rowNumber, rowStart, type SheetView } from './sheet-view.ts';

/** The looks of one row's cells; blank texts are left out. */
export interface RowLooks {
  readonly index: number;
  /** Row number. */
  readonly row: number;
  readonly columns: readonly number[];
  readonly looks: readonly Look[];
  /** Positions in the grid. */
  readonly cells: readonly number[];
}

/** The looks of the rows from `from` on, at most `count` of them. */
export function looksOf(view: SheetView, from: number, count: number, scheme: Scheme): readonly RowLooks[] {
  const rows: RowLooks[] = [];
  for (let index = from; index < view.rows && rows.length < count; index++) rows.push(looksOfRow(view, index, scheme));
  return rows;
}

export function looksOfRow(view: SheetView, index: number, scheme: Scheme): RowLooks {
  const columns: number[] = [];
  const looks: Look[] = [];
  const cells: number[] = [];
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    const look = lookAt(view, at, scheme);
    if (look === 'empty') continue;
    columns.push(columnAt(view, at));
    looks.push(look);
    cells.push(at);
  }
  const isHeader = isDateHeader(view, cells);
  const shown = isHeader ? looks.map((look, at) => (kindAt(view, cells[at] ?? 0) === 'date' ? 'year' : look)) : looks;
  return { index, row: rowNumber(view, index), columns, looks: shown, cells };
}

/** Whether a row holds nothing but a word, as a title does. */
export function isLoneWord(view: SheetView, index: number, scheme: Scheme): boolean {
  let found = false;
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    const look = lookAt(view, at, scheme);
    if (look === 'empty') continue;
    if (found || look !== 'word') return false;
    found = true;
  }
  return found;
}

const DATES = 3;

/** Dates in calendar order from left to right head columns as years do; a row of data has but two, or other numbers too. */
function isDateHeader(view: SheetView, cells: readonly number[]): boolean {
  if (cells.length < DATES || kindAt(view, cells.at(-1) ?? 0) !== 'date') return false;
  const others = cells.filter((at) => kindAt(view, at) !== 'date');
  if (cells.length - others.length < DATES || others.some((at) => kindAt(view, at) !== 'text')) return false;
  const serials = cells.filter((at) => kindAt(view, at) === 'date').map((at) => view.grid.values[at] ?? 0);
  return serials.every((serial, at) => at === 0 || serial > (serials[at - 1] ?? 0));
}

/** Whether a look may be that of a header cell. */
export function isHeaderLook(look: Look): boolean {
  return look === 'word' || look === 'year';
}
