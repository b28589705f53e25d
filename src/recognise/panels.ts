import type { Grid } from '../model/grid.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { isChoiceList } from './choices.ts';
import { type Columns, columnBlocks, withColumns } from './column-blocks.ts';
import { joined } from './columns.ts';
import { isForeignPanel } from './foreign-panel.ts';
import { decideForm } from './form.ts';
import { findHeader } from './header-block.ts';
import { type HeaderText, headerTexts } from './header-text.ts';
import { type SheetView, sheetView } from './sheet-view.ts';
import { evidenceOf } from './table-block.ts';

/** The columns of a sheet, parted where tables stand side by side. */
export interface Panels {
  /** From left to right; one where tables stand below one another only. */
  readonly panels: readonly Columns[];
  /** Runs of columns with choices for drop-downs, which belong to no table. */
  readonly lists: readonly Columns[];
}

/** Headers of tables side by side stand in the first rows. */
const ROWS = 120;

/**
 * Parts a sheet into tables that stand side by side. An empty column alone parts nothing: it may part the columns of
 * one table. To its right a table begins where the columns make a form by themselves and tell again what those to the
 * left told (the region, the activity), and where one side is a return and the other a table of another subject.
 */
export function panelsOf(view: SheetView, scheme: Scheme): Panels {
  const { grid } = view;
  const blocks = columnBlocks(grid);
  const lists: Columns[] = [];
  while (blocks.length - lists.length > 1) {
    const last = blocks[blocks.length - 1 - lists.length];
    if (!last || !isChoiceList(view, last, scheme)) break;
    lists.unshift(last);
  }
  const own = blocks.slice(0, blocks.length - lists.length);
  const panels = parted(grid, atMost(own), scheme);
  const isWhole = panels.length === 1 && lists.length === 0;
  const headersOf = (panel: Columns) => (isWhole ? headersAbove(view, scheme) : headersIn(grid, panel, scheme));
  return { panels: panels.flatMap((panel) => repeated(panel, headersOf(panel), scheme)), lists };
}

/** Runs of columns of which each may begin another table; those behind them are left to the last. */
const MOST_BLOCKS = 32;

function atMost(blocks: readonly Columns[]): readonly Columns[] {
  const last = blocks[MOST_BLOCKS - 1];
  if (!last) return blocks;
  return [...blocks.slice(0, MOST_BLOCKS - 1), [last[0], blocks.at(-1)?.[1] ?? last[1]]];
}

function parted(grid: Grid, blocks: readonly Columns[], scheme: Scheme): readonly Columns[] {
  const panels: [number, number][] = [];
  const end = blocks.at(-1)?.[1] ?? 0;
  let left: ReadonlySet<string> | null = null;
  for (const [first, last] of blocks) {
    const panel = panels.at(-1);
    if (!panel) {
      panels.push([first, last]);
      continue;
    }
    const before: Columns = [panel[0], panel[1]];
    const right = fieldsOf(headersIn(grid, [first, end], scheme), scheme);
    left ??= fieldsOf(headersIn(grid, before, scheme), scheme);
    const again = right && left && [...right].some((field) => left?.has(field));
    if (again || isForeign(grid, before, [first, last], left, right, scheme)) panels.push([first, last]);
    else panel[1] = last;
    left = null;
  }
  return panels;
}

/** Whether one of two runs of columns is a return and the other a table of another subject. */
function isForeign(
  grid: Grid,
  left: Columns,
  right: Columns,
  leftFields: ReadonlySet<string> | null,
  rightFields: ReadonlySet<string> | null,
  scheme: Scheme,
): boolean {
  if ((leftFields === null) === (rightFields === null)) return false;
  const [foreign, own] = leftFields === null ? [left, right] : [right, left];
  return isForeignPanel(grid, foreign, headersIn(grid, foreign, scheme), own, scheme);
}

/** A header that tells the same columns over and over heads as many tables. */
function repeated(panel: Columns, headers: readonly HeaderText[], scheme: Scheme): readonly Columns[] {
  const texts = headers.map(({ levels }) => joined(levels));
  const width = texts.indexOf(texts[0] ?? '', 1);
  if (width < 2 || texts.length % width > 0) return [panel];
  if (texts.some((text, at) => text !== texts[at % width])) return [panel];
  if (!fieldsOf(headers.slice(0, width), scheme)) return [panel];
  const starts = headers.flatMap(({ column }, at) => (at % width === 0 ? [column] : []));
  return starts.map((start, at): Columns => [at === 0 ? panel[0] : start, (starts[at + 1] ?? panel[1] + 1) - 1]);
}

function headersIn(grid: Grid, columns: Columns, scheme: Scheme): readonly HeaderText[] {
  return headersAbove(sheetView(withColumns(grid, columns, ROWS)), scheme);
}

/** The headers of the first table in the first rows. */
function headersAbove(sheet: SheetView, scheme: Scheme): readonly HeaderText[] {
  const view: SheetView = { ...sheet, rows: Math.min(sheet.rows, ROWS) };
  const header = findHeader(view, 0, view.rows, scheme);
  return header ? headerTexts(view, header) : [];
}

/** The fields of a header that tell one row from another, or what it is about; null when it makes no form. */
function fieldsOf(headers: readonly HeaderText[], scheme: Scheme): ReadonlySet<string> | null {
  const evidence = evidenceOf(headers, scheme);
  const { form } = decideForm(evidence, null, scheme);
  if (form === 'unknown') return null;
  const aside = new Set(
    scheme.columns.flatMap(({ id, type, required, forms }) =>
      type !== 'region' && !required && forms.includes('summary') ? [id] : [],
    ),
  );
  return new Set([...evidence[form]].filter((id) => !aside.has(id)));
}
