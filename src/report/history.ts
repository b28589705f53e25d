import { toNumber } from '../decimal/decimal.ts';
import { periodLabel, shortPeriodLabel } from '../message/report-labels.ts';
import type { Compilation } from '../model/compilation.ts';
import { holdingValue, isHolding, type Part } from '../model/holding.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { ReportPeriod } from './model.ts';

/** What the area had of each indicator in the periods that the run knows, in the order of time. */
export function reportHistory({ history, area }: Compilation, { indicators }: Scheme): readonly ReportPeriod[] {
  return history.map(({ period, values }) => ({
    id: period.id,
    year: period.year,
    number: period.number,
    label: periodLabel(period),
    shortLabel: shortPeriodLabel(period),
    figures: indicators.map(({ id }) => ({ indicator: id, ...told(values.get(id)?.get(area)) })),
  }));
}

function told(part: Part | undefined): { readonly value: number | null; readonly complete: boolean } {
  if (part === undefined || !isHolding(part)) return { value: null, complete: false };
  return { value: toNumber(holdingValue(part)), complete: part.complete };
}
