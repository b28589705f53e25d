import { CONTENT_TYPES } from './namespaces.ts';
import { hasPart, type Package, readXmlPart } from './package.ts';
import { codes, vocabulary } from './vocabulary.ts';

const PART = '[Content_Types].xml';
const ELEMENT = codes('Types', 'Override');
const ATTRIBUTE = codes('PartName', 'ContentType');
const WORDS = vocabulary({ namespace: CONTENT_TYPES, elements: ELEMENT, attributes: ATTRIBUTE });
const MAX_TYPES = 65_536;

/** Content type of each part that has one of its own, by part name without leading slash. Throws `PackageError`. */
export async function contentTypes(pack: Package): Promise<ReadonlyMap<string, string>> {
  const types = new Map<string, string>();
  if (!hasPart(pack, PART)) return types;
  await readXmlPart(pack, PART, WORDS, {
    open(element, attributes, depth) {
      if (element !== ELEMENT.Override || depth !== 2 || types.size === MAX_TYPES) return;
      const name = (attributes.text(ATTRIBUTE.PartName) ?? '').replaceAll('\\', '/').replace(/^\/+/, '');
      types.set(name, attributes.text(ATTRIBUTE.ContentType) ?? '');
    },
    close() {},
    text() {},
  });
  return types;
}
