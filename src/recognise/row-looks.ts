import type { Scheme } from '../scheme/scheme.ts';
import { type Look, lookAt } from './look.ts';
import { columnAt, rowNumber, rowStart, type SheetView } from './sheet-view.ts';

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
  return { index, row: rowNumber(view, index), columns, looks, cells };
}

/** Whether a look may be that of a header cell. */
export function isHeaderLook(look: Look): boolean {
  return look === 'word' || look === 'year';
}
