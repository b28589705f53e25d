import type { Visibility } from '../../model/grid.ts';
import type { Package } from '../../ooxml/package.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { builtinNumberKind, MAX_STYLES, type NumberKind, numberKind } from '../number-format.ts';
import { MAX_CELL_TEXT, MAX_SHEETS, type ReadBudget } from '../read-budget.ts';
import type { StatedSheet } from '../xlsx-workbook.ts';
import { longAt, RECORD, readRecords, textAt } from './xlsb-records.ts';

const VISIBILITIES: readonly Visibility[] = ['visible', 'hidden', 'veryHidden'];
const COUNTS_FROM_1904 = 1;
/** The length of a text that is not there. */
const NO_TEXT = 0xffffffff;
const MAX_STRINGS = 2_097_152;
const FORMAT_LENGTH = 1024;

/** The sheets that a workbook part states, in its order. Throws `PackageError`. */
export async function readXlsbBook(
  pack: Package,
  part: string,
): Promise<{ readonly stated: readonly StatedSheet[]; readonly date1904: boolean }> {
  const stated: StatedSheet[] = [];
  let date1904 = false;
  await readRecords(pack, part, RECORD.endBook, (type, bytes, from, to) => {
    if (type === RECORD.workbookProperties) date1904 = (longAt(bytes, from, to) & COUNTS_FROM_1904) !== 0;
    if (type !== RECORD.bundleSheet) return;
    if (stated.length === MAX_SHEETS) throw new PackageError('sheets');
    const visibility = VISIBILITIES[longAt(bytes, from, to)] ?? 'visible';
    const hasId = longAt(bytes, from + 8, to) !== NO_TEXT;
    const id = hasId ? textAt(bytes, from + 8, to) : '';
    stated.push({ visibility, id, name: textAt(bytes, from + 12 + id.length * 2, to) });
  });
  return { stated, date1904 };
}

/** The shared texts by index, without what is beyond a cell and one character. Throws `PackageError`. */
export async function readXlsbStrings(pack: Package, part: string, budget: ReadBudget): Promise<readonly string[]> {
  const texts: string[] = [];
  await readRecords(pack, part, RECORD.endShared, (type, bytes, from, to) => {
    if (type !== RECORD.sharedItem) return;
    if (texts.length === MAX_STRINGS) throw new PackageError('strings');
    // Before the text stands whether it is rich; after it, how.
    const text = textAt(bytes, from + 1, to, MAX_CELL_TEXT + 1);
    budget.takeText(text.length);
    texts.push(text);
  });
  return texts;
}

/** The kind of number that each cell style shows, by style index. Throws `PackageError`. */
export async function readXlsbStyles(pack: Package, part: string): Promise<readonly NumberKind[]> {
  const formats = new Map<number, NumberKind>();
  const styles: number[] = [];
  let inCellFormats = false;
  await readRecords(pack, part, null, (type, bytes, from, to) => {
    if (type === RECORD.beginCellFormats) inCellFormats = true;
    else if (type === RECORD.endCellFormats) inCellFormats = false;
    else if (type === RECORD.cellFormat) {
      if (inCellFormats && styles.length < MAX_STYLES) styles.push(longAt(bytes, from, to) >>> 16);
    } else if (type === RECORD.format && formats.size < MAX_STYLES) {
      formats.set(longAt(bytes, from, to) & 0xffff, numberKind(textAt(bytes, from + 2, to, FORMAT_LENGTH)));
    }
  });
  return styles.map((id) => formats.get(id) ?? builtinNumberKind(id));
}
