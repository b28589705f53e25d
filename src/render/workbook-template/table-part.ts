import { parseArea, printArea } from './cell-address.ts';
import { mapFilter } from './filter-part.ts';
import { formulaOf } from './formula.ts';
import { mapFormula, type SheetCopies, sheetScope } from './map-reference.ts';
import { areaOf } from './output-area.ts';
import type { OutputSheet } from './output-sheet.ts';
import { child, elements, local, textOf, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** What a table is mapped with. */
export interface TableMapping {
  readonly sheet: OutputSheet;
  readonly copies: SheetCopies;
  /** The text that a cell of the output shows; null for none. */
  readonly textAt: (row: number, column: number) => string | null;
  /** A number that no other table of the workbook has. */
  readonly id: number;
  /** The name for this copy. */
  readonly rename: (name: string) => string;
}

/** A table for one copy of its sheet: it takes in all copies of its rows and columns, and its columns have the names in its head. */
export function mapTable(root: XmlElement, mapping: TableMapping): XmlElement {
  const { sheet, id, rename } = mapping;
  const area = parseArea(root.attributes['ref'] ?? '');
  const made = area && areaOf(area, sheet);
  if (!made) return root;
  const hasHead = root.attributes['headerRowCount'] !== '0';
  const { name, displayName } = root.attributes;
  const children = elements(root).map((one): XmlElement => {
    switch (local(one)) {
      case 'autoFilter':
      case 'sortState':
        return mapFilter(one, sheet) ?? one;
      case 'tableColumns':
        return columns(one, made.left, made.right, area.left, hasHead ? made.top : null, mapping);
      default:
        return one;
    }
  });
  return withAttributes(withChildren(root, children), {
    id: String(id),
    ref: printArea(made),
    ...(name === undefined ? {} : { name: rename(name) }),
    ...(displayName === undefined ? {} : { displayName: rename(displayName) }),
  });
}

/** A column of the template for each column of the output. */
function columns(
  element: XmlElement,
  left: number,
  right: number,
  from: number,
  head: number | null,
  mapping: TableMapping,
): XmlElement {
  const written = elements(element);
  const origins = originsOf(mapping.sheet, from, written.length);
  const taken = new Set<string>();
  const made: XmlElement[] = [];
  for (let column = left; column <= right; column++) {
    const source = written[(origins.get(column) ?? from) - from] ?? written[0];
    if (!source) break;
    const said = head === null ? null : mapping.textAt(head, column);
    const name = uniqueName(said ?? source.attributes['name'] ?? '', taken);
    const own = withAttributes(source, { id: String(made.length + 1), name, uid: null, 'xr3:uid': null });
    made.push(withFormulas(own, mapping));
  }
  return withAttributes(withChildren(element, made), { count: String(made.length) });
}

/** The columns of the template by those of the output. */
export function originsOf({ copy }: OutputSheet, from: number, count: number): ReadonlyMap<number, number> {
  const origins = new Map<number, number>();
  const { bands } = copy.columns.band;
  let shift = 0;
  for (let column = from; column < from + count; column++) {
    const band = bands.find(({ first, last }) => first <= column && column <= last);
    if (!band) continue;
    for (const one of copy.columns.copies.get(band) ?? []) origins.set(one.start + column - band.first, column);
  }
  let at = 0;
  for (let column = 1; column < from + count; column++) {
    const band = bands.find(({ first, last }) => first <= column && column <= last);
    if (!band) {
      origins.set(column + shift, column);
      continue;
    }
    if (column === band.last) {
      at = (copy.columns.copies.get(band) ?? []).length;
      shift += (at - 1) * (band.last - band.first + 1);
    }
  }
  return origins;
}

function withFormulas(column: XmlElement, { sheet, copies }: TableMapping): XmlElement {
  const children = elements(column).map((one) => {
    const isFormula = ['calculatedColumnFormula', 'totalsRowFormula'].includes(local(one));
    return isFormula
      ? withChildren(one, [mapFormula(formulaOf(textOf(one)), sheetScope(sheet.copy), copies).text])
      : one;
  });
  return withChildren(column, children);
}

/** Excel takes no longer names of columns. */
const LONGEST_NAME = 255;

/** Names of a table's columns are all different, and not too long. */
export function uniqueName(name: string, taken: Set<string>): string {
  const cut = (length: number) => name.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
  let free = cut(LONGEST_NAME);
  for (let number = 2; taken.has(free.toLowerCase()); number++) {
    free = cut(LONGEST_NAME - String(number).length) + number;
  }
  taken.add(free.toLowerCase());
  return free;
}

/** Whether a part is a table at all. */
export function isTable(root: XmlElement): boolean {
  return local(root) === 'table' && child(root, 'tableColumns') !== undefined;
}
