import type { Grid } from '../model/grid.ts';

/** A run of columns: first and last, 1-based. */
export type Columns = readonly [number, number];

/** Of the widest sheets. */
const LAST_COLUMN = 16384;

/** Runs of columns that hold cells, parted by columns that hold none. */
export function columnBlocks({ columns }: Grid): readonly Columns[] {
  const used = new Uint8Array(LAST_COLUMN + 2);
  let last = 0;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] ?? 0;
    used[column] = 1;
    if (column > last) last = column;
  }
  const blocks: Columns[] = [];
  let first = 0;
  for (let column = 1; column <= last + 1; column++) {
    if (used[column] === 1) first ||= column;
    else if (first > 0) {
      blocks.push([first, column - 1]);
      first = 0;
    }
  }
  return blocks;
}

/** The cells of a grid in some columns, at most so many rows of them; rows without any stay, as empty ones. */
export function withColumns(grid: Grid, [first, last]: Columns, rows: number = grid.rowNumbers.length): Grid {
  const columns: number[] = [];
  const kinds: number[] = [];
  const values: number[] = [];
  const count = Math.min(rows, grid.rowNumbers.length);
  const rowStarts = new Uint32Array(count + 1);
  for (let index = 0; index < count; index++) {
    rowStarts[index] = columns.length;
    const end = grid.rowStarts[index + 1] ?? 0;
    for (let at = grid.rowStarts[index] ?? 0; at < end; at++) {
      const column = grid.columns[at] ?? 0;
      if (column < first || column > last) continue;
      columns.push(column);
      kinds.push(grid.kinds[at] ?? 0);
      values.push(grid.values[at] ?? 0);
    }
  }
  rowStarts[count] = columns.length;
  return {
    ...grid,
    rowNumbers: grid.rowNumbers.slice(0, count),
    rowStarts,
    columns: Uint16Array.from(columns),
    kinds: Uint8Array.from(kinds),
    values: Float64Array.from(values),
    merges: grid.merges.filter(({ left }) => left >= first && left <= last),
  };
}
