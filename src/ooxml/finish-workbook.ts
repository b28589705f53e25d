import { strFromU8, unzipSync } from 'fflate';
import { comparePartNames } from './pack-parts.ts';
import { sheetInSchemaOrder } from './sheet-order.ts';
import { zipParts } from './zip-parts.ts';

/** GUIDs but for those by which extensions are known. */
const GUID = /(?<!\buri=")\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}/gi;

/**
 * A workbook whose bytes depend on its contents only: parts sorted, one fixed date, GUIDs numbered,
 * elements of sheets in the order of the schema (exceljs writes some after `extLst`).
 */
export function finishWorkbook(workbook: Uint8Array): Promise<Uint8Array> {
  const parts = unzipSync(workbook);
  const numbers = new Map<string, string>();
  return zipParts((put) => {
    for (const name of Object.keys(parts).sort(comparePartNames)) {
      const bytes = parts[name];
      if (!bytes || name.endsWith('/')) continue;
      const isXml = /\.(?:xml|rels|vml)$/.test(name);
      put(name, isXml ? finishPart(name, strFromU8(bytes), numbers) : bytes);
    }
  });
}

function finishPart(name: string, xml: string, numbers: Map<string, string>): string {
  const numbered = xml.replace(GUID, (guid) => numberedGuid(guid.toUpperCase(), numbers));
  return /^xl\/worksheets\/[^/]+\.xml$/.test(name) ? sheetInSchemaOrder(numbered) : numbered;
}

/** The same GUID wherever it stands becomes the same number. */
function numberedGuid(guid: string, numbers: Map<string, string>): string {
  const known = numbers.get(guid);
  if (known) return known;
  const number = (numbers.size + 1).toString(16).toUpperCase().padStart(12, '0');
  const fresh = `{00000000-0000-4000-8000-${number}}`;
  numbers.set(guid, fresh);
  return fresh;
}
