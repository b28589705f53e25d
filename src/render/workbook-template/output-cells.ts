import { type Band, type Copy, locate } from './axis.ts';
import { LAST_COLUMN } from './cell-address.ts';
import type { FillCell } from './fill-cell.ts';
import type { Formula } from './formula.ts';
import type { Frame } from './frame.ts';
import type { CellContent, CellValue, SourceCell, SourceRow } from './sheet-cells.ts';

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

/** What the cells of rows are made with. */
export interface RowFilling {
  readonly columns: Copy;
  /** How a cell of the template is filled; undefined for those that are not. */
  readonly fillOf: (row: number, column: number) => FillCell | undefined;
}

/** How the cells of the rows that are made of one row of the template are made, and where they stand. */
export interface RowMaker {
  readonly columns: readonly number[];
  readonly make: (
    frame: Frame | null,
    across: ReadonlyMap<Band, readonly Frame[]> | undefined,
  ) => readonly OutputCell[];
}

/** A cell of the template at one of the columns in which it stands. */
interface CellPlace {
  readonly column: number;
  readonly style: string | null;
  readonly content: CellContent;
  readonly fill: FillCell | undefined;
  /** The copy of the columns, and of which band, which time; null outside of all. */
  readonly copy: Copy;
  readonly band: Band | null;
  readonly item: number;
  readonly blank: OutputCell;
}

/** Makes ready the cells of a row of the template: where they stand is the same in all rows that are made of it. */
export function rowMaker(source: SourceRow, filling: RowFilling): RowMaker {
  const places = placesIn(source, filling);
  return {
    columns: places.map(({ column }) => column),
    make: (frame, across) => places.map((place) => made(place, ownFrame(place, frame, across))),
  };
}

/** The cells of a row of the template by the columns of the output. */
function placesIn(source: SourceRow, { columns, fillOf }: RowFilling): readonly CellPlace[] {
  const places: CellPlace[] = [];
  const { bands } = columns.band;
  const put = (cell: SourceCell, column: number, copy: Copy, band: Band | null, item: number) => {
    const { style, content } = cell;
    const fill = fillOf(source.number, cell.column);
    places.push({ column, style, content, fill, copy, band, item, blank: { column, style, content: BLANK } });
  };
  const outside = (cell: SourceCell) => {
    put(cell, bands.length === 0 ? cell.column : locate(columns, cell.column).at, columns, null, 0);
  };
  let from = 0;
  const upTo = (column: number) => {
    const begun = from;
    while ((source.cells[from]?.column ?? Number.POSITIVE_INFINITY) <= column) from++;
    return source.cells.slice(begun, from);
  };
  for (const band of bands) {
    for (const cell of upTo(band.first - 1)) outside(cell);
    const inside = upTo(band.last);
    for (const [item, copy] of (columns.copies.get(band) ?? []).entries()) {
      for (const cell of inside) put(cell, copy.start + cell.column - band.first, copy, band, item);
    }
  }
  for (const cell of upTo(LAST_COLUMN)) outside(cell);
  return places;
}

/** What a cell is filled with: the item of its column, where its row has such, else that of the row. */
function ownFrame(
  { band, item, content }: CellPlace,
  frame: Frame | null,
  across: ReadonlyMap<Band, readonly Frame[]> | undefined,
): Frame | null {
  const frames = band && across?.get(band);
  if (frames) return frames[item] ?? null;
  // Without a block of its own the row says its words once; formulas and looks are repeated.
  return item > 0 && content.kind !== 'formula' ? null : frame;
}

function made({ column, style, content, fill, copy, blank }: CellPlace, own: Frame | null): OutputCell {
  if (own === null || content.kind === 'blank') return blank;
  if (content.kind === 'fixed') return { column, style, content };
  if (content.kind === 'formula') return { column, style, content: { ...content, at: copy } };
  const value = fill?.(own) ?? null;
  if (value === null || value === '') return blank;
  if (typeof value !== 'object') return { column, style, content: { kind: 'filled', value, format: null } };
  return { column, style, content: { kind: 'filled', value: value.number, format: value.format } };
}
