import { elements, local, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** Name of the part that tells what each part is. */
export const contentTypes = '[Content_Types].xml';

const SHARED_TEXTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Main parts of Excel's own template files and of workbooks with macros, which are left out. */
const OTHER_BOOKS = /\.spreadsheetml\.template\.main\+xml$|\.macroEnabled\.main\+xml$/;

/** The content types with those of copies, without those of parts that are gone; the book itself is a plain workbook. */
export function withCopies(root: XmlElement, copied: ReadonlyMap<string, string>, parts: Iterable<string>): XmlElement {
  const written = elements(root);
  const there = new Set([...parts].map((part) => part.toLowerCase()));
  const kept = written.filter((one) => local(one) !== 'Override' || there.has(nameOf(one)));
  const added = [...copied].flatMap(([part, origin]) => {
    const own = written.find((one) => local(one) === 'Override' && nameOf(one) === origin.toLowerCase());
    return own ? [withAttributes(own, { PartName: `/${part}` })] : [];
  });
  const plain = kept.map((one) =>
    OTHER_BOOKS.test(one.attributes['ContentType'] ?? '') ? withAttributes(one, { ContentType: WORKBOOK }) : one,
  );
  return withChildren(root, [...plain, ...added]);
}

/** The content types with that of the shared texts, by which some readers find them. */
export function withSharedTexts(root: XmlElement, part: string): XmlElement {
  const written = elements(root);
  const isOwn = (one: XmlElement) => local(one) === 'Override' && nameOf(one) === part.toLowerCase();
  if (written.find(isOwn)?.attributes['ContentType'] === SHARED_TEXTS) return root;
  const name = `${root.name.slice(0, root.name.indexOf(':') + 1)}Override`;
  const own = { name, attributes: { PartName: `/${part}`, ContentType: SHARED_TEXTS }, children: [] };
  return withChildren(root, [...written.filter((one) => !isOwn(one)), own]);
}

/** The part that an `Override` is about. */
function nameOf({ attributes }: XmlElement): string {
  return (attributes['PartName'] ?? '').replace(/^\//, '').toLowerCase();
}
