import type { Grid } from '../model/grid.ts';
import { ROW_CLASSES, type RowClass } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { isChoiceSheet } from './choices.ts';
import { type Columns, withColumns } from './column-blocks.ts';
import { bannerUnit, type Cover, type CoverText, readCover } from './cover.ts';
import { readName } from './file-name.ts';
import { findHeader, type HeaderBlock } from './header-block.ts';
import { labelledParts } from './labels.ts';
import type { OpenSheet, SheetContext } from './open-sheet.ts';
import { panelsOf } from './panels.ts';
import { plainReader } from './plain-text.ts';
import { markReader, setClass } from './rows.ts';
import { rowNumber, rowStart, type SheetView, sheetView, textAt } from './sheet-view.ts';
import { type BlockRead, type ReadBlock, readBlock } from './table-block.ts';
import { hasTable, secondTable } from './table-starts.ts';
import { type LineTable, lineTables, readTransposed } from './transposed-block.ts';

/** A sheet as read, with what only findings need. */
export interface ReadSheet<Block extends ReadBlock = ReadBlock> {
  readonly grid: Grid;
  /** Class of each row, as index into `ROW_CLASSES`. */
  readonly classes: Uint8Array;
  readonly cover: Cover;
  /** Titles below the first header, over rows or tables of the scheme. */
  readonly below: readonly CoverText[];
  /** An explicit nil statement stands in it. */
  readonly nil: boolean;
  readonly blocks: readonly Block[];
  /** Columns of choices beside its tables. */
  readonly lists: readonly Columns[];
  /** Row number from which on tables were not looked for any more; null when all were read. */
  readonly unread: number | null;
}

/** A sheet with more headers is no return, and reading on might never end. */
export const MOST_TABLES = 400;
/** Rows of a sheet without a table that may be its cover. */
const COVER_ROWS = 100;

/** Reads one sheet; where tables stand side by side, each as if it stood on a sheet of its own. */
export function readSheet(grid: Grid, context: SheetContext): readonly ReadSheet[] {
  const whole = sheetView(grid);
  const { panels, lists } = panelsOf(whole, context.scheme);
  const unit = bannerAbove(whole, context.scheme);
  const isWhole = panels.length <= 1 && lists.length === 0;
  const views = isWhole ? [whole] : panels.map((columns) => sheetView(withColumns(grid, columns)));
  return views.map((view, at) => readPanel(grid, view, at === 0 ? lists : [], unit, context));
}

/** Reads the tables of a panel from top to bottom, the class of each row, and what stands around the tables. */
function readPanel(
  grid: Grid,
  view: SheetView,
  lists: readonly Columns[],
  unit: string | null,
  context: SheetContext,
): ReadSheet {
  const markOf = markReader(view, context.scheme);
  const isPlain = plainReader(view.grid, context.scheme);
  const sheet: OpenSheet = { view, classes: new Uint8Array(view.rows), markOf, isPlain, context, unit };
  const blocks: ReadBlock[] = [];
  let nil = false;
  let from = 0;
  const isList = isChoiceSheet(view, context.scheme);
  const first = isList ? null : nextTable(sheet, from, lineTables(view, context));
  for (let next = first; next; next = nextTable(sheet, from, next.rest)) {
    if (blocks.length === MOST_TABLES) break;
    classifyAround(sheet, range(from, next.first), 'title');
    const { block, end, nil: stated } = next.read();
    blocks.push(block);
    nil ||= stated;
    from = end;
  }
  classifyAround(sheet, range(from, view.rows), 'other');
  const unread = blocks.length === MOST_TABLES && from < view.rows ? rowNumber(view, from) : null;
  // What can be chosen names regions, but not who sends.
  const cover = isList ? coverAbove(sheet, 0, 0) : coverOf(sheet, blocks);
  const { classes } = sheet;
  for (const columns of lists) classifyList(grid, columns, classes);
  const below = titlesBelow(sheet, blocks);
  return { grid, classes, cover, below, nil: nil || cover.nil, blocks, lists, unread };
}

/** Rows in which nothing stands but an entry of a list are no rows of a table. */
function classifyList(grid: Grid, [first, last]: Columns, classes: Uint8Array): void {
  for (let index = 0; index < classes.length; index++) {
    if (classes[index] !== BLANK) continue;
    const end = grid.rowStarts[index + 1] ?? 0;
    for (let at = grid.rowStarts[index] ?? 0; at < end; at++) {
      const column = grid.columns[at] ?? 0;
      if (column >= first && column <= last) setClass(classes, index, 'other');
    }
  }
}

const BLANK = ROW_CLASSES.indexOf('blank');

/** The money unit above the first table of a sheet holds for all that name none of their own. */
function bannerAbove(view: SheetView, scheme: Scheme): string | null {
  const header = findHeader(view, 0, view.rows, scheme);
  if (!header) return null;
  const rows = { titlesBefore: header.first, isNote: () => false, isSignOff: () => false };
  return bannerUnit(readCover(view, range(0, header.first), rows, scheme), scheme);
}

/** A table that was found and is still to be read, with the transposed ones below it. */
interface FoundTable {
  readonly first: number;
  readonly read: () => BlockRead;
  readonly rest: readonly LineTable[];
}

const FIELDS = 3;

/** The first table from a row index on, whichever way it lies; null when there is none. */
function nextTable(sheet: OpenSheet, from: number, known: readonly LineTable[]): FoundTable | null {
  const { view, context } = sheet;
  const [line, ...rest] = known.filter(({ header }) => header.first >= from);
  const whole = line?.header.first ?? view.rows;
  const best = findHeader(view, from, whole, context.scheme);
  const to = (line ? null : endOfFirst(view, from, best, context.scheme)) ?? whole;
  const header = to === whole ? best : findHeader(view, from, to, context.scheme);
  // Above a table that is known already stand its title and cover: only what the scheme knows is a table there.
  if (header && (!line || header.score.hits >= FIELDS)) {
    const site = { header, above: coverAbove(sheet, from, header.first), to };
    return { first: header.first, read: () => readBlock(sheet, site, []), rest: line ? [line, ...rest] : [] };
  }
  if (!line) return null;
  const above = coverAbove(sheet, from, line.header.first);
  const below = rest[0]?.header.first ?? view.rows;
  return { first: line.header.first, read: () => readLineTable(sheet, line, above, below), rest };
}

/** Where the first table ends when another follows: one of another subject above one that the scheme knows, or below its like. */
function endOfFirst(view: SheetView, from: number, best: HeaderBlock | null, scheme: Scheme): number | null {
  if (!best) return null;
  if (best.score.hits < FIELDS) return secondTable(view, from, view.rows, scheme);
  return hasTable(view, from, best.first, scheme) ? best.first : null;
}

/** A table most of whose rows are strange is read like others; that it names indicators is remembered. */
function readLineTable(sheet: OpenSheet, line: LineTable, above: Cover, to: number): BlockRead {
  const transposed = readTransposed(sheet, line, above, to);
  return transposed.read ?? readBlock(sheet, { header: line.header, above, to }, transposed.near);
}

function coverAbove({ view, context }: OpenSheet, from: number, first: number): Cover {
  return readCover(
    view,
    range(from, first),
    { titlesBefore: first, isNote: () => false, isSignOff: () => false },
    context.scheme,
  );
}

/** Rows that belong to no table: notes, sign-offs and titles by their words, else what the place suggests. */
function classifyAround(sheet: OpenSheet, rows: Iterable<number>, otherwise: RowClass): void {
  for (const index of rows) setClass(sheet.classes, index, classAround(sheet, index, otherwise));
}

function classAround({ view, markOf, context }: OpenSheet, index: number, otherwise: RowClass): RowClass {
  let first = -1;
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    if (view.grid.kinds[at] !== 0 || view.keyAt(at) !== '') {
      first = at;
      break;
    }
  }
  if (first < 0) return 'blank';
  if (labelledParts(textAt(view, first), context.scheme).length > 0) return otherwise === 'title' ? 'title' : 'signOff';
  const mark = markOf(first);
  return mark === 'note' || mark === 'signOff' ? mark : otherwise;
}

const NOTE = ROW_CLASSES.indexOf('note');
const TITLE = ROW_CLASSES.indexOf('title');
const SIGN_OFF = ROW_CLASSES.indexOf('signOff');
const AROUND = new Set<RowClass>(['title', 'note', 'signOff', 'other']);

/** The cover of a whole sheet: what stands above its first header and around its tables. */
function coverOf({ view, classes, context }: OpenSheet, blocks: readonly ReadBlock[]): Cover {
  const titles = blocks[0]?.header.first ?? Math.min(view.rows, COVER_ROWS);
  const rows: number[] = [];
  for (let index = 0; index < view.rows && rows.length < 2 * COVER_ROWS; index++) {
    if (AROUND.has(ROW_CLASSES[classes[index] ?? 0] ?? 'other')) rows.push(index);
  }
  const how = {
    titlesBefore: titles,
    isNote: (index: number) => classes[index] === NOTE,
    isSignOff: (index: number) => classes[index] === SIGN_OFF,
  };
  return readCover(view, rows, how, context.scheme);
}

/** Titles between the rows of a table of the scheme, or above a further one. */
function titlesBelow({ view, classes, context }: OpenSheet, blocks: readonly ReadBlock[]): readonly CoverText[] {
  const rows: number[] = [];
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    const last = Math.max(0, ...block.tables.map(({ dataRows }) => dataRows?.[1] ?? 0));
    for (let index = block.header.first + 1; index < (next?.header.first ?? view.rows); index++) {
      const owner = rowNumber(view, index) < last ? block : next;
      const isOver = owner !== undefined && owner.form !== 'unknown';
      if (isOver && classes[index] === TITLE && rows.length < COVER_ROWS) rows.push(index);
    }
  }
  const how = { titlesBefore: view.rows, isNote: () => false, isSignOff: () => false };
  // What says more than a title of a form does is a sentence, or names what the rows are about: 2023年度公益创投项目.
  const { scheme } = context;
  return readCover(view, rows, how, scheme).titles.filter(({ text }) => readName(text, scheme).wholly);
}

function* range(from: number, to: number): Generator<number> {
  for (let index = from; index < to; index++) yield index;
}
