import { NO_ACTIVITIES } from '../model/activity-counts.ts';
import type { ActivityCounts, SourceSummary } from '../model/compilation.ts';
import type { FiledReturn, SetAsideRow } from '../model/filed-return.ts';

/** A file as settled, without what only the checks know. */
export type SettledSource = Omit<SourceSummary, 'notChecked'>;

/** A file of an earlier period: a source of what the period is compared with, none of its rows are the period's. */
export function earlierFile(filed: FiledReturn): {
  readonly source: SettledSource;
  readonly setAside: readonly SetAsideRow[];
} {
  const { data } = filed.rows;
  return {
    source: sourceOf(filed, 'earlierPeriod', { counted: 0, setAside: data }, NO_ACTIVITIES),
    setAside: data === 0 ? [] : [wholeFile(filed, 'earlierPeriod')],
  };
}

/** What is said of a file as a source. */
export function sourceOf(
  filed: FiledReturn,
  state: SourceSummary['state'],
  rows: { readonly counted: number; readonly setAside: number },
  activities: ActivityCounts,
): SettledSource {
  return {
    file: filed.file,
    sha256: filed.sha256,
    format: filed.format,
    bureau: filed.sender?.value ?? null,
    forms: filed.forms,
    state,
    rows: { ...filed.rows, ...rows },
    activities,
    sender: filed.sender,
    period: filed.period,
    tables: filed.understood,
  };
}

/** The one entry that all rows of a file are set aside by. */
export function wholeFile(filed: FiledReturn, reason: SetAsideRow['reason']): SetAsideRow {
  return { file: filed.file, sheet: null, row: null, rows: filed.rows.data, reason, of: null };
}
