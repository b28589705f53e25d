import { inflateEntry } from '../../ooxml/inflate.ts';
import { openPackage } from '../../ooxml/package.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { relationshipsPart, resolveTarget } from '../../ooxml/part-name.ts';
import { unescapeOoxml } from '../../ooxml/xml-text.ts';
import { contentTypes } from './content-types.ts';
import { type SourceRow, sourceRows, stringText } from './sheet-cells.ts';
import { descend, prefixed } from './xml-query.ts';
import { parseXml, type XmlElement } from './xml-tree.ts';

/** A relationship as it is written. */
export interface BookRelationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `drawing`. */
  readonly kind: string;
  readonly element: XmlElement;
  /** Name of the part; null outside of the package. */
  readonly part: string | null;
}

/** A sheet of the template. */
export interface BookSheet {
  /** As it is written, with its mark. */
  readonly name: string;
  readonly part: string;
  readonly root: XmlElement;
  readonly rows: readonly SourceRow[];
  /** Its element of the workbook part. */
  readonly element: XmlElement;
}

/** A workbook that is a template. */
export interface Book {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly part: string;
  readonly root: XmlElement;
  readonly sheets: readonly BookSheet[];
  readonly strings: { readonly part: string; readonly root: XmlElement } | null;
}

/** Reads a template within the budgets of packages. Throws `PackageError`. */
export async function readBook(bytes: Uint8Array): Promise<Book> {
  const parts = await partsOf(bytes);
  const part = relationships(parts, '').find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const root = tree(parts, part);
  const relations = relationships(parts, part);
  const stringsPart = relations.find(({ kind }) => kind === 'sharedStrings')?.part ?? null;
  const strings =
    stringsPart !== null && parts.has(stringsPart) ? { part: stringsPart, root: tree(parts, stringsPart) } : null;
  const texts = strings ? descend(strings.root, 'si').map((item) => unescapeOoxml(stringText(item))) : [];
  const sheets = descend(root, 'sheets', 'sheet').flatMap((element): readonly BookSheet[] => {
    const id = prefixed(element, 'id')?.value;
    const relation = relations.find((one) => one.id === id);
    if (relation?.kind !== 'worksheet' || relation.part === null) return [];
    const sheet = tree(parts, relation.part);
    const name = element.attributes['name'] ?? '';
    return [
      { name, part: relation.part, root: sheet, rows: inPart(relation.part, () => sourceRows(sheet, texts)), element },
    ];
  });
  if (sheets.length === 0) throw new PackageError('noSheets');
  tree(parts, contentTypes);
  for (const [source, kinds] of [
    ['', OF_PACKAGE],
    [part, OF_BOOK],
    ...sheets.map((one) => [one.part, OF_SHEET] as const),
  ] as const) {
    readable(parts, source, kinds);
  }
  return { parts, part, root, sheets, strings };
}

/** The tree of a part that must be there. Throws `PackageError`. */
export function tree(parts: ReadonlyMap<string, Uint8Array>, part: string): XmlElement {
  const bytes = parts.get(part);
  if (!bytes) throw new PackageError('partMissing', part);
  const known = TREES.get(bytes);
  if (known) return known;
  const root = inPart(part, () => parseXml(bytes));
  TREES.set(bytes, root);
  return root;
}

/** Most parts are asked for several times: while a workbook is judged, planned and filled. */
const TREES = new WeakMap<Uint8Array, XmlElement>();

/** The trees of the parts that were asked for. */
export function treesOf(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, XmlElement> {
  return new Map(
    [...parts].flatMap(([part, bytes]) => {
      const root = TREES.get(bytes);
      return root ? [[part, root]] : [];
    }),
  );
}

/** Trees that need not be read any more. */
export function keepTrees(parts: ReadonlyMap<string, Uint8Array>, trees: ReadonlyMap<string, XmlElement>): void {
  for (const [part, root] of trees) {
    const bytes = parts.get(part);
    if (bytes) TREES.set(bytes, root);
  }
}

/** Faults of what is read in a part name it. */
function inPart<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PackageError) throw new PackageError(error.fault, part);
    throw error;
  }
}

/** Parts that are read while a workbook is planned and filled, by what points at them. */
const OF_PACKAGE = new Set(['core-properties', 'extended-properties']);
const OF_BOOK = new Set(['styles']);
const OF_SHEET = new Set(['drawing', 'comments', 'table', 'chart', 'chartEx']);

/** Reads what is needed later, so that what is damaged is told now. Throws `PackageError`. */
function readable(parts: ReadonlyMap<string, Uint8Array>, source: string, kinds: ReadonlySet<string>): void {
  for (const { kind, part } of relationships(parts, source)) {
    if (part === null || !kinds.has(kind)) continue;
    tree(parts, part);
    if (kind === 'drawing') readable(parts, part, kinds);
    else relationships(parts, part);
  }
}

/** The relationships of a part (`''` for the package). Throws `PackageError`. */
export function relationships(parts: ReadonlyMap<string, Uint8Array>, source: string): readonly BookRelationship[] {
  const name = relationshipsPart(source);
  if (!parts.has(name)) return [];
  return descend(tree(parts, name), 'Relationship').map((element) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = element.attributes;
    const part = mode === 'External' ? null : resolveTarget(source, target);
    return { id, kind: type.slice(type.lastIndexOf('/') + 1), element, part };
  });
}

/** Whether a file of a package is a part of it: a name that leads out of a folder is nothing to carry along. */
function isPartName(name: string): boolean {
  return !/[\\:]/.test(name) && name.split('/').every((segment) => !['', '.', '..'].includes(segment));
}

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const pack = openPackage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const parts = new Map<string, Uint8Array>();
  for (const entry of pack.zip.entries) {
    if (!isPartName(entry.name)) continue;
    if (parts.has(entry.name)) throw new PackageError('nameTwice', entry.name);
    const pieces: Buffer[] = [];
    await inflateEntry(pack.zip, entry, pack.budget, (piece) => {
      pieces.push(Buffer.from(piece));
    });
    parts.set(entry.name, Buffer.concat(pieces));
  }
  return parts;
}
