import type { Copy } from './axis.ts';
import type { BookSheet } from './book.ts';
import type { AcrossFrames } from './column-layout.ts';
import type { Frame } from './frame.ts';
import type { Scope, SheetCopy } from './map-reference.ts';
import type { OutputCell } from './output-cells.ts';
import type { LaidRow } from './row-layout.ts';

/** A row of the output. */
export interface OutputRow {
  readonly laid: LaidRow;
  /** The columns of its cells, in their order. */
  readonly columns: readonly number[];
  /** Its cells, made anew each time: of most rows they are asked for once, when they are written, and then forgotten. */
  readonly cells: () => readonly OutputCell[];
}

/** A sheet of the output. */
export interface OutputSheet {
  readonly copy: SheetCopy;
  readonly source: BookSheet;
  /** Which copy of the template's sheet it is, from 0. */
  readonly ordinal: number;
  readonly frame: Frame;
  /** By their numbers. */
  readonly rows: ReadonlyMap<number, OutputRow>;
  readonly across: AcrossFrames;
}

/** Where a cell of the template came to stand. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly frame: Frame;
  readonly scope: Scope;
}

/** All places of a cell of the template; none of those that stand in for an empty list. */
export function placesOf(sheet: OutputSheet, row: number, column: number): readonly CellPlace[] {
  const { copy } = sheet;
  const band = copy.columns.band.bands.find(({ first, last }) => first <= column && column <= last);
  const shift = column - (band?.first ?? column);
  const places: CellPlace[] = [];
  const add = (laid: LaidRow, frame: Frame, at: Copy, output: number) => {
    places.push({ row: laid.number, column: output, frame, scope: { sheet: copy, row: laid.copy, column: at } });
  };
  for (const { laid } of sheet.rows.values()) {
    if (laid.source.number !== row || !laid.frame) continue;
    if (!band) {
      add(laid, laid.frame, copy.columns, plainColumn(copy.columns, column));
      continue;
    }
    const frames = sheet.across.get(laid)?.get(band);
    for (const [item, at] of (copy.columns.copies.get(band) ?? []).entries()) {
      const frame = frames ? frames[item] : item === 0 ? laid.frame : undefined;
      if (frame) add(laid, frame, at, at.start + shift);
    }
  }
  return places;
}

function plainColumn(columns: Copy, column: number): number {
  let at = column;
  for (const [band, copies] of columns.copies) {
    if (band.last < column) at += (copies.length - 1) * (band.last - band.first + 1);
  }
  return at;
}
