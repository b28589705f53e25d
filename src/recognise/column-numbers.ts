import type { RowLooks } from './row-looks.ts';
import { kindAt, type SheetView } from './sheet-view.ts';

// The celestial stems number the text columns of statistical forms: notation, as digits are.
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const NUMBER = /^\(?(\d{1,3})\)?(?:=.*)?$/;

/**
 * Whether a row numbers the columns of the table: `甲 乙 1 2 3`, `1 2 3 4`, `(1) (2) (3)=(1)+(2)`.
 *
 * Stems come first, numbers count on from 1 in step; four marks at least, three with a stem. `1 广州市 3` is data.
 */
export function columnNumberLooks(view: SheetView, { cells }: RowLooks): boolean {
  if (cells.length < 3) return false;
  let stems = 0;
  let numbers = 0;
  for (const at of cells) {
    const mark = markAt(view, at);
    if (mark === STEMS[stems] && numbers === 0) stems++;
    else if (NUMBER.exec(mark)?.[1] === String(numbers + 1)) numbers++;
    else return false;
  }
  return stems > 0 || numbers >= 4;
}

function markAt(view: SheetView, at: number): string {
  return kindAt(view, at) === 'number' ? String(view.grid.values[at]) : view.keyAt(at);
}
