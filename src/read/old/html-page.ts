import type { Merge } from '../../model/grid.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { MAX_ROW } from '../cell-reference.ts';
import { raisedDigits } from '../run-text.ts';
import { htmlControls } from './html-controls.ts';
import { hiddenBlocks, hiddenBy, hiddenParts } from './html-hidden.ts';
import { type HtmlTable, htmlTable } from './html-table.ts';
import type { HtmlAttributes, HtmlHandler } from './html-tokens.ts';
import { countOf } from './markup-words.ts';

/** What a page holds beside its cells, once it is told to its end. */
export interface HtmlPage extends HtmlHandler {
  /** To be called at the end of the page. */
  end(): PageSummary;
}

export interface PageSummary {
  readonly tables: number;
  /** A table is open though neither body nor page was closed: the page is cut short. */
  readonly cutShort: boolean;
  readonly hiddenRows: ReadonlySet<number>;
}

/** Where the cells of a page go. */
export interface PageSink {
  put(row: number, column: number, text: string): void;
  merge(range: Merge): void;
}

/** A table that is open; those within a cell are read as tables of their own. */
interface OpenTable {
  readonly table: HtmlTable;
  cell: { readonly row: number; readonly column: number } | null;
  /** Lines that stand between its cells. */
  readonly strays: string[];
}

/** Elements that begin and end a line. */
const LINES = new Set([
  ...['br', 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'pre', 'center', 'form', 'caption', 'blockquote'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'body', 'header', 'footer', 'section', 'article'],
]);
/** What is struck out is set apart from what stands in its place. */
const STRUCK = new Set(['s', 'del', 'strike']);
const SECTIONS = new Set(['tbody', 'thead', 'tfoot']);
const MAX_NESTING = 64;
const SPACE = /[\t\n\f\r \u{a0}]+/gu;

/** Of a line so much is looked at at a time, and no more is kept than twice that: what is beyond fits no cell. */
const PIECE = 65_536;

/** So much of a line may wait before its white space is taken out. */
const MOST_WAITING = 4 * PIECE;
/** So many lines outside of cells may wait before they become rows. */
const MANY_LINES = 1024;
/** Tags that open or close something: twice what the largest sheet of plain cells takes. */
const MAX_TAGS = 8_388_608;

/** A line with each run of white space as one space, and none around it. */
function singleSpaced(line: string): string {
  return spaced(line).trim();
}

function spaced(line: string): string {
  if (line.length <= PIECE) return line.replace(SPACE, ' ');
  let kept = '';
  for (let from = 0; from < line.length && kept.length <= PIECE; from += PIECE) {
    kept += line.slice(from, from + PIECE).replace(SPACE, ' ');
  }
  return kept.replace(SPACE, ' ');
}

/**
 * Makes one sheet of a page, as spreadsheet programs show it: its tables one below another with a blank row between,
 * a line of text outside of them as a row of one cell.
 */
export function htmlPage({ put, merge }: PageSink, hiddenClasses: ReadonlySet<string>): HtmlPage {
  const hiddenRows = new Set<number>();
  const open: OpenTable[] = [];
  const controls = htmlControls();
  const isHidden = hiddenBy(hiddenClasses);
  const hidden = hiddenParts(isHidden);
  const blocks = hiddenBlocks(isHidden);
  let row = 0;
  let tables = 0;
  let tags = 0;
  let afterTable = false;
  let isClosed = false;
  let lines: string[] = [];
  /** Characters of the lines that are kept for a cell. */
  let kept = 0;
  let line = '';
  let isRaised = false;

  function breakLine(): void {
    if (line === '') return;
    const text = singleSpaced(line);
    line = '';
    if (text === '') return;
    const inCell = open.at(-1)?.cell != null;
    // What is beyond fits no cell; one character more says that there was more.
    if (inCell && kept > PIECE) return;
    kept += text.length + 1;
    lines.push(text);
    if (!inCell && lines.length >= MANY_LINES) putLines();
  }

  /** Puts the text that came since the last cell, table or line. */
  function flush(): void {
    breakLine();
    if (lines.length > 0 || open.at(-1)?.cell != null) putLines();
  }

  function putLines(): void {
    const inside = open.at(-1);
    if (inside === undefined) {
      for (const one of lines) put(++row, 1, one);
      if (lines.length > 0) afterTable = false;
    } else if (inside.cell !== null) {
      put(inside.cell.row, inside.cell.column, lines.join('\n'));
    } else if (inside.table.isEmpty()) {
      for (const one of lines) put(inside.table.line(), 1, one);
    } else {
      for (const one of lines) if (inside.strays.push(one) > MAX_ROW) throw new PackageError('rows');
    }
    lines = [];
    kept = 0;
  }

  function start(): OpenTable {
    return { table: htmlTable(row, merge), cell: null, strays: [] };
  }

  /** Ends a table, or the part of it above a table within one of its cells. */
  function finish({ table, strays }: OpenTable): void {
    row = table.close();
    for (const one of strays) put(++row, 1, one);
  }

  function openTable(): void {
    flush();
    const outer = open.at(-1);
    if (outer !== undefined) finish(outer);
    else if (afterTable) row++;
    tables++;
    if (open.push(start()) > MAX_NESTING) throw new PackageError('nesting');
  }

  function closeTable(): void {
    flush();
    const closed = open.pop();
    if (closed === undefined) return;
    finish(closed);
    afterTable = true;
    // What follows in the outer table stands below the inner one.
    if (open.length > 0) open[open.length - 1] = start();
  }

  function closeCell(): void {
    flush();
    isRaised = false;
    const inside = open.at(-1);
    if (inside !== undefined) inside.cell = null;
  }

  function openRow(inside: OpenTable, attributes: HtmlAttributes): void {
    closeCell();
    const opened = inside.table.openRow();
    if (blocks.isInside() || isHidden(attributes)) hiddenRows.add(opened);
  }

  return {
    text(text) {
      if (hidden.isInside() || controls.takes(text)) return;
      line += isRaised ? raisedDigits(text) : text;
      if (line.length > MOST_WAITING) line = spaced(line);
    },
    open(name, attributes) {
      if (++tags > MAX_TAGS) throw new PackageError('tags');
      blocks.opens(name, attributes);
      if (hidden.opens(name, attributes)) return;
      line += controls.close(name) + controls.open(name, attributes);
      const inside = open.at(-1);
      if (name === 'table') openTable();
      else if (name === 'sup') isRaised = true;
      else if (STRUCK.has(name)) line += ' ';
      else if (SECTIONS.has(name)) inside?.table.openSection();
      else if (LINES.has(name)) breakLine();
      else if (inside === undefined) return;
      else if (name === 'tr') openRow(inside, attributes);
      else if (name === 'td' || name === 'th') {
        closeCell();
        if (isHidden(attributes) && inside.table.standsForCovered()) return hidden.hideCell();
        inside.cell = inside.table.place(
          countOf(attributes('rowspan'), Number.MAX_SAFE_INTEGER),
          countOf(attributes('colspan'), Number.MAX_SAFE_INTEGER),
        );
      }
    },
    close(name) {
      if (++tags > MAX_TAGS) throw new PackageError('tags');
      blocks.closes(name);
      if (hidden.closes(name)) return;
      line += controls.close(name);
      if (name === 'table') closeTable();
      else if (name === 'sup') isRaised = false;
      else if (STRUCK.has(name)) line += ' ';
      else if (name === 'td' || name === 'th' || name === 'tr') closeCell();
      else if (LINES.has(name)) breakLine();
      if (name === 'body' || name === 'html') isClosed = true;
    },
    end() {
      const cutShort = open.length > 0 && !isClosed;
      while (open.length > 0) closeTable();
      flush();
      return { tables, cutShort, hiddenRows };
    },
  };
}
