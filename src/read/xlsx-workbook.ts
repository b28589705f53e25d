import type { Visibility } from '../model/grid.ts';
import { RELATIONSHIP_IDS, SPREADSHEET } from '../ooxml/namespaces.ts';
import { type Package, readXmlPart } from '../ooxml/package.ts';
import { PackageError } from '../ooxml/package-error.ts';
import { relationshipsOf } from '../ooxml/relationships.ts';
import { codes, vocabulary } from '../ooxml/vocabulary.ts';
import { unescapeOoxml } from '../ooxml/xml-text.ts';
import { MAX_SHEETS } from './read-budget.ts';

/** The workbook part with the parts that it names. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Serials count from 1904. */
  readonly date1904: boolean;
  /** Null when the workbook names none. */
  readonly styles: string | null;
  readonly sharedStrings: string | null;
}

/** A sheet in workbook order. */
export interface SheetPart {
  readonly name: string;
  readonly visibility: Visibility;
  /** Last word of the relationship's type: `worksheet`, `chartsheet` …; empty when there is no relationship. */
  readonly kind: string;
  /** Null when its relationship is missing or points out of the package. */
  readonly part: string | null;
}

const ELEMENT = codes('workbook', 'workbookPr', 'sheets', 'sheet');
const ATTRIBUTE = codes('name', 'state', 'date1904');
const WORDS = vocabulary({
  namespace: SPREADSHEET,
  elements: ELEMENT,
  attributes: ATTRIBUTE,
  foreign: { namespace: RELATIONSHIP_IDS, attributes: codes('id') },
});
const RELATIONSHIP_ID = Object.keys(ATTRIBUTE).length + 1;

/** A sheet as the workbook part itself states it. */
export interface StatedSheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly id: string;
}

/** Reads the workbook part and its relationships. Throws `PackageError`. */
export async function readWorkbookParts(pack: Package, part: string): Promise<WorkbookParts> {
  const stated: StatedSheet[] = [];
  let date1904 = false;
  let isWorkbook = false;
  let inSheets = false;
  await readXmlPart(pack, part, WORDS, {
    open(element, attributes, depth) {
      if (depth === 1) isWorkbook = element === ELEMENT.workbook;
      if (depth === 2) inSheets = element === ELEMENT.sheets;
      if (depth === 2 && element === ELEMENT.workbookPr) date1904 = isTrue(attributes.text(ATTRIBUTE.date1904));
      if (depth !== 3 || !inSheets || element !== ELEMENT.sheet) return;
      if (stated.length === MAX_SHEETS) throw new PackageError('sheets', part);
      stated.push({
        name: unescapeOoxml(attributes.text(ATTRIBUTE.name) ?? ''),
        visibility: visibilityOf(attributes.text(ATTRIBUTE.state)),
        id: attributes.text(RELATIONSHIP_ID) ?? '',
      });
    },
    close() {},
    text() {},
  });
  if (!isWorkbook) throw new PackageError('root', part);
  return { ...(await relatedParts(pack, part, stated)), date1904 };
}

/** The parts that a workbook part names by its relationships. Throws `PackageError`. */
export async function relatedParts(
  pack: Package,
  part: string,
  stated: readonly StatedSheet[],
): Promise<Omit<WorkbookParts, 'date1904'>> {
  const relationships = await relationshipsOf(pack, part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const ofType = (kind: string) => relationships.find(({ type }) => kindOf(type) === kind)?.part ?? null;
  return {
    sheets: stated.map(({ name, visibility, id }) => {
      const relationship = byId.get(id);
      return { name, visibility, kind: kindOf(relationship?.type ?? ''), part: relationship?.part ?? null };
    }),
    styles: ofType('styles'),
    sharedStrings: ofType('sharedStrings'),
  };
}

function kindOf(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1);
}

/** An XML boolean. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function visibilityOf(state: string | null): Visibility {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}
