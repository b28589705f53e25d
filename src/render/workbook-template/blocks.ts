import type { TemplateFaults } from '../template-faults.ts';
import { parseTemplate } from '../template-syntax.ts';
import type { Band } from './axis.ts';
import { addressOf, LAST_COLUMN, LAST_ROW } from './cell-address.ts';
import { type BlockKind, type Marked, marked } from './markers.ts';
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

interface Open {
  readonly kind: BlockKind;
  readonly tag: string;
  readonly source: string;
  readonly statement: hbs.AST.BlockStatement | null;
  readonly row: number;
  readonly column: number;
  readonly pieces: Piece[];
}

/** The blocks that the texts of a sheet begin and end; what is wrong with them is told. `sourceOf` names a cell in faults. */
export function sheetBlocks(
  rows: readonly SourceRow[],
  sourceOf: (address: string, text: string) => string,
  faults: TemplateFaults,
): SheetBlocks {
  const pieces: Piece[] = [];
  const stack: Open[] = [];
  const blocks: Block[] = [];
  const bare: number[] = [];
  const marks: { address: string; text: string }[] = [];
  const tell = (
    source: string,
    code: 'WORKBOOK_BLOCK_UNCLOSED' | 'WORKBOOK_BLOCK_CLOSE' | 'WORKBOOK_BLOCK_PLACE' | 'WORKBOOK_BLOCK_CROSSING',
    tag: string,
  ) => faults.add({ source, start: { line: 1, column: 0 } }, code, { tag });

  function close(kind: BlockKind, tag: string, source: string, row: number, column: number): void {
    const open = stack.at(-1);
    if (!open || open.kind !== kind || (kind === 'across' && open.row !== row)) {
      tell(source, 'WORKBOOK_BLOCK_CLOSE', tag);
      return;
    }
    stack.pop();
    if (!open.statement) return;
    const block: Block = {
      kind,
      statement: open.statement,
      ...{ top: open.row, left: open.column, bottom: row, right: column },
      pieces: open.pieces,
    };
    const crossing = blocks.some((other) => isCrossing(other, block));
    if (crossing) tell(open.source, 'WORKBOOK_BLOCK_CROSSING', open.tag);
    else blocks.push(block);
    (stack.at(-1)?.pieces ?? pieces).push({ block });
  }

  for (const { number: row, cells } of rows) {
    let isBare = false;
    let hasMore = false;
    for (const { column, content } of cells) {
      if (content.kind === 'blank') continue;
      if (content.kind !== 'marked') {
        hasMore = true;
        continue;
      }
      const address = addressOf(row, column);
      const source = sourceOf(address, content.text);
      const found = marked(content.text);
      marks.push({ address, text: content.text });
      for (const { text } of found.astray) tell(source, 'WORKBOOK_BLOCK_PLACE', text);
      for (const { kind, text } of found.opens) {
        const statement = blockStatement(kind, text, source, faults);
        stack.push({ kind, tag: text, source, statement, row, column, pieces: [] });
      }
      if (found.body.trim() === '' && found.opens.length + found.closes.length > 0) isBare = true;
      else {
        hasMore = true;
        const program = found.astray.length > 0 ? null : bodyProgram(content.text, found, source, faults);
        if (program) (stack.at(-1)?.pieces ?? pieces).push({ cell: { row, column, program } });
      }
      for (const { kind, text } of found.closes) close(kind, text, source, row, column);
    }
    if (isBare && !hasMore) bare.push(row);
  }
  for (const { tag, source } of stack) tell(source, 'WORKBOOK_BLOCK_UNCLOSED', tag);
  return { pieces, rows: rowBands(blocks, bare), columns: columnBands(blocks), marks };
}

/** The text of a cell between its blocks, its places counted in the whole text. */
function bodyProgram(
  text: string,
  { body, from }: Marked,
  source: string,
  faults: TemplateFaults,
): hbs.AST.Program | null {
  // Blanks keep the places; a comment keeps them out of the text.
  const hidden = from < 6 ? '' : `{{!${text.slice(3, from - 2).replace(/[^\n]/g, ' ')}}}`;
  return parseTemplate({ file: source, text: hidden + body }, faults);
}

function blockStatement(
  kind: BlockKind,
  tag: string,
  source: string,
  faults: TemplateFaults,
): hbs.AST.BlockStatement | null {
  const name = kind === 'across' ? 'each' : kind;
  const text = `${tag.replace(/(#\s*)across\b/, '$1each')}{{/${name}}}`;
  const program = parseTemplate({ file: source, text }, faults);
  const statement = program?.body[0];
  return statement?.type === 'BlockStatement' ? (statement as hbs.AST.BlockStatement) : null;
}

/** Whether two blocks of one axis overlap without one being within the other, or lie side by side on one row. */
function isCrossing(one: Block, other: Block): boolean {
  if ((one.kind === 'across') !== (other.kind === 'across')) return false;
  if (one.kind === 'across') {
    const apart = one.right < other.left || other.right < one.left;
    return !apart && (one.left !== other.left || one.right !== other.right);
  }
  if (one.bottom < other.top || other.bottom < one.top) return false;
  // Blocks are told when they end: one that is told later can only be around or beside the earlier.
  return !isAround(other, one);
}

function isAround(outer: Block, inner: Block): boolean {
  return outer.pieces.some((piece) => 'block' in piece && (piece.block === inner || isAround(piece.block, inner)));
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
