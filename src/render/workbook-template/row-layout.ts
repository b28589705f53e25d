import type { Band, Copy } from './axis.ts';
import type { Block, RowBand } from './blocks.ts';
import { LAST_ROW } from './cell-address.ts';
import { type Frame, isTrue, itemFrames } from './frame.ts';
import type { SourceRow } from './sheet-cells.ts';

/** A row of the output that has something: which row of the template it is made of, and for what. */
export interface LaidRow {
  readonly number: number;
  readonly source: SourceRow;
  readonly copy: Copy;
  /** Null for the blank rows that stand in for an empty list. */
  readonly frame: Frame | null;
}

/** What blocks give. */
export interface BlockFrames {
  /** The frames of the items of a block, those of a condition being the one around it or none. */
  readonly frames: (block: Block, frame: Frame) => readonly Frame[];
  /** Whether a blank copy stands in for a block without items, because something refers to its rows. */
  readonly standsIn: (band: RowBand) => boolean;
}

/** The rows of a sheet in the output. */
export interface RowLayout {
  readonly rows: readonly LaidRow[];
  readonly root: Copy;
  /** False when there are more than a sheet can have. */
  readonly fits: boolean;
}

/** Lays out the rows of a sheet for its frame. */
export function layRows(band: RowBand, sources: readonly SourceRow[], frame: Frame, given: BlockFrames): RowLayout {
  const rows: LaidRow[] = [];
  const byNumber = new Map(sources.map((source) => [source.number, source]));
  const numbers = sources.map(({ number }) => number);
  let fits = true;

  function emit(from: number, to: number, at: number, copy: Copy, at0: Frame | null): void {
    // Sheets may have a row 1,048,576: only rows that are there are visited.
    if (to - from < numbers.length) {
      for (let row = from; row <= to; row++) one(byNumber.get(row));
    } else for (const row of numbers) if (row >= from && row <= to) one(byNumber.get(row));

    function one(source: SourceRow | undefined): void {
      if (source) rows.push({ number: at + source.number - from, source, copy, frame: at0 });
    }
  }

  function lay(own: RowBand, around: Frame | null, parent: Copy | null, start: number): Copy {
    const copies = own.bands.length === 0 ? NO_COPIES : new Map<Band, readonly Copy[]>();
    const copy = { band: own, parent, start, length: 0, copies };
    let at = start;
    let line = own.first;
    for (const inner of own.bands) {
      emit(line, inner.first - 1, at, copy, around);
      at += inner.first - line;
      const made: Copy[] = [];
      copies.set(inner, made);
      for (const item of itemsOf(inner, around)) {
        const laid = lay(inner, item, copy, at);
        made.push(laid);
        at += laid.length;
        if (at > LAST_ROW) {
          fits = false;
          break;
        }
      }
      line = inner.last + 1;
    }
    emit(line, own.last, at, copy, around);
    copy.length = at + own.last - line + 1 - start;
    return copy;
  }

  function itemsOf(inner: RowBand, around: Frame | null): readonly (Frame | null)[] {
    if (!inner.block) return [];
    const frames = around ? given.frames(inner.block, around) : [];
    return frames.length === 0 && given.standsIn(inner) ? [null] : frames;
  }

  const root = lay(band, frame, null, 1);
  return { rows, root, fits: fits && (rows.at(-1)?.number ?? 0) <= LAST_ROW };
}

/** Of most bands that are repeated thousands of times there is nothing within. */
const NO_COPIES = new Map<Band, readonly Copy[]>();

/** The frames of a block by its value: of each item, or the one around for a condition that holds. */
export function framesOf(block: Block, value: unknown, frame: Frame): readonly Frame[] {
  switch (block.kind) {
    case 'if':
      return isTrue(value) ? [frame] : [];
    case 'unless':
      return isTrue(value) ? [] : [frame];
    default:
      return itemFrames(value, frame, block.statement.program.blockParams ?? []);
  }
}
