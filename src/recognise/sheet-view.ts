import { CELL_KINDS, type CellKind, type Grid, type Merge, textOf, WRITTEN } from '../model/grid.ts';
import { matchKey } from '../text/match-key.ts';

/**
 * A grid as the recogniser looks at it: by positions in the grid's arrays, without an object per cell, because
 * every row of a 100,000-row sheet passes here.
 */
export interface SheetView {
  readonly grid: Grid;
  /** How many rows are looked at: those of the grid that hold a cell, or the first of them. */
  readonly rows: number;
  /** Merges that are no larger than a table's header or label may be, by their first row. */
  readonly merges: ReadonlyMap<number, readonly Merge[]>;
  /** Match key of a text cell, computed once per distinct text; empty for the other kinds. */
  readonly keyAt: (at: number) => string;
}

/** Merges taller than this are no part of a header and no label; a merge over a whole sheet says nothing. */
const TALLEST = 60;

/** Keys stand in blocks of 2⁸: of one array V8 makes a table, and an array again, each time one is put far behind the others. */
const BLOCK = 8;

export function sheetView(grid: Grid): SheetView {
  const keys: (string | undefined)[][] = [];
  const keyAt = (at: number): string => {
    if (!isText(grid, at)) return '';
    const index = grid.values[at] ?? 0;
    // A whole number is its own key, and there may be a million.
    if (index >= WRITTEN) return textOf(grid, index);
    let block = keys[index >> BLOCK];
    if (block === undefined) keys[index >> BLOCK] = block = new Array(1 << BLOCK);
    const known = block[index & ((1 << BLOCK) - 1)];
    if (known !== undefined) return known;
    const key = matchKey(textOf(grid, index));
    block[index & ((1 << BLOCK) - 1)] = key;
    return key;
  };
  return { grid, rows: grid.rowNumbers.length, merges: mergesByRow(grid.merges), keyAt };
}

function mergesByRow(merges: readonly Merge[]): ReadonlyMap<number, readonly Merge[]> {
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    const { top, left, bottom, right } = merge;
    if (bottom < top || right < left || bottom - top > TALLEST) continue;
    const row = byRow.get(top);
    if (row) row.push(merge);
    else byRow.set(top, [merge]);
  }
  return byRow;
}

/** Row number of a row index. */
export function rowNumber(view: SheetView, index: number): number {
  return view.grid.rowNumbers[index] ?? 0;
}

/** Position of a row's first cell; that of the next row is its end. */
export function rowStart(view: SheetView, index: number): number {
  return view.grid.rowStarts[index] ?? view.grid.columns.length;
}

export function columnAt(view: SheetView, at: number): number {
  return view.grid.columns[at] ?? 0;
}

export function kindAt(view: SheetView, at: number): CellKind {
  return CELL_KINDS[view.grid.kinds[at] ?? 0] ?? 'text';
}

/** The text of a text cell as written; empty for the other kinds. */
export function textAt({ grid }: SheetView, at: number): string {
  return isText(grid, at) ? textOf(grid, grid.values[at] ?? 0) : '';
}

const TEXT = CELL_KINDS.indexOf('text');

function isText(grid: Grid, at: number): boolean {
  return grid.kinds[at] === TEXT;
}
