import { type Cell, type Grid, gridRow, rowIndex } from '../model/grid.ts';

/**
 * Gives for a row the cell of a column that is merged over it from above; rows must be asked for in ascending order.
 *
 * Null when no cell of the column is merged over rows. Values written once with blanks below are not spread here.
 */
export function mergedCells(grid: Grid, column: number): ((row: number) => Cell | undefined) | null {
  const merges = grid.merges
    .filter(({ left, top, bottom }) => left === column && bottom > top)
    .toSorted((a, b) => a.top - b.top);
  if (merges.length === 0) return null;
  let at = 0;
  let found = -1;
  let cell: Cell | undefined;
  return (row) => {
    while ((merges[at]?.bottom ?? row) < row) at++;
    const merge = merges[at];
    if (merge === undefined || merge.top >= row) return undefined;
    if (found !== at) {
      found = at;
      cell = cellAt(grid, merge.top, column);
    }
    return cell;
  };
}

function cellAt(grid: Grid, row: number, column: number): Cell | undefined {
  const index = rowIndex(grid, row);
  return index < 0 ? undefined : gridRow(grid, index).cells.find((cell) => cell.column === column);
}
