import { activityAt } from '../model/activities.ts';
import { valueAt } from '../model/coded-column.ts';
import type { Activity, FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { findingValue } from '../model/finding-value.ts';
import { findingPacker, singly } from '../model/packed-findings.ts';
import { cellName, filePlace } from '../model/place.ts';
import type { Period } from '../period/period.ts';
import { matchKey } from '../text/match-key.ts';
import { EXPLANATIONS_FILE, type Explanation, type ExplanationsTable } from './explanations.ts';
import { liesInOtherPeriod, namesFile } from './file-name.ts';
import { sameValue } from './same-value.ts';

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
  const explain = (one: Finding, candidates: readonly Explanation[]) => {
    const spot = spotOf(one, activityAt(one));
    const meant = candidates.filter((row) => means(row, spot));
    for (const row of meant) push(met, row, one);
    const reason = meant.find((row) => sameValue(row.value, findingValue(one)))?.reason;
    return reason === undefined || one.severity === 'error' ? one : { ...one, explained: reason };
  };
  // A line speaks of one cell or row, so each finding that it may mean is held against it by itself.
  const explained = findings.flatMap((one) => {
    const candidates = byKey.get(`${one.code} ${one.bureau}`);
    if (candidates === undefined) return one;
    const packer = findingPacker();
    for (const single of singly([one])) packer.add(explain(single, candidates));
    return packer.findings();
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

/** Where a finding stands, ready to be compared with many lines. */
interface Spot {
  readonly finding: Finding;
  readonly sheet: string;
  readonly cell: string;
  /** Keys of the ledger row's title and of the association's code and name; null where there is no such row. */
  readonly activity: {
    readonly title: string;
    readonly names: readonly string[];
    readonly start: string | null;
  } | null;
}

function spotOf(one: Finding, at: Activity | null): Spot {
  const { sheet, row, column } = one.place;
  return {
    finding: one,
    sheet: matchKey(sheet ?? ''),
    cell: row === null || column === null ? '' : cellName(row, column),
    activity: at && {
      title: matchKey(at.title),
      names: [at.association, at.associationName].map(matchKey),
      start: at.start,
    },
  };
}

/** Whether everything that a line says of the place agrees with where a finding stands. */
function means(
  row: Explanation,
  { finding: { place, region, column, indicator }, sheet, cell, activity }: Spot,
): boolean {
  if (row.file !== '' && !namesFile(row.file, place.file)) return false;
  if (row.sheet !== '' && row.sheet !== sheet) return false;
  if (row.cell !== '' && row.cell !== cell) return false;
  if (row.region !== null && row.region !== region) return false;
  if (row.items !== null && !row.items.has(column ?? '') && !row.items.has(indicator ?? '')) return false;
  if (row.activity === '' && row.association === '' && row.date === null) {
    // A file alone means what is said of it as a whole, not everything in it.
    return row.cell !== '' || row.items !== null || place.row === null;
  }
  if (activity === null) return false;
  if (row.activity !== '' && row.activity !== activity.title) return false;
  if (row.date !== null && row.date !== activity.start) return false;
  return row.association === '' || activity.names.includes(row.association);
}

/** Finds the ledger row that a finding stands at; the rows of a file are indexed when they are first asked for. */
function activityFinder(filed: readonly FiledReturn[]): ActivityAt {
  const files = new Map(filed.map((one) => [one.file, one]));
  const known = new Map<FiledReturn, ReadonlyMap<string, number>>();
  return ({ place }) => {
    const file = files.get(place.file);
    if (file === undefined || place.row === null) return null;
    const rows = known.get(file) ?? rowsOf(file);
    known.set(file, rows);
    const at = rows.get(`${place.row} ${place.sheet}`);
    return at === undefined ? null : activityAt(file.activities, at);
  };
}

function rowsOf({ activities, tables }: FiledReturn): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at < activities.length; at++) {
    const sheet = tables[valueAt(activities.table, at)]?.sheet ?? null;
    places.set(`${activities.rows[at]} ${sheet}`, at);
  }
  return places;
}
