import { PackageError } from '../../ooxml/package-error.ts';
import type { XmlAttributes } from '../../ooxml/xml-attributes.ts';
import { MAX_STYLES, type NumberKind } from '../number-format.ts';
import { ATTRIBUTE, ELEMENT } from './ods-words.ts';

/** Styles of an OpenDocument file as far as they tell what a number is and which tables are hidden. */
export interface OdsStyles {
  /** To be told every element before the tables. */
  open(element: number, attributes: XmlAttributes): void;
  /** What a cell style makes of a number; null for none. */
  kindOf(style: string | null): NumberKind | null;
  isHidden(tableStyle: string | null): boolean;
}

const DATA_STYLES: ReadonlyMap<number, NumberKind> = new Map([
  [ELEMENT['number:date-style'], 'date'],
  [ELEMENT['number:time-style'], 'time'],
  [ELEMENT['number:percentage-style'], 'percent'],
]);

export function odsStyles(): OdsStyles {
  const dataKinds = new Map<string, NumberKind>();
  const dataOf = new Map<string, string>();
  const hidden = new Set<string>();
  let style = '';
  return {
    open(element, attributes) {
      const kind = DATA_STYLES.get(element);
      if (kind !== undefined) {
        if (dataKinds.size < MAX_STYLES) dataKinds.set(attributes.text(ATTRIBUTE['style:name']) ?? '', kind);
      } else if (element === ELEMENT['style:style']) {
        style = attributes.text(ATTRIBUTE['style:name']) ?? '';
        const data = attributes.text(ATTRIBUTE['style:data-style-name']);
        if (data !== null && dataOf.size < MAX_STYLES) dataOf.set(style, data);
      } else if (element === ELEMENT['style:table-properties']) {
        if (attributes.text(ATTRIBUTE['table:display']) !== 'false') return;
        if (hidden.size === MAX_STYLES) throw new PackageError('sheets');
        hidden.add(style);
      }
    },
    kindOf: (of) => (of === null ? null : (dataKinds.get(dataOf.get(of) ?? '') ?? null)),
    isHidden: (of) => of !== null && hidden.has(of),
  };
}
