import { CELL_KINDS } from '../model/grid.ts';
import { mayBegin } from './initials.ts';
import type { OpenSheet } from './open-sheet.ts';
import { LEADING } from './row-facts.ts';
import { rowNumber, rowStart, textAt } from './sheet-view.ts';
import { COLUMN_ROLES, type TableFrame } from './table-frame.ts';

const TEXT = CELL_KINDS.indexOf('text');
const OUTSIDE = COLUMN_ROLES.indexOf('outside');
const IGNORED = COLUMN_ROLES.indexOf('ignored');
const REGION = COLUMN_ROLES.indexOf('region');
const VALUE = COLUMN_ROLES.indexOf('value');

/**
 * Where the rows of a ledger that begin at `from`, right below one of data, are no longer plain: the index of the first
 * row that another look may find to be anything but data. Most rows of a ledger are told by this alone.
 */
export function plainRowsEnd(sheet: OpenSheet, frame: TableFrame, from: number, to: number): number {
  if (frame.form !== 'ledger' || frame.lines !== null) return from;
  const { view } = sheet;
  let index = from;
  while (index < to && rowNumber(view, index) === rowNumber(view, index - 1) + 1 && isPlainRow(sheet, frame, index)) {
    index++;
  }
  return index;
}

/** Whether a row has values, all under headers, and only plain texts among its first. */
function isPlainRow({ view, isPlain }: OpenSheet, { roles, initials }: TableFrame, index: number): boolean {
  const { kinds, columns } = view.grid;
  const start = rowStart(view, index);
  const end = rowStart(view, index + 1);
  let cells = 0;
  let texts = 0;
  let filled = false;
  let said = false;
  for (let at = start; at < end; at++) {
    const role = roles[columns[at] ?? 0] ?? OUTSIDE;
    if (role === OUTSIDE) return false;
    if (kinds[at] === TEXT) {
      // Later ones may be blank and count for nothing here.
      if (texts === LEADING) continue;
      if (!isPlain(at)) return false;
      texts++;
      said ||= role !== REGION && role !== IGNORED;
    }
    cells++;
    filled ||= role === VALUE;
  }
  if (cells < 3 || !said || !filled) return false;
  // A row of nothing but texts may be the header once more.
  return texts < cells || !mayBegin(textAt(view, start), initials);
}
