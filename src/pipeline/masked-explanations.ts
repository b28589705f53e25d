import type { Mask } from '../normalise/personal-text.ts';
import type { ExplanationsTable } from '../workspace/explanations.ts';
import { fileMask } from './file-mask.ts';

/** Reasons as they may be shown, and what they are about as it stands in findings and rows: masked. */
export function maskedExplanations(table: ExplanationsTable, mask: Mask): ExplanationsTable {
  const ofFile = fileMask(mask);
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      file: ofFile(row.file),
      sheet: mask(row.sheet),
      association: mask(row.association),
      activity: mask(row.activity),
      value: mask(row.value),
      reason: mask(row.reason),
    })),
  };
}
