import type { BookStyles } from './book-styles.ts';
import { parseArea } from './cell-address.ts';
import { lineWidth } from './cell-text.ts';
import type { OutputCell } from './output-cells.ts';
import { child, descend } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** The height that the wrapped texts of a row need. */
export interface RowHeight {
  /** In points. */
  readonly height: number;
  /** Programs do not find out by themselves what merged cells need. */
  readonly isMerged: boolean;
}

/** Excel's rows are at most this high. */
const HIGHEST = 409;
const PLAIN_WIDTH = 8.43;
const PLAIN_SIZE = 11;
/** Points of a line by points of its letters. */
const LINE = 1.42;
const MARGIN = 3;
/** Columns that a cell does not use for its text. */
const PADDING = 1.6;
/** Longer texts are cut off in sight anyway. */
const MOST_MEASURED = 8000;

/** Measures rows of one sheet by the columns and merged cells of the output. */
export function rowHeights(
  children: readonly XmlElement[],
  styles: BookStyles,
): (row: number, cells: readonly OutputCell[]) => RowHeight | null {
  const sheet = { name: '', attributes: {}, children };
  const widthOf = columnWidths(sheet);
  const merges = new Map(
    descend(sheet, 'mergeCells', 'mergeCell').flatMap(({ attributes }) => {
      const area = parseArea(attributes['ref'] ?? '');
      return area ? [[`${area.top}:${area.left}`, area] as const] : [];
    }),
  );

  /** What the latest text of a column needs: most of thousands of rows say what the row above says. */
  const latest = new Map<number, { readonly text: string; readonly size: number; readonly needed: number }>();

  return (row, cells) => {
    // What nothing was filled into is as high as its designer saw it.
    if (!cells.some(({ content }) => content.kind === 'filled' && typeof content.value === 'string')) return null;
    let height = 0;
    let isMerged = false;
    for (const { column, style, content } of cells) {
      const text = content.kind === 'filled' || content.kind === 'fixed' ? content.value : null;
      const { wraps, size } = styles.lookOf(style);
      if (typeof text !== 'string' || !wraps) continue;
      const merge = merges.get(`${row}:${column}`);
      if (merge && merge.top !== merge.bottom) continue;
      const known = merge === undefined ? latest.get(column) : undefined;
      const isKnown = known?.text === text && known.size === size;
      const needed = isKnown ? known.needed : neededFor(text, column, merge?.right ?? column, size);
      if (merge === undefined && !isKnown) latest.set(column, { text, size, needed });
      if (needed <= height) continue;
      height = needed;
      isMerged = merge !== undefined;
    }
    return height === 0 ? null : { height: Math.min(HIGHEST, Math.round(height * 4) / 4), isMerged };
  };

  function neededFor(text: string, column: number, right: number, size: number): number {
    let width = 0;
    for (let at = column; at <= right; at++) width += widthOf(at);
    return lines(text, ((width - PADDING) * PLAIN_SIZE) / size) * size * LINE + MARGIN;
  }
}

function lines(text: string, room: number): number {
  const width = Math.max(2, room);
  const each = text.slice(0, MOST_MEASURED).split('\n');
  return each.reduce((sum, line) => sum + Math.max(1, Math.ceil(lineWidth(line) / width)), 0);
}

function columnWidths(sheet: XmlElement): (column: number) => number {
  const spans = descend(sheet, 'cols', 'col').map(({ attributes }) => ({
    from: Number(attributes['min']),
    to: Number(attributes['max']),
    width: attributes['hidden'] === '1' ? 0 : Number(attributes['width'] ?? PLAIN_WIDTH),
  }));
  const format = child(sheet, 'sheetFormatPr')?.attributes ?? {};
  const plain = Number(format['defaultColWidth'] ?? PLAIN_WIDTH);
  const known = new Map<number, number>();
  return (column) => {
    const width = known.get(column) ?? spans.find(({ from, to }) => from <= column && column <= to)?.width ?? plain;
    known.set(column, width);
    return width;
  };
}
