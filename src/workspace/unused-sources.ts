import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { FoundFile } from '../model/workbook.ts';
import type { Period } from '../period/period.ts';
import { liesInOtherPeriod } from './file-name.ts';
import { SOURCES_FILE, type SourcesTable, sourceRowOf } from './sources.ts';

/**
 * Rows of `sources.csv` that name no file of the run: a name typed wrong must not pass unseen.
 *
 * The table of a workspace is kept from period to period, so rows for files of another period are as they should be.
 */
export function unusedSources({ rows }: SourcesTable, files: readonly FoundFile[], period: Period): readonly Finding[] {
  const used = new Set(files.map(({ name }) => sourceRowOf({ rows }, name)));
  return rows
    .filter((row) => !used.has(row) && !liesInOtherPeriod(row.file, period) && !settlesOther(row.hints.period, period))
    .map(({ file, line }) => finding('SOURCES_ROW_UNUSED', { ...filePlace(SOURCES_FILE), row: line }, { name: file }));
}

function settlesOther(settled: Period | null, { id, kind }: Period): boolean {
  return settled !== null && settled.kind === kind && settled.id !== id;
}
