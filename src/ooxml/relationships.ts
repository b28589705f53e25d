import { PACKAGE_RELATIONSHIPS, transitional } from './namespaces.ts';
import { hasPart, type Package, readXmlPart } from './package.ts';
import { relationshipsPart, resolveTarget } from './part-name.ts';
import { codes, vocabulary } from './vocabulary.ts';

/** A relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Its type in transitional spelling, e.g. `…/relationships/worksheet`. */
  readonly type: string;
  /** Name of the part; null when the target lies outside the package, which is never followed. */
  readonly part: string | null;
}

const ELEMENT = codes('Relationships', 'Relationship');
const ATTRIBUTE = codes('Id', 'Type', 'Target', 'TargetMode');
const WORDS = vocabulary({ namespace: PACKAGE_RELATIONSHIPS, elements: ELEMENT, attributes: ATTRIBUTE });
const MAX_RELATIONSHIPS = 65_536;

/** Relationships of a part (`''` for the package); none when it has no such part. Throws `PackageError`. */
export async function relationshipsOf(pack: Package, source: string): Promise<readonly Relationship[]> {
  const name = relationshipsPart(source);
  if (!hasPart(pack, name)) return [];
  const found: Relationship[] = [];
  await readXmlPart(pack, name, WORDS, {
    open(element, attributes, depth) {
      if (element !== ELEMENT.Relationship || depth !== 2 || found.length === MAX_RELATIONSHIPS) return;
      const target = attributes.text(ATTRIBUTE.Target) ?? '';
      found.push({
        id: attributes.text(ATTRIBUTE.Id) ?? '',
        type: transitional(attributes.text(ATTRIBUTE.Type) ?? ''),
        part: attributes.text(ATTRIBUTE.TargetMode) === 'External' ? null : resolveTarget(source, target),
      });
    },
    close() {},
    text() {},
  });
  return found;
}
