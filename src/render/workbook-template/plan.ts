import { checkedProgram, type TemplateNames } from '../template-ast.ts';
import type { TemplateFaults } from '../template-faults.ts';
import { parseTemplate } from '../template-syntax.ts';
import { bandOf } from './axis.ts';
import { type Block, type FilledCell, type Piece, type SheetBlocks, sheetBlocks } from './blocks.ts';
import type { Book, BookSheet } from './book.ts';
import { type Area, addressOf, parseArea, printArea } from './cell-address.ts';
import { checkFormulas } from './check-formulas.ts';
import { type BlockKind, DEEPEST_BLOCKS, hasMarks, isTooDeep, marked } from './markers.ts';
import { type SheetText, sheetTexts } from './sheet-texts.ts';
import { descend } from './xml-query.ts';

/** What is to be done with a sheet of the template. */
export interface SheetPlan {
  readonly sheet: BookSheet;
  readonly blocks: SheetBlocks;
  /** The block that its name begins; null for a sheet that is there once. */
  readonly block: { readonly kind: BlockKind; readonly statement: hbs.AST.BlockStatement } | null;
  /** Its name; null when it is not filled in. */
  readonly name: hbs.AST.Program | null;
  /** Texts outside of cells that are filled in, by their text. */
  readonly texts: ReadonlyMap<string, hbs.AST.Program>;
}

/** Names a place of the template in faults: the sheet, and the cell where there is one. */
export type SourceOf = (sheet: string, address: string | null, text: string) => string;

/** What is to be done with each sheet; everything wrong with how it is written is told. */
export function planBook(book: Book, sourceOf: SourceOf, faults: TemplateFaults): readonly SheetPlan[] {
  const plans = book.sheets.map((sheet) => planSheet(book, sheet, sourceOf, faults));
  checkFormulas(plans, sourceOf, faults);
  return plans;
}

function planSheet(book: Book, sheet: BookSheet, sourceOf: SourceOf, faults: TemplateFaults): SheetPlan {
  const blocks = sheetBlocks(sheet.rows, (address, text) => sourceOf(sheet.name, address, text), faults);
  for (const merge of cutMerges(sheet, blocks)) {
    const source = sourceOf(sheet.name, addressOf(merge.top, merge.left), '');
    faults.add({ source, start: START }, 'WORKBOOK_MERGE_CUT', { cells: printArea(merge) });
  }
  const source = sourceOf(sheet.name, null, sheet.name);
  const name = hasMarks(sheet.name) ? marked(sheet.name) : null;
  const [open, ...more] = name?.opens ?? [];
  for (const { text } of [...more, ...(name?.astray ?? [])]) {
    faults.add({ source, start: START }, 'WORKBOOK_BLOCK_PLACE', { tag: text });
  }
  const pieces: Piece[] = [...blocks.pieces];
  const texts = new Map<string, hbs.AST.Program>();
  for (const text of sheetTexts(book, sheet)) {
    const at = sourceOf(sheet.name, text.address, text.text);
    if (isTooDeep(text.text))
      faults.add({ source: at, start: START }, 'WORKBOOK_BLOCKS_DEEP', { most: DEEPEST_BLOCKS });
    const program = isTooDeep(text.text) ? null : parseTemplate({ file: at, text: text.text }, faults);
    if (!program) continue;
    texts.set(text.text, program);
    place(pieces, program, text);
  }
  return {
    sheet,
    blocks: { ...blocks, pieces },
    block: open ? sheetBlock(open.kind, open.text, source, faults) : null,
    name: name ? namingProgram(name.body, blocks.pieces, source, faults) : null,
    texts,
  };
}

/** Names are short: one that is nothing but a mark stands for the text of the first cell that is filled in. */
function namingProgram(body: string, pieces: readonly Piece[], source: string, faults: TemplateFaults) {
  const first = pieces.find((piece) => 'cell' in piece);
  if (body.trim() === '' && first && 'cell' in first) return first.cell.program;
  return parseTemplate({ file: source, text: body }, faults);
}

const START = { line: 1, column: 0 };

function sheetBlock(kind: BlockKind, tag: string, source: string, faults: TemplateFaults): SheetPlan['block'] {
  if (kind === 'across') {
    faults.add({ source, start: START }, 'WORKBOOK_BLOCK_PLACE', { tag });
    return null;
  }
  const statement = parseTemplate({ file: source, text: `${tag}{{/${kind}}}` }, faults)?.body[0];
  return statement?.type === 'BlockStatement' ? { kind, statement: statement as hbs.AST.BlockStatement } : null;
}

/** Puts a text that stands at a cell to what else is filled there, so that names mean the same. */
function place(pieces: Piece[], program: hbs.AST.Program, { row, column }: SheetText): void {
  const block = pieces
    .flatMap((piece) => ('block' in piece ? [piece.block] : []))
    .find((one) => holds(one, row, column));
  if (block) place(block.pieces as Piece[], program, { address: null, text: '', row, column });
  else pieces.push({ cell: { row, column, program, beside: true } });
}

function holds(block: Block, row: number, column: number): boolean {
  const inRows = block.top <= row && row <= block.bottom;
  return block.kind === 'across' ? inRows && block.left <= column && column <= block.right : inRows;
}

/** Merged cells that a block of rows or columns would tear apart. */
function cutMerges({ root }: BookSheet, { rows, columns }: SheetBlocks): readonly Area[] {
  const merges = descend(root, 'mergeCells', 'mergeCell').flatMap(
    ({ attributes }) => parseArea(attributes['ref'] ?? '') ?? [],
  );
  return merges.filter(({ top, bottom, left, right }) => {
    const isCut = (from: number, to: number, root: typeof columns) => {
      const band = bandOf(root, from, to);
      return band.bands.some(({ first, last }) => {
        const overlaps = first <= to && from <= last;
        return overlaps && !(from <= first && last <= to);
      });
    };
    return isCut(top, bottom, rows) || isCut(left, right, columns);
  });
}

/** The whole workbook as one template: sheets, blocks and cells within each other as their names see the data. */
export function wholeProgram(plans: readonly SheetPlan[]): hbs.AST.Program {
  const body = plans.flatMap(({ block, name, blocks }) => {
    const inside = [...(name?.body ?? []), ...statementsOf(blocks.pieces)];
    return block ? [filledStatement(block.statement, inside)] : inside;
  });
  return programOf(body);
}

/** Tells what is wrong with the expressions whatever the data. */
export function checkPlans(plans: readonly SheetPlan[], names: TemplateNames): void {
  checkedProgram(wholeProgram(plans), names);
}

function statementsOf(pieces: readonly Piece[]): readonly hbs.AST.Statement[] {
  return pieces.flatMap((piece) =>
    'block' in piece
      ? [filledStatement(piece.block.statement, statementsOf(piece.block.pieces))]
      : piece.cell.program.body,
  );
}

function filledStatement(block: hbs.AST.BlockStatement, body: readonly hbs.AST.Statement[]): hbs.AST.BlockStatement {
  return { ...block, program: { ...block.program, body: [...body] } };
}

function programOf(body: readonly hbs.AST.Statement[]): hbs.AST.Program {
  const loc = { source: '', start: START, end: START };
  return { type: 'Program', body: [...body], blockParams: [], loc };
}

/** The filled cells of a plan, at any depth. */
export function filledCells(pieces: readonly Piece[]): readonly FilledCell[] {
  return pieces.flatMap((piece) => ('block' in piece ? filledCells(piece.block.pieces) : [piece.cell]));
}
