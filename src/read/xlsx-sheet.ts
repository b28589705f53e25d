import { type Finding, finding } from '../model/finding.ts';
import type { Grid } from '../model/grid.ts';
import { gridBuilder } from '../model/grid-builder.ts';
import { type Package, readXmlPart } from '../ooxml/package.ts';
import { gridFaults } from './grid-faults.ts';
import { sheetHandler } from './sheet-handler.ts';
import { sheetLayout, sheetMerges } from './sheet-layout.ts';
import { SHEET_WORDS } from './sheet-words.ts';
import { cellSink, type SheetContext } from './xlsx-cell.ts';
import type { SheetPart } from './xlsx-workbook.ts';

/** A sheet as read; throws `PackageError` when its part is missing or damaged. */
export async function readSheet(
  pack: Package,
  part: string,
  { name, visibility }: SheetPart,
  file: string,
  context: SheetContext,
): Promise<{ readonly grid: Grid; readonly findings: readonly Finding[] }> {
  const faults = gridFaults(file, name);
  const builder = gridBuilder();
  const layout = sheetLayout();
  await readXmlPart(pack, part, SHEET_WORDS, sheetHandler(cellSink(context, builder, faults), layout, faults));
  const merges = sheetMerges(layout);
  const grid = builder.build({
    sheet: name,
    visibility,
    merges: merges.kept,
    hiddenRows: layout.hiddenRows,
    hiddenColumns: layout.hiddenColumns,
    onTwice: (row, column) => faults.add('CELL_TWICE', row, column, {}),
  });
  const { findings } = faults;
  if (merges.ignored.count > 0) {
    findings.push(finding('MERGE_IGNORED', { file, sheet: name, row: null, column: null }, { ...merges.ignored }));
  }
  return { grid, findings };
}
