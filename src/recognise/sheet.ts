import type { Grid } from '../model/grid.ts';
import { type RecognisedSheet, ROW_CLASSES, type RowClass } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Cover, readCover } from './cover.ts';
import { findHeader } from './header-block.ts';
import { labelledParts } from './labels.ts';
import { type MarkReader, markReader, setClass } from './rows.ts';
import { rowStart, type SheetView, sheetView, textAt } from './sheet-view.ts';
import { type ReadBlock, readBlock, type SheetContext } from './table-block.ts';

/** A sheet as read, with what only findings need. */
export interface ReadSheet {
  readonly sheet: Omit<RecognisedSheet, 'compiled'>;
  readonly cover: Cover;
  /** An explicit nil statement stands in it. */
  readonly nil: boolean;
  readonly blocks: readonly ReadBlock[];
}

/** More headers in one sheet than this are no tables of a return. */
const MOST_BLOCKS = 30;
/** Rows of a sheet without a table that may be its cover. */
const COVER_ROWS = 100;

/** Reads one sheet: its tables from top to bottom, the class of each row, and what stands around the tables. */
export function readSheet(grid: Grid, context: SheetContext): ReadSheet {
  const { scheme } = context;
  const view = sheetView(grid);
  const classes = new Uint8Array(view.rows);
  const markOf = markReader(view, scheme);
  const blocks: ReadBlock[] = [];
  let nil = false;
  let from = 0;
  while (from < view.rows && blocks.length < MOST_BLOCKS) {
    const header = findHeader(view, from, scheme);
    if (!header) break;
    const above = readCover(
      view,
      range(from, header.first),
      { titlesBefore: header.first, isNote: () => false },
      scheme,
    );
    classifyAround(view, range(from, header.first), classes, markOf, 'title', scheme);
    const read = readBlock(view, header, above, classes, markOf, context, blocks.length === MOST_BLOCKS - 1);
    blocks.push(read.block);
    nil ||= read.nil;
    from = read.end;
  }
  classifyAround(view, range(from, view.rows), classes, markOf, 'other', scheme);
  const cover = coverOf(view, blocks, classes, scheme);
  const tables = blocks.flatMap((block) => block.tables);
  return { sheet: { grid, classes, tables }, cover, nil: nil || cover.nil, blocks };
}

/** Rows that belong to no table: notes, sign-offs and titles by their words, else what the place suggests. */
function classifyAround(
  view: SheetView,
  rows: Iterable<number>,
  classes: Uint8Array,
  markOf: MarkReader,
  otherwise: RowClass,
  scheme: Scheme,
): void {
  for (const index of rows) setClass(classes, index, classAround(view, index, markOf, otherwise, scheme));
}

function classAround(
  view: SheetView,
  index: number,
  markOf: MarkReader,
  otherwise: RowClass,
  scheme: Scheme,
): RowClass {
  let first = -1;
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    if (view.grid.kinds[at] !== 0 || view.keyAt(at) !== '') {
      first = at;
      break;
    }
  }
  if (first < 0) return 'blank';
  if (labelledParts(textAt(view, first), scheme).length > 0) return otherwise === 'title' ? 'title' : 'signOff';
  const mark = markOf(first);
  return mark === 'note' || mark === 'signOff' ? mark : otherwise;
}

const NOTE = ROW_CLASSES.indexOf('note');
const AROUND = new Set<RowClass>(['title', 'note', 'signOff', 'other']);

/** The cover of a whole sheet: what stands above its first header and around its tables. */
function coverOf(view: SheetView, blocks: readonly ReadBlock[], classes: Uint8Array, scheme: Scheme): Cover {
  const titles = blocks[0]?.header.first ?? Math.min(view.rows, COVER_ROWS);
  const rows: number[] = [];
  for (let index = 0; index < view.rows && rows.length < 2 * COVER_ROWS; index++) {
    if (AROUND.has(ROW_CLASSES[classes[index] ?? 0] ?? 'other')) rows.push(index);
  }
  return readCover(view, rows, { titlesBefore: titles, isNote: (index) => classes[index] === NOTE }, scheme);
}

function* range(from: number, to: number): Generator<number> {
  for (let index = from; index < to; index++) yield index;
}
