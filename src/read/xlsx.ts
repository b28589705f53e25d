import { filePlace } from '../model/place.ts';
import type { Staged } from '../model/staged.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Package } from '../ooxml/package.ts';
import { hasPart } from '../ooxml/package.ts';
import { packageFinding } from './package-finding.ts';
import { readBudget } from './read-budget.ts';
import { readSheets } from './read-sheets.ts';
import type { SheetContext } from './xlsx-cell.ts';
import { readSheet } from './xlsx-sheet.ts';
import { NO_STRINGS, readSharedStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import { readWorkbookParts } from './xlsx-workbook.ts';

/**
 * The sheets of an xlsx or xlsm package whose workbook part is known.
 *
 * A damaged or missing sheet is a finding and the others are read; damage to what all sheets need costs the file.
 */
export async function readXlsx(pack: Package, workbookPart: string, file: string): Promise<Staged<Workbook | null>> {
  try {
    const workbook = await readWorkbookParts(pack, workbookPart);
    const budget = readBudget(pack.limits);
    const { styles, sharedStrings, date1904 } = workbook;
    const context: SheetContext = {
      date1904,
      budget,
      styles: isThere(pack, styles) ? await readStyles(pack, styles) : null,
      strings: isThere(pack, sharedStrings) ? await readSharedStrings(pack, sharedStrings, budget) : NO_STRINGS,
    };
    return await readSheets(pack, workbook.sheets, { file, format: 'xlsx' }, (part, sheet) =>
      readSheet(pack, part, sheet, file, context),
    );
  } catch (error) {
    return { value: null, findings: [packageFinding(error, filePlace(file))] };
  }
}

function isThere(pack: Package, part: string | null): part is string {
  return part !== null && hasPart(pack, part);
}
