import { SPREADSHEET } from '../ooxml/namespaces.ts';
import { type Package, readXmlPart } from '../ooxml/package.ts';
import { codes, vocabulary } from '../ooxml/vocabulary.ts';
import { builtinNumberKind, MAX_STYLES, type NumberKind, numberKind } from './number-format.ts';

const ELEMENT = codes('styleSheet', 'numFmts', 'numFmt', 'cellXfs', 'xf');
const ATTRIBUTE = codes('numFmtId', 'formatCode');
const WORDS = vocabulary({ namespace: SPREADSHEET, elements: ELEMENT, attributes: ATTRIBUTE });

/** The kind of number that each cell style shows, by style index; null when none is defined. Throws `PackageError`. */
export async function readStyles(pack: Package, part: string): Promise<readonly NumberKind[] | null> {
  const formats = new Map<number, NumberKind>();
  const styles: number[] = [];
  let section = 0;
  await readXmlPart(pack, part, WORDS, {
    open(element, attributes, depth) {
      if (depth === 2) section = element;
      if (depth !== 3) return;
      const id = Number(attributes.text(ATTRIBUTE.numFmtId) ?? 0);
      if (section === ELEMENT.cellXfs && element === ELEMENT.xf) {
        if (styles.length < MAX_STYLES) styles.push(id);
      } else if (section === ELEMENT.numFmts && element === ELEMENT.numFmt && formats.size < MAX_STYLES) {
        formats.set(id, numberKind((attributes.text(ATTRIBUTE.formatCode) ?? '').slice(0, 1024)));
      }
    },
    close() {},
    text() {},
  });
  if (styles.length === 0) return null;
  return styles.map((id) => formats.get(id) ?? builtinNumberKind(id));
}
