import { grouped } from './grouped.ts';
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
  if (block.first === block.last && !view.merges.has(rowNumber(view, block.first)))
    return plainTexts(view, block.first);
  const rows = Array.from({ length: block.last - block.first + 1 }, (_, at) => block.first + at);
  const own = rows.map((index) => cellsOf(view, index));
  const right = Math.max(...own.map((cells, at) => lastColumn(view, rows[at] ?? 0, cells)));
  const levels = own.map((cells, at) => spread(view, rows[at] ?? 0, cells, right, own[at + 1], own.slice(0, at)));
  carryDown(view, rows, own, levels);
  const columns = [...new Set(levels.flatMap((level) => [...level.keys()]))].sort((a, b) => a - b);
  const stackOf = (column: number) => levels.flatMap((level) => level.get(column) ?? []);
  const open = emptySpanned(view, block, columns, (column) => stackOf(column).at(-1));
  return columns.flatMap((column) => {
    if (open.has(column)) return [];
    const stack = stackOf(column);
    const distinct = stack.filter(({ text }, at) => text !== stack[at - 1]?.text);
    return [{ column, levels: distinct.map(({ text }) => text), row: stack.at(-1)?.row ?? block.rows[0] }];
  });
}

/** Those of a single row without merges: each cell is its own. */
function plainTexts(view: SheetView, index: number): readonly HeaderText[] {
  return Array.from(cellsOf(view, index), ([column, { text, row }]) => ({ column, levels: [text], row }));
}

/** The last column that a header row reaches, merges included as far as the sheet goes. */
function lastColumn(view: SheetView, index: number, cells: ReadonlyMap<number, Level>): number {
  const last = Math.max(0, ...cells.keys());
  const merges = (view.merges.get(rowNumber(view, index)) ?? []).filter(({ left }) => cells.has(left));
  const end = Math.max(last, ...merges.map(({ right }) => right));
  if (end === last) return last;
  let used = last;
  for (let at = 0; at < rowStart(view, view.rows); at++) used = Math.max(used, columnAt(view, at));
  return Math.min(used, end);
}

/**
 * Columns in which nothing stands, under a header that is merged over others too: a wide column is merged from several
 * all the way down. Of a header with nothing below it at all the first stands.
 */
function emptySpanned(
  view: SheetView,
  block: HeaderBlock,
  columns: readonly number[],
  lowest: (column: number) => Level | undefined,
): ReadonlySet<number> {
  const spans = [...grouped(columns, lowest).values()].filter((span) => span.length > 1);
  if (spans.length === 0) return new Set();
  const filled = new Set<number>();
  const wanted = new Set(spans.flat());
  for (let at = rowStart(view, block.last + 1); at < rowStart(view, view.rows); at++) {
    const column = columnAt(view, at);
    if (wanted.has(column) && !filled.has(column) && !isBlankText(view, at)) filled.add(column);
  }
  return new Set(
    spans.flatMap((span) => {
      const some = span.some((column) => filled.has(column));
      return span.filter((column, at) => (some ? !filled.has(column) : at > 0));
    }),
  );
}

function isBlankText(view: SheetView, at: number): boolean {
  return kindAt(view, at) === 'text' && view.keyAt(at) === '';
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
 * the empty ones to the right that have a header of their own below, unless another group begins above them.
 */
function spread(
  view: SheetView,
  index: number,
  cells: ReadonlyMap<number, Level>,
  right: number,
  below: ReadonlyMap<number, Level> | undefined,
  above: readonly ReadonlyMap<number, Level>[],
): Map<number, Level> {
  const spreadCells = new Map(cells);
  // Empty cells that are merged join nothing.
  const own = (view.merges.get(rowNumber(view, index)) ?? []).filter(({ left }) => cells.has(left));
  const merges = own.filter(({ left, right: end }) => end > left);
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
    else if (!below.has(column) || above.some((one) => one.has(column))) group = undefined;
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
