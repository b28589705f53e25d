import { type Finding, finding } from '../model/finding.ts';
import type { Grid } from '../model/grid.ts';
import { filePlace, type Place } from '../model/place.ts';
import type { Staged } from '../model/staged.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Package } from '../ooxml/package.ts';
import { hasPart } from '../ooxml/package.ts';
import { packageFinding } from './package-finding.ts';
import { readBudget } from './read-budget.ts';
import type { SheetContext } from './xlsx-cell.ts';
import { readSheet } from './xlsx-sheet.ts';
import { NO_STRINGS, readSharedStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import { readWorkbookParts, type SheetPart } from './xlsx-workbook.ts';

const WORKSHEET = 'worksheet';

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
    return await readSheets(pack, workbook.sheets, file, context);
  } catch (error) {
    return { value: null, findings: [packageFinding(error, filePlace(file))] };
  }
}

function isThere(pack: Package, part: string | null): part is string {
  return part !== null && hasPart(pack, part);
}

async function readSheets(
  pack: Package,
  sheets: readonly SheetPart[],
  file: string,
  context: SheetContext,
): Promise<Staged<Workbook | null>> {
  const grids: Grid[] = [];
  const findings: Finding[] = [];
  for (const sheet of sheets) {
    // Chart and dialog sheets hold no cells.
    if (sheet.kind !== WORKSHEET && sheet.kind !== '') continue;
    const place: Place = { file, sheet: sheet.name, row: null, column: null };
    if (sheet.part === null || !hasPart(pack, sheet.part)) {
      findings.push(finding('SHEET_MISSING', place, {}));
      continue;
    }
    try {
      const read = await readSheet(pack, sheet.part, sheet, file, context);
      grids.push(read.grid);
      for (const one of read.findings) findings.push(one);
    } catch (error) {
      findings.push(packageFinding(error, place));
    }
  }
  if (grids.length > 0) return { value: { file, format: 'xlsx', grids }, findings };
  if (findings.length === 0) findings.push(finding('FILE_DAMAGED', filePlace(file), { detail: 'noSheets' }));
  return { value: null, findings };
}
