import type { HeaderBlock } from './header-block.ts';
import { columnAt, kindAt, rowNumber, rowStart, type SheetView, textAt } from './sheet-view.ts';

/** The header of one column: its levels from the top, merges spread, each written as it stands in its cell. */
export interface HeaderText {
  /** 1-based. */
  readonly column: number;
  readonly levels: readonly string[];
  /** Row number of its lowest own cell. */
  readonly row: number;
}

interface Level {
  readonly text: string;
  readonly row: number;
}

/** The headers of a block in column order; a column without any is left out. */
export function headerTexts(view: SheetView, block: HeaderBlock): readonly HeaderText[] {
  const rows = Array.from({ length: block.last - block.first + 1 }, (_, at) => block.first + at);
  const own = rows.map((index) => cellsOf(view, index));
  const right = Math.max(...own.map((cells) => Math.max(0, ...cells.keys())));
  const levels = own.map((cells, at) => spread(view, rows[at] ?? 0, cells, right, own[at + 1]));
  carryDown(view, rows, own, levels);
  const columns = [...new Set(levels.flatMap((level) => [...level.keys()]))].sort((a, b) => a - b);
  return columns.map((column) => {
    const stack = levels.flatMap((level) => level.get(column) ?? []);
    const distinct = stack.filter(({ text }, at) => text !== stack[at - 1]?.text);
    return { column, levels: distinct.map(({ text }) => text), row: stack.at(-1)?.row ?? block.rows[0] };
  });
}

function cellsOf(view: SheetView, index: number): Map<number, Level> {
  const cells = new Map<number, Level>();
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    const text = kindAt(view, at) === 'text' ? textAt(view, at) : String(view.grid.values[at]);
    if (text.trim() !== '') cells.set(columnAt(view, at), { text, row: rowNumber(view, index) });
  }
  return cells;
}

/**
 * The cells of one header row over all columns they stand for: those of their merges; in a row without merges also
 * the empty ones to the right that have a header of their own below.
 */
function spread(
  view: SheetView,
  index: number,
  cells: ReadonlyMap<number, Level>,
  right: number,
  below: ReadonlyMap<number, Level> | undefined,
): Map<number, Level> {
  const spreadCells = new Map(cells);
  const merges = (view.merges.get(rowNumber(view, index)) ?? []).filter(({ left, right: end }) => end > left);
  let done = 0;
  for (const { left, right: end } of [...merges].sort((a, b) => a.left - b.left)) {
    const cell = cells.get(left);
    if (!cell || left <= done) continue;
    done = Math.min(end, right);
    for (let column = left + 1; column <= done; column++) {
      if (!cells.has(column)) spreadCells.set(column, cell);
    }
  }
  if (merges.length > 0 || below === undefined) return spreadCells;
  let group: Level | undefined;
  for (let column = 1; column <= right; column++) {
    const cell = cells.get(column);
    if (cell) group = below.has(column) ? cell : undefined;
    else if (!below.has(column)) group = undefined;
    else if (group) spreadCells.set(column, group);
  }
  return spreadCells;
}

/** A cell merged downwards stands for the rows below it too, unless they have a text of their own there. */
function carryDown(
  view: SheetView,
  rows: readonly number[],
  own: readonly ReadonlyMap<number, Level>[],
  levels: readonly Map<number, Level>[],
): void {
  rows.forEach((index, at) => {
    const row = rowNumber(view, index);
    for (const { left, bottom } of view.merges.get(row) ?? []) {
      const cell = own[at]?.get(left);
      if (!cell || bottom === row) continue;
      for (let below = at + 1; below < rows.length && rowNumber(view, rows[below] ?? 0) <= bottom; below++) {
        if (!levels[below]?.has(left)) levels[below]?.set(left, cell);
      }
    }
  });
}
