import { type Zippable, zipSync } from 'fflate';
import type { Staged } from '../../model/staged.ts';
import type { Workbook } from '../../model/workbook.ts';
import { inflateEntry } from '../../ooxml/inflate.ts';
import type { Package } from '../../ooxml/package.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { libraryWorkbook } from './library-workbook.ts';
import { isWhole } from './xlsb-records.ts';
import { replaceRareFormats } from './xlsb-styles.ts';

/** The parts without which the library cannot tell the cells; it never sees pictures, charts, links or macros. */
const NEEDED =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|xl\/_rels\/[^/]+\.rels|xl\/[^/]+\.bin|xl\/worksheets\/[^/]+\.bin|xl\/persons\/[^/]+\.xml)$/;
const SHEET = /^xl\/worksheets\//;
/** In the place of a damaged sheet: an open record, by which the library leaves the sheet out and reads the others. */
const DAMAGED = Uint8Array.of(0x81);
const MACROS = 'xl/vbaproject.bin';
const STYLES = 'xl/styles.bin';

/**
 * The sheets of a binary workbook: its parts are checked against their checksums and budgets, then read by the library.
 *
 * Throws `PackageError` when a part is damaged or too large.
 */
export async function readXlsb(pack: Package, file: string): Promise<Staged<Workbook | null>> {
  const parts: Zippable = {};
  for (const [name, entry] of pack.parts) {
    if (!NEEDED.test(name) || name === MACROS) continue;
    if (entry === null) throw new PackageError('nameTwice', name);
    const pieces: Buffer[] = [];
    await inflateEntry(pack.zip, entry, pack.budget, (piece) => pieces.push(piece));
    const part = Buffer.concat(pieces);
    if (name === STYLES) replaceRareFormats(part);
    const whole = isWhole(name, part);
    if (!whole && !SHEET.test(name)) throw new PackageError('truncated', name);
    parts[entry.name] = whole ? part : DAMAGED;
  }
  const request = { file, bytes: zipSync(parts, { level: 0 }), codePage: null, cells: pack.limits.cells };
  return libraryWorkbook(request, 'xlsb', pack.limits);
}
