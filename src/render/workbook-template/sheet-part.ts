import { type Copy, locate, spanIn, spansOf } from './axis.ts';
import { LAST_COLUMN, LAST_ROW, parseArea, printArea } from './cell-address.ts';
import { mapFilter } from './filter-part.ts';
import { formulaOf } from './formula.ts';
import type { Frame } from './frame.ts';
import { mapFormula, type Scope, type SheetCopies, sheetScope } from './map-reference.ts';
import { hasMarks } from './markers.ts';
import { type OutputSheet, placesOf } from './output-sheet.ts';
import { isFormula, mapRanged } from './ranged-part.ts';
import { child, elements, local, prefixed, textOf, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement, XmlNode } from './xml-tree.ts';

/** What the parts of a sheet besides its rows are mapped with. */
export interface SheetMapping {
  readonly sheet: OutputSheet;
  readonly copies: SheetCopies;
  /** A text with its expressions filled in. */
  readonly fill: (text: string, frame: Frame) => string;
  /** Such a text of a page's head or foot, where `&` begins a code. */
  readonly fillHead: (text: string, frame: Frame) => string;
  /** The id of a relationship with what the link points at filled in; null when it has none. */
  readonly linkId: (id: string, frame: Frame) => string;
  /** The first sheet of the output is the one that is open. */
  readonly isFirst: boolean;
}

/** Elements that may not be there without anything in them. */
const NEVER_EMPTY = new Set([
  ...['mergeCells', 'hyperlinks', 'dataValidations', 'conditionalFormatting', 'conditionalFormattings', 'rowBreaks'],
  ...['colBreaks', 'sparklines', 'sparklineGroup', 'sparklineGroups', 'ext', 'extLst', 'ignoredErrors'],
  ...['protectedRanges', 'cellWatches', 'cols', 'tableParts', 'dataValidation'],
]);

/** Elements that stand for a range, given by an attribute or an inner `sqref`. */
const RANGED = new Set(['conditionalFormatting', 'dataValidation', 'protectedRange', 'ignoredError', 'cellWatch']);

/** An element of a sheet for one copy of it: all references follow the rows and columns. None when nothing of it is left. */
export function mapSheetElement(element: XmlElement, mapping: SheetMapping): readonly XmlElement[] {
  const { sheet } = mapping;
  const name = local(element);
  switch (name) {
    case 'sheetData':
      return [element];
    case 'oleObjects':
    case 'controls':
    case 'customProperties':
    case 'slicerList':
      // What they point at belongs to one sheet.
      return sheet.ordinal === 0 ? [element] : [];
    case 'dimension':
      return [withAttributes(element, { ref: dimension(sheet) })];
    case 'sheetPr':
      return [sheet.ordinal === 0 ? element : withAttributes(element, { codeName: null })];
    case 'sheetView':
      return inside(sheetView(element, mapping), mapping);
    case 'pane':
      return [pane(element, sheet)];
    case 'selection':
      return [selection(element, sheet)];
    case 'col':
      return columnsOf(element, sheet);
    case 'mergeCell':
      return merges(element, sheet);
    case 'hyperlink':
      return links(element, mapping);
    case 'rowBreaks':
      return breaks(element, sheet.copy.rows);
    case 'colBreaks':
      return breaks(element, sheet.copy.columns);
    case 'sparkline':
      return sparklines(element, mapping);
    case 'autoFilter':
    case 'sortState': {
      const made = mapFilter(element, sheet);
      return made ? [made] : [];
    }
    case 'oddHeader':
    case 'oddFooter':
    case 'evenHeader':
    case 'evenFooter':
    case 'firstHeader':
    case 'firstFooter':
      return [withChildren(element, [cut(mapping.fillHead(textOf(element), sheet.frame))])];
    default:
      return RANGED.has(name) ? mapRanged(element, mapping) : inside(element, mapping);
  }
}

function inside(element: XmlElement, mapping: SheetMapping): readonly XmlElement[] {
  if (isFormula(element)) return [withFormula(element, sheetScope(mapping.sheet.copy), mapping)];
  const had = elements(element).length;
  const children = element.children.flatMap((one): readonly XmlNode[] =>
    typeof one === 'string' ? [one] : mapSheetElement(one, mapping),
  );
  const left = children.filter((one) => typeof one !== 'string').length;
  if (had > 0 && left === 0 && NEVER_EMPTY.has(local(element))) return [];
  const made = withChildren(element, children);
  return [left === had ? made : withCounts(made, left)];
}

function withCounts(element: XmlElement, left: number): XmlElement {
  const count = String(left);
  const { count: counted, manualBreakCount: manual } = element.attributes;
  return withAttributes(element, {
    ...(counted === undefined ? {} : { count }),
    ...(manual === undefined ? {} : { manualBreakCount: count }),
  });
}

function withFormula(element: XmlElement, scope: Scope, { copies }: SheetMapping): XmlElement {
  const text = textOf(element);
  return withChildren(element, text === '' ? [] : [mapFormula(formulaOf(text), scope, copies).text]);
}

function dimension({ rows }: OutputSheet): string {
  const filled = [...rows].filter(([, { columns }]) => columns.length > 0);
  const [top] = filled[0] ?? [];
  const [bottom] = filled.at(-1) ?? [];
  if (top === undefined || bottom === undefined) return 'A1';
  const lefts = filled.map(([, { columns }]) => columns[0] ?? 1);
  const rights = filled.map(([, { columns }]) => columns.at(-1) ?? 1);
  const least = (a: number, b: number) => Math.min(a, b);
  const most = (a: number, b: number) => Math.max(a, b);
  return printArea({ top, bottom, left: lefts.reduce(least), right: rights.reduce(most) });
}

function sheetView(element: XmlElement, { sheet, isFirst }: SheetMapping): XmlElement {
  const { topLeftCell } = element.attributes;
  return withAttributes(element, {
    tabSelected: isFirst ? '1' : null,
    ...(topLeftCell === undefined ? {} : { topLeftCell: cellOf(topLeftCell, sheet) }),
  });
}

/** Frozen rows and columns are counted from the edge of the sheet. */
function pane(element: XmlElement, sheet: OutputSheet): XmlElement {
  const { xSplit, ySplit, topLeftCell, state = '' } = element.attributes;
  if (!state.startsWith('frozen')) return element;
  const { rows, columns } = sheet.copy;
  const grown = (split: string | undefined, copy: Copy) => {
    const count = Number(split ?? 0);
    return count < 1 ? split : String(locate(copy, count + 1).at - 1);
  };
  const [x, y] = [grown(xSplit, columns), grown(ySplit, rows)];
  return withAttributes(element, {
    ...(x === undefined ? {} : { xSplit: x }),
    ...(y === undefined ? {} : { ySplit: y }),
    ...(topLeftCell === undefined ? {} : { topLeftCell: cellOf(topLeftCell, sheet) }),
  });
}

function selection(element: XmlElement, sheet: OutputSheet): XmlElement {
  const { activeCell = 'A1' } = element.attributes;
  const cell = cellOf(activeCell, sheet);
  return withAttributes(element, { activeCell: cell, activeCellId: null, sqref: cell });
}

function cellOf(address: string, { copy }: OutputSheet): string {
  const area = parseArea(address);
  if (!area) return 'A1';
  const row = Math.min(LAST_ROW, locate(copy.rows, area.top).at);
  const column = Math.min(LAST_COLUMN, locate(copy.columns, area.left).at);
  return printArea({ top: row, bottom: row, left: column, right: column });
}

/** Widths and looks of columns: those of repeated columns are repeated. */
function columnsOf(element: XmlElement, { copy }: OutputSheet): readonly XmlElement[] {
  const min = Number(element.attributes['min']);
  const max = Math.min(LAST_COLUMN, Number(element.attributes['max']));
  const made: [number, number][] = [];
  const add = (from: number, to: number) => {
    const last = made.at(-1);
    if (last && last[1] + 1 === from) last[1] = to;
    else if (from <= to) made.push([from, to]);
  };
  let at = min;
  for (const band of copy.columns.band.bands) {
    if (band.last < min || band.first > max) continue;
    if (at < band.first) add(locate(copy.columns, at).at, locate(copy.columns, band.first - 1).at);
    for (const one of copy.columns.copies.get(band) ?? []) {
      const from = Math.max(min, band.first) - band.first;
      const to = Math.min(max, band.last) - band.first;
      add(one.start + from, one.start + to);
    }
    at = band.last + 1;
  }
  if (at <= max) add(locate(copy.columns, at).at, locate(copy.columns, max).at);
  return made
    .filter(([from]) => from <= LAST_COLUMN)
    .map(([from, to]) => withAttributes(element, { min: String(from), max: String(Math.min(to, LAST_COLUMN)) }))
    .toSorted((a, b) => Number(a.attributes['min']) - Number(b.attributes['min']));
}

function merges(element: XmlElement, sheet: OutputSheet): readonly XmlElement[] {
  const area = parseArea(element.attributes['ref'] ?? '');
  if (!area) return [];
  const { rows, columns } = sheet.copy;
  const down = spansOf(rows, area.top, area.bottom, false);
  // Above repeated columns that the row itself does not repeat, merged cells widen.
  const repeats = [...sheet.across].some(
    ([laid, bands]) =>
      laid.source.number === area.top &&
      [...bands.keys()].some(({ first, last }) => first <= area.left && area.right <= last),
  );
  const whole = spanIn(columns, area.left, area.right);
  const along = repeats ? spansOf(columns, area.left, area.right, false) : whole ? [whole] : [];
  return down.flatMap(([top, bottom]) =>
    along.flatMap(([left, right]) => {
      const isOne = top === bottom && left === right;
      return isOne ? [] : [withAttributes(element, { ref: printArea({ top, bottom, left, right }) })];
    }),
  );
}

function links(element: XmlElement, { sheet, copies, fill, linkId }: SheetMapping): readonly XmlElement[] {
  const area = parseArea(element.attributes['ref'] ?? '');
  if (!area) return [];
  const { location, tooltip, display } = element.attributes;
  const id = prefixed(element, 'id');
  const tall = area.bottom - area.top;
  const wide = area.right - area.left;
  return placesOf(sheet, area.top, area.left).map(({ row, column, frame, scope }) => {
    const filled = (text: string | undefined, name: string) =>
      text === undefined ? {} : { [name]: cut(fill(text, frame)) };
    const target = location === undefined ? undefined : locationOf(location, fill, frame, scope, copies);
    return withAttributes(element, {
      ref: printArea({ top: row, bottom: row + tall, left: column, right: column + wide }),
      ...(target === undefined ? {} : { location: target }),
      ...filled(tooltip, 'tooltip'),
      // What the cell said when the link was made.
      ...(display !== undefined && hasMarks(display) ? { display: null } : {}),
      ...(id ? { [id.key]: linkId(id.value, frame) } : {}),
    });
  });
}

/** Heads and feet of pages and hints of links may not be longer. */
function cut(text: string): string {
  return text.slice(0, 255).replace(/[\uD800-\uDBFF]$/, '');
}

/** What is filled in is a place of the output already; what is not, one of the template. */
function locationOf(
  location: string,
  fill: SheetMapping['fill'],
  frame: Frame,
  scope: Scope,
  copies: SheetCopies,
): string {
  const filled = fill(location, frame);
  return filled === location ? mapFormula(formulaOf(location), scope, copies).text : filled;
}

/** Manual page breaks: each copy of a row or column has its own. */
function breaks(element: XmlElement, copy: Copy): readonly XmlElement[] {
  const made = elements(element).flatMap((one) => {
    const id = Number(one.attributes['id']);
    return spansOf(copy, id, id, false).map(([at]) => withAttributes(one, { id: String(at) }));
  });
  if (made.length === 0) return [];
  const kept = made.slice(0, MOST_BREAKS);
  return [withCounts(withChildren(element, kept), kept.length)];
}

/** Excel takes no more breaks of its user's on a sheet. */
const MOST_BREAKS = 1023;

/** Small charts in cells: one for each copy of the cell, showing its own row. */
function sparklines(element: XmlElement, mapping: SheetMapping): readonly XmlElement[] {
  const place = child(element, 'sqref');
  const area = place ? parseArea(textOf(place)) : null;
  if (!area) return [];
  return placesOf(mapping.sheet, area.top, area.left).map(({ row, column, scope }) => {
    const own = printArea({ top: row, bottom: row, left: column, right: column });
    const children = elements(element).map((one) =>
      local(one) === 'sqref' ? withChildren(one, [own]) : withFormula(one, scope, mapping),
    );
    return withChildren(element, children);
  });
}
