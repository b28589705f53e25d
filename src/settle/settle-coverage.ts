import { NO_ACTIVITIES, sumActivities } from '../model/activity-counts.ts';
import { valueAt } from '../model/coded-column.ts';
import type { ActivityCounts, BureauStatus, Compilation, FileState } from '../model/compilation.ts';
import type { FiledReturn, SetAsideRow } from '../model/filed-return.ts';
import { fatesOf, rowCounts } from '../model/row-fate.ts';
import { bureauStates, offRosterStates } from './bureau-states.ts';
import { type SettledSource, sourceOf } from './file-source.ts';
import { repeatedRows, setAsideRows } from './set-aside.ts';
import type { SettleContext, SettledFiles } from './settle-files.ts';

/** Coverage and reconciliation: who has reported, what each file held, which rows do not count. */
export interface SettledCoverage {
  readonly bureaus: readonly BureauStatus[];
  readonly offRoster: readonly BureauStatus[];
  readonly unknownSenders: Compilation['unknownSenders'];
  readonly setAside: readonly SetAsideRow[];
  /** Without what only the checks know. */
  readonly sources: readonly SettledSource[];
  readonly activities: ActivityCounts;
}

/** Settles coverage once every finding is known; `bureausWithErrors` decides between accepted and provisional. */
export function settleCoverage(
  settled: SettledFiles,
  bureausWithErrors: ReadonlySet<string>,
  context: SettleContext,
): SettledCoverage {
  const senders = new Set(settled.returns.keys());
  const repeated = repeatedRows(settled.returns.values());
  const perFile = settled.files.map(({ filed, state }) => ({
    filed,
    state,
    rows: setAsideRows(filed, state, senders, context.regions, repeated, settled.rows),
  }));
  const sources = perFile.map(({ filed, state, rows }) => {
    return sourceSummary(filed, state, rows, activityCounts(filed, state, settled.rows));
  });
  return {
    bureaus: bureauStates(settled, bureausWithErrors, context),
    offRoster: offRosterStates(settled, bureausWithErrors, context),
    unknownSenders: settled.files
      .filter(({ state }) => state === 'unknownSender')
      .map(({ filed }) => ({ file: filed.file, name: filed.unknownSender ?? filed.sender?.text ?? '' })),
    setAside: perFile.flatMap(({ rows }) => rows),
    sources,
    activities: sumActivities(sources.map(({ activities }) => activities)),
  };
}

function sourceSummary(
  filed: FiledReturn,
  state: FileState,
  rows: readonly SetAsideRow[],
  activities: ActivityCounts,
): SettledSource {
  const setAside = rows.reduce((sum, row) => sum + row.rows, 0);
  return sourceOf(filed, state, { counted: countedRows(filed, state, rows), setAside }, activities);
}

/** Counted by itself, not as a difference, so that a lost row shows. */
function countedRows(filed: FiledReturn, state: FileState, rows: readonly SetAsideRow[]): number {
  if (state !== 'counted') return 0;
  const aside = rows.length - filed.rowsAside.length;
  return filed.activities.length + filed.summaryRows.length + filed.summarySetAside.length - aside;
}

function activityCounts(filed: FiledReturn, state: FileState, fates: SettledFiles['rows']): ActivityCounts {
  if (state !== 'counted') return NO_ACTIVITIES;
  const { activities } = filed;
  const own = fatesOf(activities, fates);
  const byTask = new Map<string, number>();
  const read = activities.length;
  let counted = 0;
  let events = 0;
  for (let at = 0; at < read; at++) {
    if (!rowCounts(activities, at, own)) continue;
    counted++;
    const fate = own.get(at);
    if (fate?.counts !== true || fate.event) events++;
    const task = valueAt(activities.task, at);
    if (task !== null) byTask.set(task, (byTask.get(task) ?? 0) + 1);
  }
  return { read, counted, setAside: read - counted, events, byTask };
}
