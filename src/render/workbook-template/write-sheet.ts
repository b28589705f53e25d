import { PackageError } from '../../ooxml/package-error.ts';
import { relationshipsPart } from '../../ooxml/part-name.ts';
import type { PutPart } from '../../ooxml/zip-parts.ts';
import { type Book, type BookRelationship, relationships, tree } from './book.ts';
import type { BookStyles } from './book-styles.ts';
import { mapChart } from './chart-part.ts';
import { mapDrawing } from './drawing-part.ts';
import { isError } from './formula-value.ts';
import type { Frame } from './frame.ts';
import type { SheetCopies } from './map-reference.ts';
import { hasMarks } from './markers.ts';
import { mapNoteShapes, mapNotes } from './notes-part.ts';
import type { OutputSheet } from './output-sheet.ts';
import { type PartNames, targetFrom } from './part-names.ts';
import { rowHeights } from './row-height.ts';
import type { SharedTexts } from './shared-texts.ts';
import { sheetDataXml } from './sheet-data.ts';
import { mapSheetElement } from './sheet-part.ts';
import { isChart, readTarget } from './sheet-texts.ts';
import { isTable, mapTable } from './table-part.ts';
import type { Values } from './work-out.ts';
import { copyName } from './workbook-part.ts';
import { local, withAttributes, withChildren } from './xml-query.ts';
import { openTag, printElement, printXml, XML_HEAD, type XmlElement } from './xml-tree.ts';

/** What all sheets of a workbook are written with. */
export interface BookWriting {
  readonly book: Book;
  readonly copies: SheetCopies;
  readonly values: Values;
  readonly names: PartNames;
  readonly put: PutPart;
  /** Texts outside of cells of the sheet, filled in and safe. */
  readonly fillOf: (sheet: OutputSheet) => (text: string, frame: Frame) => string;
  readonly fillHeadOf: BookWriting['fillOf'];
  readonly safe: (text: string) => string;
  readonly styles: BookStyles;
  readonly texts: SharedTexts | null;
  readonly tableNames: Set<string>;
  readonly tableIds: { last: number };
  readonly isFirst: (sheet: OutputSheet) => boolean;
}

/** What copies of a sheet have of their own or may share; a pivot table or control belongs to one sheet. */
const SHARED = new Set(['drawing', 'comments', 'vmlDrawing', 'table', 'hyperlink', 'image', 'printerSettings']);

/** Writes a sheet with all parts that are its own; returns the name of its part. */
export function writeSheet(sheet: OutputSheet, writing: BookWriting): string {
  const { book, copies, put, names } = writing;
  const { source, ordinal } = sheet;
  const part = ordinal === 0 ? source.part : names.fresh(source.part);
  const fill = writing.fillOf(sheet);
  const links = new Map<string, XmlElement>();
  const written = relationships(book.parts, source.part);
  const linkId = (id: string, frame: Frame): string => {
    const relation = written.find((one) => one.id === id);
    const target = readTarget(relation?.element.attributes['Target'] ?? '');
    if (!relation || !hasMarks(target)) return id;
    const filled = safeTarget(fill(target, frame));
    const known = [...links].find(([, { attributes }]) => attributes['Target'] === filled)?.[0];
    if (known !== undefined) return known;
    const fresh = `huizong${links.size + 1}`;
    links.set(fresh, withAttributes(relation.element, { Id: fresh, Target: filled }));
    return fresh;
  };
  const mapping = { sheet, copies, fill, fillHead: writing.fillHeadOf(sheet), linkId, isFirst: writing.isFirst(sheet) };
  const children = source.root.children.flatMap((one) =>
    typeof one === 'string' ? [] : mapSheetElement(one, mapping),
  );
  const prefix = source.root.name.slice(0, source.root.name.indexOf(':') + 1);
  const cells = { ...writing, heightOf: rowHeights(children, writing.styles) };
  put(part, sheetXml());
  const kept = written.filter(
    ({ element, kind }) =>
      !hasMarks(readTarget(element.attributes['Target'] ?? '')) && (ordinal === 0 || SHARED.has(kind)),
  );
  const relations = [...kept.map((relation) => ownPart(relation, sheet, writing)), ...links.values()];
  writeRelationships(part, source.part, relations, writing);
  return part;

  function* sheetXml(): Iterable<string> {
    yield XML_HEAD;
    yield openTag(source.root);
    for (const one of children) {
      if (local(one) === 'sheetData') yield* sheetDataXml(sheet, prefix, cells);
      else yield printElement(one);
    }
    yield `</${source.root.name}>`;
  }
}

/** The relationship to a part of the sheet's own, which is written too; others are shared by all copies. */
function ownPart(relation: BookRelationship, sheet: OutputSheet, writing: BookWriting): XmlElement {
  const { book, put, names, copies, values } = writing;
  const { kind, part, element } = relation;
  if (part === null || !book.parts.has(part)) return element;
  const made = (root: XmlElement): XmlElement => {
    const name = sheet.ordinal === 0 ? part : names.fresh(part);
    put(name, printXml(root));
    if (kind === 'drawing') writeDrawingParts(part, name);
    return withAttributes(element, { Target: targetFrom(sheet.source.part, name) });
  };
  const fill = writing.fillOf(sheet);
  switch (kind) {
    case 'drawing':
      return made(mapDrawing(tree(book.parts, part), sheet));
    case 'comments':
      return made(mapNotes(tree(book.parts, part), sheet, fill));
    case 'vmlDrawing': {
      const shapes = noteShapes(book, part);
      return shapes ? made(mapNoteShapes(shapes, sheet)) : element;
    }
    case 'table': {
      const root = tree(book.parts, part);
      if (!isTable(root)) return element;
      const rename = namer(sheet, writing);
      return made(
        mapTable(root, { sheet, copies, textAt: textAt(sheet, writing), id: ++writing.tableIds.last, rename }),
      );
    }
    default:
      return element;
  }

  function writeDrawingParts(from: string, to: string): void {
    const relations = relationships(book.parts, from).map((inner) => {
      if (!isChart(inner.kind) || inner.part === null || !book.parts.has(inner.part)) return inner.element;
      const name = sheet.ordinal === 0 ? inner.part : names.fresh(inner.part);
      const mapping = { sheet, copies, values, fill: (text: string) => fill(text, sheet.frame) };
      put(name, printXml(mapChart(tree(book.parts, inner.part), mapping)));
      writeRelationships(
        name,
        inner.part,
        relationships(book.parts, inner.part).map((one) => one.element),
        writing,
      );
      return withAttributes(inner.element, { Target: targetFrom(from, name) });
    });
    writeRelationships(to, from, relations, writing);
  }
}

/** One name for each table, whatever of its names is asked for. */
function namer({ ordinal }: OutputSheet, { tableNames }: BookWriting): (name: string) => string {
  const given = new Map<string, string>();
  return (name) => {
    const known = given.get(name) ?? copyName(name, ordinal, tableNames);
    given.set(name, known);
    return known;
  };
}

/** Boxes of notes are written in a way that need not be XML. */
function noteShapes(book: Book, part: string): XmlElement | null {
  try {
    return tree(book.parts, part);
  } catch (error) {
    if (error instanceof PackageError) return null;
    throw error;
  }
}

function textAt(sheet: OutputSheet, { values, safe }: BookWriting): (row: number, column: number) => string | null {
  return (row, column) => {
    const made = sheet.rows.get(row);
    const cell = made && values.cellsOf(made).find((one) => one.column === column);
    if (!cell || cell.content.kind === 'blank') return null;
    const value = cell.content.kind === 'formula' ? values.formula(sheet, row, cell)?.value : cell.content.value;
    if (value === null || value === undefined || isError(value)) return null;
    return safe(String(value)).replaceAll('\n', '_x000a_');
  };
}

/** The relationships of a part that was written for the part `origin` of the template, in whose folder it stands. */
function writeRelationships(
  part: string,
  origin: string,
  relations: readonly XmlElement[],
  { book, put }: BookWriting,
): void {
  const written = relationshipsPart(origin);
  if (relations.length === 0 || !book.parts.has(written)) return;
  put(relationshipsPart(part), printXml(withChildren(tree(book.parts, written), relations)));
}

/** Excel repairs files with longer addresses; one that is cut would lead somewhere else. */
const LONGEST_TARGET = 2079;

/** Links lead to pages, mail and places of the workbook only, whatever is filled in. */
function safeTarget(target: string): string {
  const written = /^(?:https?:|mailto:|#|[^:]*$)/i.test(target) ? encodeURI(target) : '#';
  return written.length > LONGEST_TARGET ? '#' : written;
}
