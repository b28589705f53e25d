import type { Activity, FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { cellName, filePlace } from '../model/place.ts';
import type { Period } from '../period/period.ts';
import { matchKey } from '../text/match-key.ts';
import { EXPLANATIONS_FILE, type Explanation, type ExplanationsTable } from './explanations.ts';
import { liesInOtherPeriod, namesFile } from './file-name.ts';
import { findingValue, sameValue } from './finding-value.ts';

/** What explanations are held against, beside the findings. */
export interface ExplainedRun {
  readonly period: Period;
  /** All files of the run: ledger rows are known by what they say, and only who sent something is told of unused lines. */
  readonly filed: readonly FiledReturn[];
}

/**
 * Findings with the reasons that `explanations.csv` gives for them, and findings about its lines: reasons that have
 * lapsed because the value changed, that mean an error, that mean nothing.
 */
export function explainFindings(
  findings: readonly Finding[],
  table: ExplanationsTable,
  run: ExplainedRun,
): { readonly findings: readonly Finding[]; readonly lines: readonly Finding[] } {
  const rows = table.rows.filter((row) => isOfPeriod(row, run.period));
  if (rows.length === 0) return { findings, lines: [] };
  const byKey = new Map<string, Explanation[]>();
  for (const row of rows) push(byKey, `${row.code} ${row.bureau}`, row);
  const activityAt = activityFinder(run.filed);
  const met = new Map<Explanation, Finding[]>();
  const explained = findings.map((one) => {
    const candidates = byKey.get(`${one.code} ${one.bureau}`) ?? [];
    const meant = candidates.filter((row) => means(row, one, activityAt));
    for (const row of meant) push(met, row, one);
    const reason = meant.find((row) => sameValue(row.value, findingValue(one)))?.reason;
    return reason === undefined || one.severity === 'error' ? one : { ...one, explained: reason };
  });
  const senders = new Set(run.filed.map(({ sender }) => sender?.value));
  const lines = rows.flatMap((row) => lineFinding(row, met.get(row) ?? [], senders.has(row.bureau)));
  return { findings: explained, lines };
}

function push<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function isOfPeriod({ period, file }: Explanation, run: Period): boolean {
  return period === null ? !liesInOtherPeriod(file, run) : period.id === run.id;
}

/** What is to be said of a line, by the findings at its place. */
function lineFinding(row: Explanation, met: readonly Finding[], hasSent: boolean): readonly Finding[] {
  const place = { ...filePlace(EXPLANATIONS_FILE), row: row.line };
  const fields = { bureau: row.bureau };
  const same = met.filter((one) => sameValue(row.value, findingValue(one)));
  const [first] = same.length > 0 ? same : met;
  if (first === undefined) return hasSent ? [finding('EXPLANATION_UNUSED', place, { about: row.code }, fields)] : [];
  if (same.length === 0) {
    const args = { about: row.code, explained: row.value, now: findingValue(first) };
    return [finding('EXPLANATION_LAPSED', place, args, fields)];
  }
  return first.severity === 'error' ? [finding('EXPLANATION_REFUSED', place, { about: row.code }, fields)] : [];
}

type ActivityAt = (of: Finding) => Activity | null;

/** Whether everything that a line says of the place agrees with a finding. */
function means(row: Explanation, one: Finding, activityAt: ActivityAt): boolean {
  const { place, region, column, indicator } = one;
  if (row.file !== '' && !namesFile(row.file, place.file)) return false;
  if (row.sheet !== '' && matchKey(row.sheet) !== matchKey(place.sheet ?? '')) return false;
  if (
    row.cell !== '' &&
    (place.row === null || place.column === null || cellName(place.row, place.column) !== row.cell)
  )
    return false;
  if (row.region !== null && row.region !== region) return false;
  if (row.items !== null && !row.items.has(column ?? '') && !row.items.has(indicator ?? '')) return false;
  const ofRow = row.activity !== '' || row.association !== '' || row.date !== null;
  if (ofRow) return meansActivity(row, activityAt(one));
  // A file alone means what is said of it as a whole, not everything in it.
  return row.cell !== '' || row.items !== null || place.row === null;
}

function meansActivity({ activity, association, date }: Explanation, at: Activity | null): boolean {
  if (at === null) return false;
  if (activity !== '' && matchKey(activity) !== matchKey(at.title)) return false;
  if (date !== null && date !== at.start) return false;
  const names = [at.association, at.associationName].map(matchKey);
  return association === '' || names.includes(matchKey(association));
}

/** Finds the ledger row that a finding stands at; the rows of a file are indexed when they are first asked for. */
function activityFinder(filed: readonly FiledReturn[]): ActivityAt {
  const files = new Map(filed.map((one) => [one.file, one]));
  const known = new Map<FiledReturn, ReadonlyMap<string, Activity>>();
  return ({ place }) => {
    const file = files.get(place.file);
    if (file === undefined || place.row === null) return null;
    const rows = known.get(file) ?? rowsOf(file);
    known.set(file, rows);
    return rows.get(`${place.row} ${place.sheet}`) ?? null;
  };
}

function rowsOf({ activities, tables }: FiledReturn): ReadonlyMap<string, Activity> {
  return new Map(activities.map((one) => [`${one.row} ${tables[one.table]?.sheet ?? null}`, one]));
}
