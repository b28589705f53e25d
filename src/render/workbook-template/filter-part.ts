import { spansOf } from './axis.ts';
import { type Area, parseArea, printArea } from './cell-address.ts';
import { areaOf } from './output-area.ts';
import type { OutputSheet } from './output-sheet.ts';
import { elements, local, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** A filter or order of rows with all ranges and columns that it names; null when nothing of it is left. */
export function mapFilter(element: XmlElement, sheet: OutputSheet): XmlElement | null {
  const area = parseArea(element.attributes['ref'] ?? '');
  const made = area && areaOf(area, sheet);
  if (!made) return null;
  const children = elements(element).flatMap((one) => {
    if (local(one) === 'filterColumn') return filterColumns(one, area, made, sheet);
    return one.attributes['ref'] === undefined ? [one] : (mapFilter(one, sheet) ?? []);
  });
  return withAttributes(withChildren(element, children), { ref: printArea(made) });
}

/** What a column is filtered by, for each column that it came to be: they are counted from the left of the range. */
function filterColumns(element: XmlElement, area: Area, made: Area, sheet: OutputSheet): readonly XmlElement[] {
  const column = area.left + Number(element.attributes['colId'] ?? 0);
  return spansOf(sheet.copy.columns, column, column, false).map(([at]) =>
    withAttributes(element, { colId: String(at - made.left) }),
  );
}
