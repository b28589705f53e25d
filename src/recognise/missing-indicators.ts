import { type Finding, finding } from '../model/finding.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { SettledSheet } from './sheet-findings.ts';

/**
 * Core indicators that the summaries of a file have no column or row for, in one finding.
 *
 * A summary may be parted by tasks, over sheets and over files: of tasks that the file does not touch nothing is
 * missed. What a ledger of the same file gives is there.
 */
export function missingIndicators(file: string, sheets: readonly SettledSheet[], scheme: Scheme): readonly Finding[] {
  const compiled = sheets.filter(({ kind }) => kind === 'compiled');
  const tables = compiled.flatMap(({ read }) => read.blocks.flatMap((block) => block.tables));
  const summaries = tables.filter(({ form, dataRows }) => form === 'summary' && dataRows !== null);
  const present = new Set(summaries.flatMap(({ columns, lines }) => (lines ?? columns).map(({ meaning }) => meaning)));
  const tasks = new Set(scheme.indicators.filter(({ id }) => present.has(id)).map(({ task }) => task));
  const hasLedger = tables.some(({ form }) => form === 'ledger');
  const missing = scheme.indicators.filter(
    ({ id, task, tier, rollup }) =>
      tier === 'core' && tasks.has(task) && !present.has(id) && !(hasLedger && rollup !== null),
  );
  const [first] = summaries;
  if (!first || missing.length === 0) return [];
  const sheet = compiled.find(({ read }) => read.blocks.some((block) => block.tables.includes(first)));
  const place = { file, sheet: sheet?.read.grid.sheet ?? null, row: first.headerRows[0], column: null };
  return [finding('INDICATORS_MISSING', place, { names: missing.map(({ name }) => name) })];
}
