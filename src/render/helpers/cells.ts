import type { ReportLabels } from '../../message/report-labels.ts';
import type { NullReason } from '../../model/compilation.ts';
import { numberArgument } from './arguments.ts';
import { lookup } from './lists.ts';
import { formatNumber } from './numbers.ts';

/** The printed text of a table cell: its number, or the word for why there is none. */
export function cell(given: unknown, labels: ReportLabels): string {
  const value = numberArgument(lookup(given, 'value'));
  if (value !== null) return formatNumber(value, numberArgument(lookup(given, 'decimals')) ?? 0);
  return reasonWord(lookup(given, 'reason'), labels);
}

/** The word for a missing value; a value without any reason counts as not reported. */
export function reasonWord(reason: unknown, labels: ReportLabels): string {
  const known = typeof reason === 'string' && Object.hasOwn(labels.reason, reason);
  return labels.reason[known ? (reason as NullReason) : 'notReported'];
}

/** The shade of a value between 0 and the largest: a step from 0 (none) to `steps`; null is 0. */
export function level(value: unknown, max: unknown, steps: unknown): number {
  const number = numberArgument(value);
  const largest = numberArgument(max);
  if (number === null || largest === null || number <= 0 || largest <= 0) return 0;
  return Math.min(numberArgument(steps) ?? 0, Math.ceil((number / largest) * (numberArgument(steps) ?? 0)));
}
