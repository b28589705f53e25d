import { parseArea, printArea } from './cell-address.ts';
import type { Frame } from './frame.ts';
import { hasMarks } from './markers.ts';
import { type CellPlace, type OutputSheet, placesOf } from './output-sheet.ts';
import { stringText } from './sheet-cells.ts';
import { child, descend, elements, local, textOf, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** The notes of a sheet: one for each copy of its cell, filled in with what the cell sees. */
export function mapNotes(
  root: XmlElement,
  sheet: OutputSheet,
  fill: (text: string, frame: Frame) => string,
): XmlElement {
  const children = root.children.map((one) => {
    if (typeof one === 'string' || local(one) !== 'commentList') return one;
    return withChildren(
      one,
      elements(one).flatMap((note) => copiesOfNote(note, sheet, fill)),
    );
  });
  return withChildren(root, children);
}

function copiesOfNote(
  note: XmlElement,
  sheet: OutputSheet,
  fill: (text: string, frame: Frame) => string,
): readonly XmlElement[] {
  const area = parseArea(note.attributes['ref'] ?? '');
  if (!area) return [];
  const written = descend(note, 'text').map(stringText).join('');
  return placesOf(sheet, area.top, area.left).map(({ row, column, frame }, at) => {
    const ref = printArea({ top: row, bottom: row, left: column, right: column });
    const placed = withAttributes(note, { ref, ...(at === 0 ? {} : { 'xr:uid': null }) });
    return hasMarks(written) ? withText(placed, fill(written, frame)) : placed;
  });
}

function withText(note: XmlElement, text: string): XmlElement {
  const prefix = note.name.slice(0, note.name.indexOf(':') + 1);
  const run = { name: `${prefix}t`, attributes: { 'xml:space': 'preserve' }, children: [text] };
  return withChildren(
    note,
    note.children.map((one) => (typeof one !== 'string' && local(one) === 'text' ? withChildren(one, [run]) : one)),
  );
}

/** The boxes of the notes, which are shapes of their own. */
export function mapNoteShapes(root: XmlElement, sheet: OutputSheet): XmlElement {
  let copied = 0;
  const children = root.children.flatMap((shape) => {
    const data = typeof shape === 'string' ? undefined : child(shape, 'ClientData');
    if (typeof shape === 'string' || data?.attributes['ObjectType'] !== 'Note') return [shape];
    const row = Number(textOf(child(data, 'Row') ?? data)) + 1;
    const column = Number(textOf(child(data, 'Column') ?? data)) + 1;
    if (!Number.isInteger(row) || !Number.isInteger(column)) return [shape];
    return placesOf(sheet, row, column).map((place, at) => {
      const moved = movedShape(shape, place, row, column);
      return at === 0 ? moved : withAttributes(moved, { id: `_x0000_n${++copied}`, 'o:spid': null });
    });
  });
  return withChildren(root, children);
}

function movedShape(shape: XmlElement, { row, column }: CellPlace, from: number, left: number): XmlElement {
  const changed = (element: XmlElement): XmlElement => {
    switch (local(element)) {
      case 'Row':
        return withChildren(element, [String(row - 1)]);
      case 'Column':
        return withChildren(element, [String(column - 1)]);
      case 'Anchor': {
        const numbers = textOf(element)
          .split(',')
          .map((text) => Number(text.trim()));
        const by = [column - left, 0, row - from, 0];
        return withChildren(element, [numbers.map((number, at) => number + (by[at % 4] ?? 0)).join(', ')]);
      }
      default:
        return withChildren(
          element,
          element.children.map((one) => (typeof one === 'string' ? one : changed(one))),
        );
    }
  };
  return withChildren(
    shape,
    shape.children.map((one) => (typeof one !== 'string' && local(one) === 'ClientData' ? changed(one) : one)),
  );
}
