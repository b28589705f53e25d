import { locate } from './axis.ts';
import { LAST_COLUMN, LAST_ROW } from './cell-address.ts';
import type { OutputSheet } from './output-sheet.ts';
import { child, elements, local, textOf, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** The pictures and charts of a sheet: each moves with the cell of its upper left corner and keeps its size in cells. */
export function mapDrawing(root: XmlElement, sheet: OutputSheet): XmlElement {
  const children = root.children.map((one) => (typeof one === 'string' ? one : anchored(one, sheet)));
  return withChildren(root, children);
}

function anchored(anchor: XmlElement, { copy }: OutputSheet): XmlElement {
  const from = child(anchor, 'from');
  if (!from) return anchor;
  const by = {
    row: shiftOf(from, 'row', (line) => Math.min(LAST_ROW, locate(copy.rows, line).at)),
    col: shiftOf(from, 'col', (line) => Math.min(LAST_COLUMN, locate(copy.columns, line).at)),
  };
  const moved = (corner: XmlElement) =>
    withChildren(
      corner,
      corner.children.map((one) => {
        if (typeof one === 'string') return one;
        const axis = local(one);
        return axis === 'row' || axis === 'col'
          ? withChildren(one, [String(Math.max(0, Number(textOf(one)) + by[axis]))])
          : one;
      }),
    );
  const children = elements(anchor).map((one) => (['from', 'to'].includes(local(one)) ? moved(one) : one));
  return withChildren(anchor, children);
}

/** By how many lines a corner moves; drawings count from 0. */
function shiftOf(from: XmlElement, axis: 'row' | 'col', place: (line: number) => number): number {
  const line = Number(textOf(child(from, axis) ?? from)) + 1;
  return Number.isInteger(line) && line > 0 ? place(line) - line : 0;
}
