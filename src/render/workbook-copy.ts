import { inflateEntry } from '../ooxml/inflate.ts';
import { openPackage } from '../ooxml/package.ts';
import { PackageError } from '../ooxml/package-error.ts';
import { type CopyState, copyState } from './template-copy.ts';
import type { TemplateSource } from './template-source.ts';
import { child, elements, textOf } from './workbook-template/xml-query.ts';
import { parseXml } from './workbook-template/xml-tree.ts';

/** How a file of the user's stands to the built-in one of its name. */
export async function stateOfCopy(own: TemplateSource, builtin: TemplateSource | undefined): Promise<CopyState> {
  if (!own.bytes) return copyState(own.text, builtin?.text ?? null);
  const mark = await markOf(own.bytes);
  if (!builtin?.bytes || mark === null) return { kind: 'own', edited: true, stale: false };
  const stale = mark !== (await markOf(builtin.bytes));
  return { kind: 'copy', edited: stale || Buffer.compare(own.bytes, builtin.bytes) !== 0, stale };
}

const PART = 'docProps/custom.xml';
const PROPERTY = 'huizong';

/** What a workbook is a copy of, as a property of the document says, which programs keep; null for no copy. */
async function markOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const pack = openPackage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const entry = pack.parts.get(PART.toLowerCase());
    if (!entry) return null;
    const pieces: Buffer[] = [];
    await inflateEntry(pack.zip, entry, pack.budget, (piece) => {
      pieces.push(Buffer.from(piece));
    });
    const property = elements(parseXml(Buffer.concat(pieces))).find(
      ({ attributes }) => attributes['name'] === PROPERTY,
    );
    const value = property && child(property, 'lpwstr');
    return value ? textOf(value) : null;
  } catch (error) {
    // A damaged workbook is told where it is read as a template.
    if (error instanceof PackageError) return null;
    throw error;
  }
}
