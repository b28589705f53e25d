import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { isHeaderLook, type RowLooks } from './row-looks.ts';
import type { SheetView } from './sheet-view.ts';

/** Whether a row tells how the columns are to be filled in: 必填, 下拉选择, 年/月/日. Some of it may be in other words. */
export function isFillingRow(view: SheetView, row: RowLooks, scheme: Scheme): boolean {
  if (row.cells.length < 3 || !row.looks.every(isHeaderLook)) return false;
  const { headerMarks } = wordSets(scheme);
  const marks = row.cells.filter((at) => headerMarks.has(view.keyAt(at)));
  return marks.length * 2 >= row.cells.length;
}
