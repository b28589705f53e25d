import type { Grid } from '../model/grid.ts';
import { headerDictionary } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Columns } from './column-blocks.ts';
import { FORMS } from './form.ts';
import { readHeader } from './header-meaning.ts';
import type { HeaderText } from './header-text.ts';
import { columnAt, kindAt, rowStart, type SheetView, sheetView } from './sheet-view.ts';

/** Of the headers of a table of another subject, so many may chance to be words of a form. */
const KNOWN = 1 / 3;
const LEAST_HEADERS = 2;
/** One row that stands alone may be a total without its name. */
const LEAST_ROWS = 2;
const ROWS = 1000;

/**
 * Whether columns beside a return hold a table of another subject: hardly any of their headers is known, and some of their
 * rows, each with a name and something more, have nothing of the return beside them.
 */
export function isForeignPanel(
  grid: Grid,
  columns: Columns,
  headers: readonly HeaderText[],
  beside: Columns,
  scheme: Scheme,
): boolean {
  if (headers.length < LEAST_HEADERS) return false;
  const dictionaries = FORMS.map((form) => headerDictionary(scheme, form));
  const known = headers.filter(({ levels }) =>
    dictionaries.some((dictionary) => readHeader(levels, dictionary, scheme).meanings.length > 0),
  );
  if (known.length > KNOWN * headers.length) return false;
  const below = Math.max(...headers.map(({ row }) => row));
  return rowsAlone(sheetView(grid), below, columns, beside) >= LEAST_ROWS;
}

function rowsAlone(view: SheetView, below: number, [first, last]: Columns, [left, right]: Columns): number {
  let rows = 0;
  for (let index = 0; index < Math.min(view.rows, ROWS); index++) {
    if ((view.grid.rowNumbers[index] ?? 0) <= below) continue;
    let own = 0;
    let named = false;
    let alone = true;
    for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
      const column = columnAt(view, at);
      if (kindAt(view, at) === 'text' && view.keyAt(at) === '') continue;
      if (column >= left && column <= right) alone = false;
      if (column < first || column > last) continue;
      own++;
      named ||= column === first && kindAt(view, at) === 'text';
    }
    if (alone && named && own > 1) rows++;
  }
  return rows;
}
