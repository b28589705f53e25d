import type { TemplateFaults } from '../template-faults.ts';
import type { Band } from './axis.ts';
import { LAST_COLUMN, LAST_ROW } from './cell-address.ts';
import { findBlocks } from './find-blocks.ts';
import type { BlockKind } from './markers.ts';
import type { SourceRow } from './sheet-cells.ts';

/** A block of rows or, for `across`, of columns. */
export interface Block {
  readonly kind: BlockKind;
  /** The block without what is in it. */
  readonly statement: hbs.AST.BlockStatement;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** Cells and blocks in it, as they are read. */
  readonly pieces: readonly Piece[];
}

/** A cell that is filled. */
export interface FilledCell {
  readonly row: number;
  readonly column: number;
  readonly program: hbs.AST.Program;
  /** It is not the cell itself that is filled, but a link or note of it. */
  readonly beside?: true;
}

export type Piece = { readonly block: Block } | { readonly cell: FilledCell };

/** Rows that are repeated, left out, or (without block) that hold nothing but marks. */
export interface RowBand extends Band {
  readonly block: Block | null;
  readonly bands: readonly RowBand[];
}

/** The blocks of a sheet. */
export interface SheetBlocks {
  readonly pieces: readonly Piece[];
  /** All rows of the sheet. */
  readonly rows: RowBand;
  /** All columns of the sheet; several blocks may repeat the same ones. */
  readonly columns: Band;
  /** Every mark with its cell, in order. */
  readonly marks: readonly { readonly address: string; readonly text: string }[];
}

/** The blocks of a sheet and what is filled in them: whole rows belong to a block, wherever on them it begins and ends. */
export function sheetBlocks(
  rows: readonly SourceRow[],
  sourceOf: (address: string, text: string) => string,
  faults: TemplateFaults,
): SheetBlocks {
  const { blocks: found, cells, bare, marks } = findBlocks(rows, sourceOf, faults);
  const blocks = found.map((block): Block & { readonly pieces: Piece[] } => ({ ...block, pieces: [] }));
  const pieces: Piece[] = [];
  const inRows = (row: number, after = 0) =>
    blocks.find(({ kind, top, bottom }, at) => at >= after && kind !== 'across' && top <= row && row <= bottom);
  for (const [at, block] of blocks.entries()) {
    // Blocks are told when they end, the inner ones first.
    const around = block.kind === 'across' ? inRows(block.top) : inRows(block.top, at + 1);
    (around?.pieces ?? pieces).push({ block });
  }
  for (const cell of cells) {
    const { row, column } = cell;
    const across = blocks.find(
      ({ kind, top, left, right }) => kind === 'across' && top === row && left <= column && column <= right,
    );
    ((across ?? inRows(row))?.pieces ?? pieces).push({ cell });
  }
  return { pieces, rows: rowBands(blocks, bare), columns: columnBands(blocks), marks };
}

function rowBands(blocks: readonly Block[], bare: readonly number[]): RowBand {
  const rows = blocks.filter(({ kind }) => kind !== 'across');
  // Of blocks on the same rows the one that ended later is the outer one.
  const within = (from: number, to: number, candidates: readonly Block[]): readonly RowBand[] => {
    const tops = candidates.filter(
      (one, at) => !candidates.some((other, place) => place > at && other.top <= one.top && one.bottom <= other.bottom),
    );
    const bands: RowBand[] = tops.map((block) => ({
      ...{ first: block.top, last: block.bottom, block },
      bands: within(
        block.top,
        block.bottom,
        candidates.filter((other) => other !== block && block.top <= other.top && other.bottom <= block.bottom),
      ),
    }));
    const free = bare.filter(
      (row) => from <= row && row <= to && !tops.some(({ top, bottom }) => top <= row && row <= bottom),
    );
    bands.push(...free.map((row) => ({ first: row, last: row, block: null, bands: [] })));
    return bands.toSorted((a, b) => a.first - b.first);
  };
  return { first: 1, last: LAST_ROW, block: null, bands: within(1, LAST_ROW, rows) };
}

function columnBands(blocks: readonly Block[]): Band {
  const spans = new Map<string, Band>();
  for (const { kind, left, right } of blocks) {
    if (kind === 'across') spans.set(`${left}:${right}`, { first: left, last: right, bands: [] });
  }
  const bands = [...spans.values()].toSorted((a, b) => a.first - b.first);
  return { first: 1, last: LAST_COLUMN, bands };
}
