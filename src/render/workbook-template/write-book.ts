import { relationshipsPart } from '../../ooxml/part-name.ts';
import type { PutPart } from '../../ooxml/zip-parts.ts';
import { type Book, relationships, tree } from './book.ts';
import { bookStyles } from './book-styles.ts';
import { contentTypes, withCopies, withSharedTexts } from './content-types.ts';
import { type BookProperties, datedProperties, plainProperties } from './document-properties.ts';
import type { SheetCopies } from './map-reference.ts';
import type { OutputSheet } from './output-sheet.ts';
import { partNames, targetFrom } from './part-names.ts';
import { sharedTexts } from './shared-texts.ts';
import { valuesOf } from './work-out.ts';
import { mapWorkbook } from './workbook-part.ts';
import { type BookWriting, writeSheet } from './write-sheet.ts';
import { withAttributes, withChildren } from './xml-query.ts';
import { printXml, type XmlElement } from './xml-tree.ts';

interface Writing extends Pick<BookWriting, 'put' | 'safe' | 'fillOf' | 'fillHeadOf'> {
  readonly properties: BookProperties;
}

/** Writes the parts of the filled workbook; what no sheet shows any more is left out. */
export function writeBook(
  book: Book,
  sheets: readonly OutputSheet[],
  copies: SheetCopies,
  { properties, put: putPart, ...texts }: Writing,
): void {
  const written = new Set<string>();
  const put: PutPart = (part, content) => {
    written.add(part);
    putPart(part, content);
  };
  const putTree = (part: string, root: XmlElement) => put(part, printXml(root));
  const relations = relationships(book.parts, book.part);
  const dropped = droppedParts(book, sheets);
  const names = partNames(book.parts.keys());
  const stylesPart = relations.find(
    ({ kind, part }) => kind === 'styles' && part !== null && book.parts.has(part),
  )?.part;
  const styles = bookStyles(stylesPart ? tree(book.parts, stylesPart) : null);
  const shared = sharedTexts(book, texts.safe);
  const writing = {
    ...texts,
    styles,
    texts: shared,
    ...{ book, copies, names, put },
    values: valuesOf(sheets, copies),
    tableNames: new Set<string>(),
    tableIds: { last: 0 },
    isFirst: (sheet: OutputSheet) => sheet === sheets[0],
  };
  const ids = new Set(relations.map(({ id }) => id));
  const added: XmlElement[] = [];
  const listed = sheets.map((sheet) => {
    const part = writeSheet(sheet, writing);
    const own = relations.find(({ kind, part: one }) => kind === 'worksheet' && one === sheet.source.part);
    if (sheet.ordinal === 0 || !own) return { sheet, relation: own?.id ?? '' };
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    ids.add(id);
    added.push(withAttributes(own.element, { Id: id, Target: targetFrom(book.part, part) }));
    return { sheet, relation: id };
  });
  const styled = styles.root();
  if (stylesPart && styled) putTree(stylesPart, styled);
  putTree(book.part, mapWorkbook(book, listed, copies));
  const kept = relations.filter(({ part, kind }) => !DROPPED.has(kind) && (part === null || !dropped.has(part)));
  const list = relationshipsPart(book.part);
  putTree(list, withChildren(tree(book.parts, list), [...kept.map(({ element }) => element), ...added]));
  if (book.strings && shared) put(book.strings.part, shared.part());
  for (const { kind, part } of relationships(book.parts, '')) {
    if (part === null || !book.parts.has(part) || dropped.has(part)) continue;
    if (kind === 'core-properties') putTree(part, datedProperties(tree(book.parts, part), properties));
    if (kind === 'extended-properties') putTree(part, plainProperties(tree(book.parts, part)));
  }
  for (const [part, bytes] of book.parts) {
    if (part !== contentTypes && !dropped.has(part) && !written.has(part)) put(part, bytes);
  }
  const types = withCopies(tree(book.parts, contentTypes), names.copied, written);
  putTree(contentTypes, book.strings ? withSharedTexts(types, book.strings.part) : types);
}

/** The order of formulas is worked out anew; a plain workbook holds no macros. */
const DROPPED = new Set(['calcChain', 'vbaProject']);

/** Parts of sheets that are left out, and what no report has. */
function droppedParts(book: Book, sheets: readonly OutputSheet[]): ReadonlySet<string> {
  const dropped = new Set<string>();
  const drop = (part: string | null) => {
    if (part === null || dropped.has(part)) return;
    dropped.add(part);
    dropped.add(relationshipsPart(part));
  };
  for (const { kind, part } of relationships(book.parts, book.part)) if (DROPPED.has(kind)) drop(part);
  for (const source of book.sheets) {
    if (sheets.some((sheet) => sheet.source === source)) continue;
    drop(source.part);
    for (const { kind, part } of relationships(book.parts, source.part)) {
      if (!['drawing', 'comments', 'vmlDrawing', 'table'].includes(kind)) continue;
      if (kind === 'drawing' && part !== null) {
        for (const inner of relationships(book.parts, part)) if (inner.kind === 'chart') drop(inner.part);
      }
      drop(part);
    }
  }
  return dropped;
}
