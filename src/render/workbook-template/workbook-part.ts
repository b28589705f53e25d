import type { Book } from './book.ts';
import { formulaOf } from './formula.ts';
import { mapReference, type SheetCopies, sheetKey, sheetScope } from './map-reference.ts';
import type { OutputSheet } from './output-sheet.ts';
import { child, descend, elements, local, prefixed, textOf, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** A sheet of the output as the workbook lists it. */
export interface ListedSheet {
  readonly sheet: OutputSheet;
  /** Id of the relationship to its part. */
  readonly relation: string;
}

/** Children of the workbook in the order of its schema, as far as one may have to be put in. */
const BEFORE_CALCULATION = new Set([
  ...['fileVersion', 'fileSharing', 'workbookPr', 'AlternateContent', 'revisionPtr', 'absPath', 'workbookProtection'],
  ...['bookViews', 'sheets', 'functionGroups', 'externalReferences', 'definedNames'],
]);

/** The workbook part: its sheets, its names, and that formulas are worked out when it is opened. */
export function mapWorkbook(
  { root, sheets: templates }: Book,
  sheets: readonly ListedSheet[],
  copies: SheetCopies,
): XmlElement {
  const order = sheetOrder(root, sheets, new Set(templates.map(({ element }) => element)));
  const mapped = elements(root).map((one) => {
    switch (local(one)) {
      case 'sheets':
        return withChildren(one, listed(order));
      case 'definedNames':
        return withChildren(one, names(one, root, order, copies));
      case 'bookViews':
        return withChildren(
          one,
          elements(one).map((view) => withAttributes(view, { activeTab: null, firstSheet: null })),
        );
      default:
        return one;
    }
  });
  const children = mapped.filter((one) => local(one) !== 'definedNames' || one.children.length > 0);
  const calculation = child(root, 'calcPr');
  if (calculation) {
    return withChildren(
      root,
      children.map((one) => (local(one) === 'calcPr' ? withAttributes(one, { fullCalcOnLoad: '1' }) : one)),
    );
  }
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1);
  const added = { name: `${prefix}calcPr`, attributes: { fullCalcOnLoad: '1' }, children: [] };
  const at = children.findLastIndex((one) => BEFORE_CALCULATION.has(local(one))) + 1;
  return withChildren(root, children.toSpliced(at, 0, added));
}

/** A sheet of another kind (a chart by itself) is listed as it is. */
type Listed = ListedSheet | XmlElement;

function sheetOrder(
  root: XmlElement,
  sheets: readonly ListedSheet[],
  templated: ReadonlySet<XmlElement>,
): readonly Listed[] {
  return descend(root, 'sheets', 'sheet').flatMap((element): readonly Listed[] => {
    if (!templated.has(element)) return [element];
    return sheets.filter(({ sheet }) => sheet.source.element === element);
  });
}

function listed(order: readonly Listed[]): readonly XmlElement[] {
  const used = new Set<number>();
  return order.map((one) => {
    if (!('sheet' in one)) return one;
    const { element } = one.sheet.source;
    let id = Number(element.attributes['sheetId'] ?? 1);
    if (used.has(id))
      for (
        id = 1;
        used.has(id) ||
        order.some((other) => 'sheet' in other && other.sheet.source.element.attributes['sheetId'] === String(id));
        id++
      );
    used.add(id);
    const key = prefixed(element, 'id')?.key ?? 'r:id';
    return withAttributes(element, { name: one.sheet.copy.name, sheetId: String(id), [key]: one.relation });
  });
}

/** Names: those of a sheet for each of its copies. */
function names(
  element: XmlElement,
  root: XmlElement,
  order: readonly Listed[],
  copies: SheetCopies,
): readonly XmlElement[] {
  const written = descend(root, 'sheets', 'sheet');
  return elements(element).flatMap((name): readonly XmlElement[] => {
    const { localSheetId } = name.attributes;
    if (localSheetId === undefined) return [withChildren(name, [nameText(textOf(name), null, copies, true)])];
    const owner = written[Number(localSheetId)];
    const isOwn = /^_xlnm\./.test(name.attributes['name'] ?? '');
    return order.flatMap((one, at) => {
      if (!('sheet' in one) || one.sheet.source.element !== owner) return [];
      const text = nameText(textOf(name), one.sheet, copies, !isOwn);
      // A print area or filter that is gone is none.
      if (isOwn && text.includes('#REF!')) return [];
      return [withChildren(withAttributes(name, { localSheetId: String(at) }), [text])];
    });
  });
}

function nameText(text: string, sheet: OutputSheet | null, copies: SheetCopies, spread: boolean): string {
  const scope = sheet && sheetScope(sheet.copy);
  const { tokens, spread: adding } = formulaOf(text);
  // A name that is nothing but a cell means all its copies.
  const isCell = spread && tokens.length === 1;
  return tokens
    .map((token, place) =>
      token.kind === 'reference' ? mapReference(token, scope, copies, isCell || adding.has(place)).text : token.text,
    )
    .join('');
}

/** The name of a table or range for another copy of its sheet. */
export function copyName(name: string, ordinal: number, taken: Set<string>): string {
  let free = ordinal === 0 ? name : `${name}_${ordinal + 1}`;
  for (let number = 2; taken.has(sheetKey(free)); number++) free = `${name}_${ordinal + 1}_${number}`;
  taken.add(sheetKey(free));
  return free;
}
