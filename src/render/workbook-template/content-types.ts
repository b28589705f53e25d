import { elements, local, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** Name of the part that tells what each part is. */
export const contentTypes = '[Content_Types].xml';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The content types with those of copies, without those of parts that are gone. A template file of Excel's becomes a workbook. */
export function withCopies(
  root: XmlElement,
  copied: ReadonlyMap<string, string>,
  parts: ReadonlyMap<string, Uint8Array>,
): XmlElement {
  const written = elements(root);
  const nameOf = ({ attributes }: XmlElement) => (attributes['PartName'] ?? '').replace(/^\//, '').toLowerCase();
  const there = new Set([...parts.keys()].map((part) => part.toLowerCase()));
  const kept = written.filter((one) => local(one) !== 'Override' || there.has(nameOf(one)));
  const added = [...copied].flatMap(([part, origin]) => {
    const own = written.find((one) => local(one) === 'Override' && nameOf(one) === origin.toLowerCase());
    return own ? [withAttributes(own, { PartName: `/${part}` })] : [];
  });
  const isTemplate = ({ attributes }: XmlElement) =>
    /\.spreadsheetml\.template\.main\+xml$/.test(attributes['ContentType'] ?? '');
  const plain = kept.map((one) => (isTemplate(one) ? withAttributes(one, { ContentType: WORKBOOK }) : one));
  return withChildren(root, [...plain, ...added]);
}
