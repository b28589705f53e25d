import type { Finding } from '../model/finding.ts';
import { changeFindings } from './check-changes.ts';
import { copyFindings } from './check-copies.ts';
import { outlierFindings } from './check-outliers.ts';
import { yearToDateFindings } from './check-year-to-date.ts';
import type { Comparison } from './comparison.ts';

/** What looks doubtful beside earlier periods and other bureaus. */
export function checkComparison(comparison: Comparison): readonly Finding[] {
  return [
    ...yearToDateFindings(comparison),
    ...changeFindings(comparison),
    ...copyFindings(comparison),
    ...outlierFindings(comparison),
  ];
}
