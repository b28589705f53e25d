import type { Fault } from '../model/errors.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Explanation, parseExplanations } from '../workspace/explanations.ts';
import { REASON_COLUMNS, type Reason } from './draft.ts';

/** Reasons as `explanations.csv` would be read: what they mean there, and what it would refuse. */
export function readReasons(
  reasons: readonly Reason[],
  scheme: Scheme,
): { readonly rows: readonly Explanation[]; readonly faults: readonly Fault[] } {
  if (reasons.length === 0) return { rows: [], faults: [] };
  const lines = reasons.map((reason) => REASON_COLUMNS.map((column) => quoted(reason[column])).join(','));
  const { table, faults } = parseExplanations([REASON_COLUMNS.join(','), ...lines].join('\n'), scheme);
  return { rows: table.rows, faults };
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
