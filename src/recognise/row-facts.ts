import { CELL_KINDS } from '../model/grid.ts';
import { columnAt, rowNumber, rowStart, type SheetView, textAt } from './sheet-view.ts';
import { COLUMN_ROLES, type TableFrame } from './table-frame.ts';

/** What there is in one row below a header; blank texts do not count. */
export interface RowFacts {
  readonly index: number;
  readonly cells: number;
  readonly texts: number;
  /** Numbers, dates and the like that are not zero. */
  readonly figures: number;
  /** Cells by the role of their column. */
  readonly outside: number;
  readonly unknown: number;
  readonly ignored: number;
  readonly region: number;
  readonly value: number;
  /** Whether a number stands in a column of numbers; told only of tables of another subject. */
  readonly numeric: boolean;
  /** Positions of the first cell and of the first texts. */
  readonly first: number;
  readonly leading: readonly number[];
  /** Columns that the first text is merged across; 1 when it is not merged. */
  readonly span: number;
}

/** A row's nature shows in its first texts; so many are looked at. */
export const LEADING = 4;

const TEXT = CELL_KINDS.indexOf('text');
const NUMBER = CELL_KINDS.indexOf('number');

/** Counts the cells of a row. This is the innermost loop over a sheet: it reads the grid's arrays directly. */
export function rowFacts(view: SheetView, index: number, frame: TableFrame): RowFacts {
  const { kinds, columns, values } = view.grid;
  const { roles } = frame;
  const byRole = COLUMN_ROLES.map(() => 0);
  const leading: number[] = [];
  let texts = 0;
  let figures = 0;
  let first = -1;
  let numeric = false;
  const end = rowStart(view, index + 1);
  for (let at = rowStart(view, index); at < end; at++) {
    const kind = kinds[at];
    if (kind === TEXT && isBlank(view, at)) continue;
    const column = columns[at] ?? 0;
    if (first < 0) first = at;
    const role = roles[column] ?? 0;
    byRole[role] = (byRole[role] ?? 0) + 1;
    if (kind === TEXT) {
      texts++;
      if (leading.length < LEADING) leading.push(at);
    } else if (kind !== NUMBER || values[at] !== 0) figures++;
    if (frame.form === 'unknown' && !numeric) {
      numeric = frame.isNumeric(column) && (kind !== TEXT || NUMERAL.test(view.keyAt(at)));
    }
  }
  const [outside = 0, unknown = 0, ignored = 0, region = 0, value = 0] = byRole;
  const cells = outside + unknown + ignored + region + value;
  const span = spanOf(view, index, leading[0]);
  return { index, cells, texts, figures, outside, unknown, ignored, region, value, numeric, first, leading, span };
}

const NUMERAL = /^[+-]?[\d,]+(?:[.\-/]\d*)?%?$/;

/** Texts of spaces and the like; most texts show by their first character that they are none. */
function isBlank(view: SheetView, at: number): boolean {
  const code = textAt(view, at).charCodeAt(0);
  const isPlain = (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
  return !isPlain && view.keyAt(at) === '';
}

/** How many columns a cell is merged across; 1 when it is not merged. */
export function spanOf(view: SheetView, index: number, at: number | undefined): number {
  if (at === undefined) return 1;
  const column = columnAt(view, at);
  const merge = view.merges.get(rowNumber(view, index))?.find(({ left }) => left === column);
  return merge ? merge.right - merge.left + 1 : 1;
}
