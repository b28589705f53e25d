import { type Finding, finding } from '../model/finding.ts';
import type { Grid } from '../model/grid.ts';
import { filePlace, type Place } from '../model/place.ts';
import type { Staged } from '../model/staged.ts';
import type { FileFormat, Workbook } from '../model/workbook.ts';
import { hasPart, type Package } from '../ooxml/package.ts';
import { packageFinding } from './package-finding.ts';
import type { SheetPart } from './xlsx-workbook.ts';

const WORKSHEET = 'worksheet';

/** Reads a part as the sheet that it is; throws `PackageError` when it is damaged. */
export type ReadSheetPart = (
  part: string,
  sheet: SheetPart,
) => Promise<{ readonly grid: Grid; readonly findings: readonly Finding[] }>;

/** The worksheets of a package: a damaged or missing one is a finding and the others are read. */
export async function readSheets(
  pack: Package,
  sheets: readonly SheetPart[],
  { file, format }: { readonly file: string; readonly format: FileFormat },
  readPart: ReadSheetPart,
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
      const read = await readPart(sheet.part, sheet);
      grids.push(read.grid);
      for (const one of read.findings) findings.push(one);
    } catch (error) {
      findings.push(packageFinding(error, place));
    }
  }
  if (grids.length > 0) return { value: { file, format, grids }, findings };
  if (findings.length === 0) findings.push(finding('FILE_DAMAGED', filePlace(file), { detail: 'noSheets' }));
  return { value: null, findings };
}
