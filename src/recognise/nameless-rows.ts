import { ROW_CLASSES } from '../model/recognised.ts';
import { numberAt } from './bare-columns.ts';
import type { LinePart } from './line-columns.ts';
import type { ReadLine } from './line-rows.ts';
import type { OpenSheet } from './open-sheet.ts';
import { columnAt, kindAt, rowNumber, rowStart } from './sheet-view.ts';

/** A row of a transposed table with numbers, but without the name of an indicator. */
export interface NamelessRow {
  readonly row: number;
  /** Where its name is missing. */
  readonly column: number;
}

/** Rows between two indexes that hold numbers of a part and name nothing; `lines` are those that do. */
export function namelessRows(
  { view, classes, context }: OpenSheet,
  part: LinePart,
  lines: readonly ReadLine[],
  from: number,
  to: number,
): readonly NamelessRow[] {
  const named = new Set(lines.map(({ index }) => index));
  const names = new Set(part.flatMap(({ column, field }) => (field === 'indicator' ? [column] : [])));
  const figures = new Set(part.flatMap(({ column, measure }) => (measure === null ? [] : [column])));
  const [first = 1] = names;
  const rows: NamelessRow[] = [];
  for (let index = from; index < to; index++) {
    if (named.has(index) || !LINE_CLASSES.has(classes[index] ?? 0)) continue;
    let hasName = false;
    let hasNumber = false;
    for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
      const column = columnAt(view, at);
      if (names.has(column)) hasName ||= kindAt(view, at) !== 'text' || view.keyAt(at) !== '';
      else if (figures.has(column)) hasNumber ||= numberAt(view, at, context.scheme) !== null;
    }
    if (hasNumber && !hasName) rows.push({ row: rowNumber(view, index), column: first });
  }
  return rows;
}

const LINE_CLASSES = new Set([ROW_CLASSES.indexOf('data'), ROW_CLASSES.indexOf('other')]);
