import { type Band, type Copy, locate } from './axis.ts';
import type { FillCell } from './fill-cell.ts';
import type { Formula } from './formula.ts';
import type { Frame } from './frame.ts';
import type { LaidRow } from './row-layout.ts';
import type { CellContent, CellValue, SourceCell } from './sheet-cells.ts';

/** A cell of the output. */
export interface OutputCell {
  readonly column: number;
  readonly style: string | null;
  readonly content: OutputContent;
}

export type OutputContent =
  | { readonly kind: 'blank' }
  | Extract<CellContent, { kind: 'fixed' }>
  /** `format`: the number format, where it is not that of the style. */
  | { readonly kind: 'filled'; readonly value: Exclude<CellValue, null>; readonly format: string | null }
  /** `at`: the copy of the columns that it stands in. */
  | { readonly kind: 'formula'; readonly formula: Formula; readonly array: boolean; readonly at: Copy };

const BLANK: OutputContent = { kind: 'blank' };

/** What the cells of a row are made with. */
export interface RowFilling {
  readonly columns: Copy;
  /** How a cell of the template is filled; undefined for those that are not. */
  readonly fillOf: (row: number, column: number) => FillCell | undefined;
  /** The latest cell made of each cell of the template: most of thousands of rows repeat what the row above says. */
  readonly latest: Map<SourceCell, OutputCell>;
}

/** The cells of a row of the output, by their columns. */
export function outputCells(
  row: LaidRow,
  across: ReadonlyMap<Band, readonly Frame[]> | undefined,
  { columns, fillOf, latest }: RowFilling,
): readonly OutputCell[] {
  const { source, frame } = row;
  const cells: OutputCell[] = [];
  const { bands } = columns.band;
  if (bands.length === 0) {
    for (const cell of source.cells) cells.push(made(cell, cell.column, frame, columns));
    return cells;
  }
  let from = 0;
  for (const band of bands) {
    for (; (source.cells[from]?.column ?? Number.POSITIVE_INFINITY) < band.first; from++) outside(source.cells[from]);
    const inside: SourceCell[] = [];
    for (; (source.cells[from]?.column ?? Number.POSITIVE_INFINITY) <= band.last; from++) {
      const cell = source.cells[from];
      if (cell) inside.push(cell);
    }
    if (inside.length > 0) repeat(band, inside);
  }
  for (; from < source.cells.length; from++) outside(source.cells[from]);
  return cells;

  function outside(cell: SourceCell | undefined): void {
    if (cell) cells.push(made(cell, locate(columns, cell.column).at, frame, columns));
  }

  function repeat(band: Band, inside: readonly SourceCell[]): void {
    const frames = across?.get(band);
    for (const [item, copy] of (columns.copies.get(band) ?? []).entries()) {
      for (const cell of inside) {
        const column = copy.start + cell.column - band.first;
        // Without a block of its own the row says its words once; formulas and looks are repeated.
        const isOnce = !frames && item > 0 && cell.content.kind !== 'formula';
        const own = isOnce ? null : frames ? (frames[item] ?? null) : frame;
        cells.push(made(cell, column, own, copy));
      }
    }
  }

  function made(cell: SourceCell, column: number, own: Frame | null, copy: Copy): OutputCell {
    const { style, content } = cell;
    // Each formula is worked out by itself.
    if (own !== null && content.kind === 'formula') return { column, style, content: { ...content, at: copy } };
    const last = latest.get(cell);
    const found = contentOf(cell, own, last?.content ?? BLANK);
    if (last?.column === column && last.content === found) return last;
    const next = { column, style, content: found };
    latest.set(cell, next);
    return next;
  }

  /** What is not a formula; the content of the latest cell where it is the same. */
  function contentOf({ column: at, content }: SourceCell, own: Frame | null, last: OutputContent): OutputContent {
    if (own === null || content.kind === 'blank') return BLANK;
    if (content.kind === 'fixed') return content;
    const filled = fillOf(source.number, at)?.(own) ?? null;
    if (filled === null || filled === '') return BLANK;
    const [value, format] = typeof filled === 'object' ? [filled.number, filled.format] : [filled, null];
    const isSame = last.kind === 'filled' && last.value === value && last.format === format;
    return isSame ? last : { kind: 'filled', value, format };
  }
}
