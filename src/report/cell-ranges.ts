import { cellName, columnName } from '../model/place.ts';

/** Cells of a column; a null column means whole rows, a null row the whole column, both null no cell at all. */
export interface CellsAt {
  readonly row: number | null;
  readonly column: number | null;
  /** Rows beside the first one. */
  readonly alsoRows?: readonly number[] | undefined;
}

/** Bounds are 1-based and inclusive; 0 stands for "not given". */
interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * The cells as few A1 ranges: `D5`, `D5:D147`, `D5:F9`, whole rows `5:9`, whole columns `D:F`.
 *
 * No cell is lost, none added, none named twice; ranges stand in reading order.
 */
export function compressCells(cells: readonly CellsAt[]): readonly string[] {
  const [only] = cells;
  const isOne = cells.length === 1 && only?.alsoRows === undefined;
  if (isOne && only && only.row !== null && only.column !== null) return [cellName(only.row, only.column)];
  const runs = verticalRuns(cells).sort((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left);
  const rectangles: Rectangle[] = [];
  for (const run of runs) {
    const last = rectangles.at(-1);
    const beside =
      last && last.left > 0 && last.top === run.top && last.bottom === run.bottom && last.right + 1 === run.left;
    if (beside) rectangles[rectangles.length - 1] = { ...last, right: run.right };
    else rectangles.push(run);
  }
  return rectangles.sort((a, b) => a.top - b.top || a.left - b.left).map(rangeName);
}

/** One-column rectangles, as tall as possible. */
function verticalRuns(cells: readonly CellsAt[]): Rectangle[] {
  const rowsOfColumn = new Map<number, number[]>();
  for (const { row, column, alsoRows } of cells) {
    if (row === null && column === null) continue;
    const rows = rowsOfColumn.get(column ?? 0) ?? [];
    rowsOfColumn.set(column ?? 0, rows);
    rows.push(row ?? 0);
    for (const other of alsoRows ?? []) rows.push(other);
  }
  const runs: Rectangle[] = [];
  for (const [column, rows] of rowsOfColumn) {
    let top = -1;
    let bottom = -1;
    for (const row of rows.sort((a, b) => a - b)) {
      if (row === bottom) continue;
      if (row !== bottom + 1 || bottom <= 0) {
        if (top >= 0) runs.push({ top, bottom, left: column, right: column });
        top = row;
      }
      bottom = row;
    }
    runs.push({ top, bottom, left: column, right: column });
  }
  return runs;
}

function rangeName({ top, left, bottom, right }: Rectangle): string {
  if (left === 0) return `${top}:${bottom}`;
  if (top === 0) return `${columnName(left)}:${columnName(right)}`;
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${cellName(bottom, right)}`;
}
