import type { ReportLabels } from '../message/report-labels.ts';
import { figureOf } from './figure-index.ts';
import { gapsOf, withFurther } from './gaps.ts';
import type { ReportTask } from './model.ts';
import { overallRow } from './overall-rows.ts';
import { proseNumber } from './prose-number.ts';
import type { RegionFrame } from './region-rows.ts';
import type { Clause, Sentence } from './views.ts';

/** A task's core indicators that have a value, each followed by its parts (其中), as clauses of one sentence. */
export function sentenceOf(
  task: ReportTask,
  frame: RegionFrame,
  moneyUnits: Readonly<Record<string, number>>,
  scales: ReportLabels['scales'],
): Sentence {
  const clauses: Clause[] = [];
  for (const indicator of task.indicators) {
    const spoken = indicator.tier === 'core' || clauses.some((clause) => clause.indicator === indicator.parent);
    const value = figureOf(frame.figures, frame.area.code, indicator.id)?.value ?? null;
    if (!spoken || value === null) continue;
    const prose = proseNumber(value, indicator.unit, indicator.decimals, moneyUnits, scales);
    clauses.push({ ...overallRow(indicator, frame), prose });
  }
  const common = gapsOf(clauses);
  return { clauses: withFurther(clauses, common), common };
}
