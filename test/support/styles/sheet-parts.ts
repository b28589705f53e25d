import { cellName } from '../../../src/model/place.ts';
import type { CellContent, Row, SheetContent } from '../write-files.ts';

/** Rows that stand together in a sheet; merges are told by row and column within the part, from 1 on. */
export interface Part {
  readonly rows: readonly Row[];
  readonly merges?: readonly Range[];
}

export type Range = readonly [top: number, left: number, bottom: number, right: number];

/** A sheet of parts one below the other. */
export function sheetOf(name: string, parts: readonly Part[], more: Partial<SheetContent> = {}): SheetContent {
  return { name, ...stacked(parts), ...more };
}

/** Parts one below the other as one. */
function stacked(parts: readonly Part[]): { readonly rows: readonly Row[]; readonly merges: readonly string[] } {
  let above = 0;
  const merges: string[] = [];
  for (const part of parts) {
    for (const [top, left, bottom, right] of part.merges ?? [])
      merges.push(`${cellName(above + top, left)}:${cellName(above + bottom, right)}`);
    above += part.rows.length;
  }
  return { rows: parts.flatMap(({ rows }) => rows), merges };
}

/** Lines across the table. */
export function lines(width: number, ...texts: readonly string[]): Part {
  return { rows: texts.map((text) => [text]), merges: texts.map((_, at) => [at + 1, 1, at + 1, width]) };
}

/** Rows without merges. */
export function plainRows(...rows: readonly Row[]): Part {
  return { rows };
}

/** A header: groups stand above the columns that share them, the lowest level of each column reaches to the bottom. */
export function header(columns: readonly (readonly string[])[]): Part {
  const depth = Math.max(...columns.map((levels) => levels.length));
  const rows = Array.from({ length: depth }, () => columns.map((): CellContent => null));
  const merges: Range[] = [];
  columns.forEach((levels, column) => {
    levels.forEach((text, level) => {
      const isLowest = level === levels.length - 1;
      if (!isLowest && isUnder(columns[column - 1], levels, level)) return;
      let right = column;
      while (!isLowest && isUnder(columns[right + 1], levels, level)) right++;
      const bottom = isLowest ? depth - 1 : level;
      rows[level]?.splice(column, 1, text);
      if (bottom > level || right > column) merges.push([level + 1, column + 1, bottom + 1, right + 1]);
    });
  });
  return { rows, merges };
}

/** Whether a column stands under the same group of a level. */
function isUnder(column: readonly string[] | undefined, levels: readonly string[], level: number): boolean {
  return (
    column !== undefined &&
    column.length > level + 1 &&
    levels.slice(0, level + 1).every((text, at) => text === column[at])
  );
}
