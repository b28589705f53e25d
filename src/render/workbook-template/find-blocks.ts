import type { TemplateFaults } from '../template-faults.ts';
import { parseTemplate } from '../template-syntax.ts';
import type { Block, FilledCell, SheetBlocks } from './blocks.ts';
import { addressOf, LAST_COLUMN } from './cell-address.ts';
import { type BlockKind, DEEPEST_BLOCKS, isTooDeep, type Marked, marked } from './markers.ts';
import type { SourceRow } from './sheet-cells.ts';

/** What the texts of a sheet say, as they are read. */
export interface FoundBlocks {
  /** In the order in which they end: what lies within another stands before it. */
  readonly blocks: readonly Omit<Block, 'pieces'>[];
  readonly cells: readonly FilledCell[];
  /** Rows that hold nothing but marks. */
  readonly bare: readonly number[];
  readonly marks: SheetBlocks['marks'];
}

interface Open {
  readonly kind: BlockKind;
  readonly tag: string;
  readonly source: string;
  readonly statement: hbs.AST.BlockStatement | null;
  readonly row: number;
  readonly column: number;
  /** What it was opened in. */
  readonly around: readonly Open[];
}

interface Closed {
  readonly open: Open;
  readonly block: Omit<Block, 'pieces'>;
}

/** The blocks that the texts of a sheet begin and end; what is wrong with them is told. `sourceOf` names a cell in faults. */
export function findBlocks(
  rows: readonly SourceRow[],
  sourceOf: (address: string, text: string) => string,
  faults: TemplateFaults,
): FoundBlocks {
  const stack: Open[] = [];
  const closed: Closed[] = [];
  const filled: FilledCell[] = [];
  const bare: number[] = [];
  const marks: { address: string; text: string }[] = [];
  const tell = (
    source: string,
    code: 'WORKBOOK_BLOCK_UNCLOSED' | 'WORKBOOK_BLOCK_CLOSE' | 'WORKBOOK_BLOCK_PLACE' | 'WORKBOOK_BLOCK_CROSSING',
    tag: string,
  ) => faults.add({ source, start: { line: 1, column: 0 } }, code, { tag });

  const tellDeep = (source: string) =>
    faults.add({ source, start: { line: 1, column: 0 } }, 'WORKBOOK_BLOCKS_DEEP', { most: DEEPEST_BLOCKS });

  function close(kind: BlockKind, tag: string, source: string, row: number, column: number): void {
    const open = stack.at(-1);
    if (!open || open.kind !== kind || (kind === 'across' && open.row !== row)) {
      tell(source, 'WORKBOOK_BLOCK_CLOSE', tag);
      return;
    }
    stack.pop();
    if (!open.statement) return;
    const block = {
      ...{ kind, statement: open.statement },
      ...{ top: open.row, left: open.column, bottom: row, right: column },
    };
    if (closed.some((other) => isCrossing(other, { open, block })))
      tell(open.source, 'WORKBOOK_BLOCK_CROSSING', open.tag);
    else closed.push({ open, block });
  }

  /** Whether the text leaves anything but marks. `isAlone`: no other cell of the row says anything. */
  function take(text: string, row: number, column: number, isAlone: boolean): boolean {
    const address = addressOf(row, column);
    const source = sourceOf(address, text);
    marks.push({ address, text });
    if (isTooDeep(text)) {
      tellDeep(source);
      return true;
    }
    const found = marked(text, isAlone);
    for (const { text: tag } of found.astray) tell(source, 'WORKBOOK_BLOCK_PLACE', tag);
    for (const { kind, text: tag } of found.opens) {
      if (stack.length === DEEPEST_BLOCKS) tellDeep(source);
      const statement = blockStatement(kind, tag, source, faults);
      stack.push({ kind, tag, source, statement, row, column, around: [...stack] });
    }
    const leaves = found.body.trim() !== '' || found.opens.length + found.closes.length === 0;
    const program = leaves && found.astray.length === 0 ? bodyProgram(text, found, source, faults) : null;
    if (program) filled.push({ row, column, program });
    for (const { kind, text: tag } of found.closes) close(kind, tag, source, row, column);
    return leaves;
  }

  for (const { number: row, cells } of rows) {
    const said = cells.filter(({ content }) => content.kind !== 'blank');
    const left = said.filter(
      ({ column, content }) => content.kind !== 'marked' || take(content.text, row, column, said.length === 1),
    );
    if (said.length > 0 && left.length === 0) bare.push(row);
  }
  const blocks = closed.map(({ block }) => block);
  for (const { tag, source, kind, statement, row, column } of stack.toReversed()) {
    tell(source, 'WORKBOOK_BLOCK_UNCLOSED', tag);
    // What follows is meant to be in it: its names are not at fault.
    const bottom = kind === 'across' ? row : (rows.at(-1)?.number ?? row);
    if (statement) blocks.push({ kind, statement, top: row, left: column, bottom, right: LAST_COLUMN });
  }
  return { blocks, cells: filled, bare, marks };
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

/** Whether two blocks of one axis overlap without one being opened within the other. */
function isCrossing({ open: one, block: a }: Closed, { open: other, block: b }: Closed): boolean {
  if ((a.kind === 'across') !== (b.kind === 'across')) return false;
  if (a.kind === 'across') {
    const apart = a.right < b.left || b.right < a.left;
    const same = a.left === b.left && a.right === b.right;
    return !apart && (!same || a.top === b.top);
  }
  // Of two that overlap the one that ended first must lie within the other.
  return a.top <= b.bottom && b.top <= a.bottom && !one.around.includes(other);
}
