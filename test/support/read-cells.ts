import type { Finding } from '../../src/model/finding.ts';
import { type Cell, type Grid, gridRow, rowCount } from '../../src/model/grid.ts';
import { cellName } from '../../src/model/place.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { readWorkbook } from '../../src/read/read-file.ts';

/** All cells of a grid in reading order. */
export function cellsOf(grid: Grid): readonly Cell[] {
  return Array.from({ length: rowCount(grid) }, (_, row) => gridRow(grid, row).cells).flat();
}

/** A grid as `{ A1: 'text:…', B2: 'number:5' }`. */
export function gridMap(grid: Grid): Record<string, string> {
  return Object.fromEntries(
    cellsOf(grid).map(({ row, column, kind, text }) => [cellName(row, column), `${kind}:${text}`]),
  );
}

/** What reading bytes gives, in a form to compare: the first grid's cells and all findings as `CODE cell`. */
export async function readMap(bytes: Buffer): Promise<{
  readonly workbook: Workbook | null;
  readonly cells: Record<string, string>;
  readonly codes: readonly string[];
}> {
  const { value, findings } = await readWorkbook(bytes, '文件');
  const [grid] = value?.grids ?? [];
  return { workbook: value, cells: grid === undefined ? {} : gridMap(grid), codes: findings.map(told) };
}

function told({ code, place: { row, column } }: Finding): string {
  if (row === null) return code;
  return `${code} ${column === null ? row : cellName(row, column)}`;
}
