import type { Scheme } from '../scheme/scheme.ts';
import { looksOfRow, type RowLooks } from './row-looks.ts';
import type { SheetView } from './sheet-view.ts';

/** Rows of a sheet by their place from a row index on; the looks of each are told when they are asked for. */
export interface RowWindow {
  /** Index of its first row. */
  readonly from: number;
  readonly count: number;
  /** The looks of a row; undefined above the first and below the last. */
  readonly row: (at: number) => RowLooks | undefined;
  /** Those between two places. */
  readonly rows: (start: number, end: number) => readonly RowLooks[];
}

/** The rows from `from` on, at most `count` of them: a search for headers looks at few of those that it might. */
export function rowWindow(view: SheetView, from: number, count: number, scheme: Scheme): RowWindow {
  const known: (RowLooks | undefined)[] = [];
  const size = Math.max(0, Math.min(count, view.rows - from));
  const row = (at: number): RowLooks | undefined => {
    if (at < 0 || at >= size) return undefined;
    const looks = known[at] ?? looksOfRow(view, from + at, scheme);
    known[at] = looks;
    return looks;
  };
  return {
    from,
    count: size,
    row,
    rows(start, end) {
      const some: RowLooks[] = [];
      for (let at = Math.max(0, start); at < Math.min(end, size); at++) {
        const looks = row(at);
        if (looks) some.push(looks);
      }
      return some;
    },
  };
}
