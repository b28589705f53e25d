import type { Staged } from '../../model/staged.ts';
import type { Workbook } from '../../model/workbook.ts';
import { hasPart, type Package } from '../../ooxml/package.ts';
import { relationshipsOf } from '../../ooxml/relationships.ts';
import { readBudget } from '../read-budget.ts';
import { readSheets } from '../read-sheets.ts';
import { relatedParts } from '../xlsx-workbook.ts';
import { readXlsbBook, readXlsbStrings, readXlsbStyles } from './xlsb-book.ts';
import { readXlsbSheet, type XlsbContext } from './xlsb-sheet.ts';

const MAIN = '/relationships/officeDocument';
const USUAL_MAIN = 'xl/workbook.bin';

/**
 * The sheets of a binary workbook: a package like that of xlsx whose parts are records instead of XML, read while they
 * are inflated and counted as those of xlsx are.
 *
 * A damaged or missing sheet is a finding and the others are read. Throws `PackageError` when all of them need what is
 * damaged.
 */
export async function readXlsb(pack: Package, file: string): Promise<Staged<Workbook | null>> {
  const main = (await relationshipsOf(pack, '')).find(({ type, part }) => type.endsWith(MAIN) && part !== null);
  const part = main?.part ?? USUAL_MAIN;
  const { stated, date1904 } = await readXlsbBook(pack, part);
  const { sheets, styles, sharedStrings } = await relatedParts(pack, part, stated);
  const budget = readBudget(pack.limits);
  const isThere = (name: string | null): name is string => name !== null && hasPart(pack, name);
  const context: XlsbContext = {
    date1904,
    budget,
    kinds: isThere(styles) ? await readXlsbStyles(pack, styles) : [],
    strings: isThere(sharedStrings) ? await readXlsbStrings(pack, sharedStrings, budget) : [],
  };
  return readSheets(pack, sheets, { file, format: 'xlsb' }, (name, sheet) =>
    readXlsbSheet(pack, name, sheet, file, context),
  );
}
