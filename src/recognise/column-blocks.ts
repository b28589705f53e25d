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
  const count = Math.min(rows, grid.rowNumbers.length);
  const most = (grid.rowStarts[count] ?? 0) - (grid.rowStarts[0] ?? 0);
  const columns = new Uint16Array(most);
  const kinds = new Uint8Array(most);
  const values = new Float64Array(most);
  const rowStarts = new Uint32Array(count + 1);
  let cells = 0;
  for (let index = 0; index < count; index++) {
    rowStarts[index] = cells;
    const end = grid.rowStarts[index + 1] ?? 0;
    for (let at = grid.rowStarts[index] ?? 0; at < end; at++) {
      const column = grid.columns[at] ?? 0;
      if (column < first || column > last) continue;
      columns[cells] = column;
      kinds[cells] = grid.kinds[at] ?? 0;
      values[cells++] = grid.values[at] ?? 0;
    }
  }
  rowStarts[count] = cells;
  return {
    ...grid,
    rowNumbers: grid.rowNumbers.slice(0, count),
    rowStarts,
    columns: columns.slice(0, cells),
    kinds: kinds.slice(0, cells),
    values: values.slice(0, cells),
    merges: grid.merges.filter(({ left }) => left >= first && left <= last),
  };
}
