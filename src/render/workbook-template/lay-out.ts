import type { TemplateFaults } from '../template-faults.ts';
import type { Block, Piece } from './blocks.ts';
import { addressOf, LAST_COLUMN } from './cell-address.ts';
import { layColumns } from './column-layout.ts';
import { type Evaluation, expressionValue } from './expression.ts';
import { type FillCell, fillCell } from './fill-cell.ts';
import type { Frame } from './frame.ts';
import type { SheetCopy } from './map-reference.ts';
import { rowMaker } from './output-cells.ts';
import type { OutputRow, OutputSheet } from './output-sheet.ts';
import { filledCells, type SheetPlan, type SourceOf } from './plan.ts';
import type { ReferredLines } from './referred-lines.ts';
import { framesOf, layRows } from './row-layout.ts';
import { listOf } from './sheet-list.ts';

/** What sheets are laid out with. */
export interface LayingOut {
  readonly evaluation: Evaluation;
  readonly referred: ReferredLines;
  readonly sourceOf: SourceOf;
  readonly faults: TemplateFaults;
}

/** Lays out copies of one sheet of the template: the expressions are made ready once for all of them. */
export function sheetLayer(
  { sheet, blocks, block }: SheetPlan,
  { evaluation, referred, sourceOf, faults }: LayingOut,
): (name: string, frame: Frame, ordinal: number) => OutputSheet {
  const values = new Map<Block, (frame: Frame) => readonly Frame[]>();
  for (const block of allBlocks(blocks.pieces)) {
    const [parameter] = block.statement.params;
    const value = parameter ? expressionValue(parameter, evaluation) : () => null;
    values.set(block, (frame) => framesOf(block, value(frame), frame));
  }
  const frames = (block: Block, frame: Frame) => values.get(block)?.(frame) ?? [];
  const byRow = new Map<number, Map<number, FillCell>>();
  for (const { row, column, program, beside } of filledCells(blocks.pieces)) {
    if (beside) continue;
    byRow.set(row, (byRow.get(row) ?? new Map()).set(column, fillCell(program, evaluation)));
  }
  const fillOf = (row: number, column: number) => byRow.get(row)?.get(column);
  const tooLarge = (block: Block | undefined) => {
    const address = block ? addressOf(block.top, block.left) : null;
    faults.add({ source: sourceOf(sheet.name, address, ''), start: { line: 1, column: 0 } }, 'WORKBOOK_SHEET_FULL', {});
  };

  return (name, frame, ordinal) => {
    const laid = layRows(blocks.rows, sheet.rows, frame, {
      frames,
      standsIn: (band) => referred.rows(sheet.name, band),
    });
    const columns = layColumns(blocks.columns, laid.rows, blocks.pieces, {
      frames,
      standsIn: (band) => referred.columns(sheet.name, band),
    });
    for (const { block, length, wanted } of columns.unequal) {
      const source = sourceOf(sheet.name, addressOf(block.top, block.left), '');
      faults.add({ source, start: { line: 1, column: 0 } }, 'WORKBOOK_ACROSS_LENGTHS', { length, wanted });
    }
    const last = blocks.columns.bands.at(-1);
    const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.at(-1)?.column ?? 0));
    const grown = columns.root.length - (blocks.columns.last - blocks.columns.first + 1);
    if (!laid.fits || (last && width + grown > LAST_COLUMN)) tooLarge(allBlocks(blocks.pieces)[0]);
    const copy: SheetCopy = {
      ...{ origin: sheet.name, name, rows: laid.root, columns: columns.root },
      ...{ list: listOf(block, true), ordinal },
    };
    const rows = new Map<number, OutputRow>();
    if (laid.fits) {
      const makers = new Map(sheet.rows.map((row) => [row, rowMaker(row, { columns: columns.root, fillOf })] as const));
      for (const row of laid.rows) {
        const maker = makers.get(row.source);
        if (!maker) continue;
        const cells = () => maker.make(row.frame, columns.across.get(row));
        rows.set(row.number, { laid: row, columns: maker.columns, cells });
      }
    }
    return { copy, source: sheet, ordinal, frame, rows, across: columns.across };
  };
}

function allBlocks(pieces: readonly Piece[]): readonly Block[] {
  return pieces.flatMap((piece) => ('block' in piece ? [piece.block, ...allBlocks(piece.block.pieces)] : []));
}
