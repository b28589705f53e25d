import { valueAt } from '../model/coded-column.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Finding } from '../model/finding.ts';
import { fatesOf, type OpenFates, type RowFate, type RowFates, setFate } from '../model/row-fate.ts';
import type { RegionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Duplicate, eventFindings, rowRef } from './event-findings.ts';
import { eventGroups, type FiledRow } from './event-groups.ts';
import { type JointColumns, type JointDifference, joinEvent, jointColumns } from './joint-event.ts';
import { replacedRegions } from './replaced-regions.ts';

/** What became of the ledger rows of the files that count. */
export interface SettledRows {
  /** Over all returns of the run. */
  readonly fates: RowFates;
  /** Within each return alone, as if no other had been sent: what its own summary is held against. */
  readonly alone: RowFates;
  /** Bureaus to whose rows other returns make a difference. */
  readonly touched: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/**
 * Settles rows over all returns: those that give way to a county's own return, duplicates, joint events.
 *
 * Only rows of which there is something to say get a fate.
 */
export function settleRows(files: readonly FiledReturn[], scheme: Scheme, regions: RegionIndex): SettledRows {
  const columns = jointColumns(scheme);
  const fates = replacedRows(files, regions);
  const alone: OpenFates = new Map();
  const touched = new Set<string>(bureausOf(files, fates));
  const duplicates: Duplicate[] = [];
  const differences: JointDifference[] = [];
  for (const group of eventGroups(files, regions)) {
    const standing = group.filter(({ filed, at }) => !fatesOf(filed.activities, fates).has(at));
    const bureaus = byBureau(group);
    const settled = settleEvent(standing, columns);
    for (const [{ filed, at }, fate] of settled.fates) setFate(fates, filed.activities, at, fate);
    // One by one: as arguments a hundred thousand rows of one event would exceed the stack.
    for (const duplicate of settled.duplicates) duplicates.push(duplicate);
    for (const difference of settled.differences) differences.push(difference);
    for (const [bureau, rows] of bureaus) {
      if (bureaus.size > 1) touched.add(bureau);
      const isAll = bureaus.size === 1 && standing.length === group.length;
      const own = isAll ? settled : settleEvent(rows, columns);
      for (const [{ filed, at }, fate] of own.fates) setFate(alone, filed.activities, at, fate);
    }
  }
  return { fates, alone, touched, findings: eventFindings(duplicates, differences) };
}

function replacedRows(files: readonly FiledReturn[], regions: RegionIndex): OpenFates {
  const senders = new Set(files.flatMap(({ sender }) => (sender === null ? [] : [sender.value])));
  const replaced: OpenFates = new Map();
  const fate: RowFate = { counts: false, reason: 'replacedByCounty', of: null };
  for (const { sender, activities } of files) {
    const isReplaced = replacedRegions(sender?.value ?? '', senders, regions);
    if (!activities.region.values.some(isReplaced)) continue;
    for (let at = 0; at < activities.length; at++) {
      const isAside = valueAt(activities.setAside, at) !== null;
      if (!isAside && isReplaced(valueAt(activities.region, at))) setFate(replaced, activities, at, fate);
    }
  }
  return replaced;
}

function bureausOf(files: readonly FiledReturn[], fates: RowFates): readonly string[] {
  return files.filter(({ activities }) => fates.has(activities)).flatMap(({ sender }) => sender?.value ?? []);
}

function byBureau(rows: readonly FiledRow[]): ReadonlyMap<string, readonly FiledRow[]> {
  const groups = new Map<string, FiledRow[]>();
  for (const row of rows) {
    const bureau = row.filed.sender?.value ?? '';
    const group = groups.get(bureau);
    if (group === undefined) groups.set(bureau, [row]);
    else group.push(row);
  }
  return groups;
}

interface SettledEvent {
  readonly fates: ReadonlyMap<FiledRow, RowFate>;
  readonly duplicates: readonly Duplicate[];
  readonly differences: readonly JointDifference[];
}

/** Rows of one event, in order: an association counts once, with its first row; several associations are a joint event. */
function settleEvent(rows: readonly FiledRow[], columns: JointColumns): SettledEvent {
  const fates = new Map<FiledRow, RowFate>();
  const duplicates: Duplicate[] = [];
  const firsts = new Map<string, FiledRow>();
  const standing: FiledRow[] = [];
  for (const row of rows) {
    const { association } = row.activity;
    const first = association === '' ? undefined : firsts.get(association);
    if (first === undefined) {
      firsts.set(association, row);
      standing.push(row);
    } else {
      duplicates.push({ row, of: first });
      fates.set(row, { counts: false, reason: 'duplicate', of: rowRef(first) });
    }
  }
  const [one, ...others] = standing;
  if (one === undefined || others.length === 0) return { fates, duplicates, differences: [] };
  const joint = joinEvent([one, ...others], columns);
  for (const [row, asItAdds] of joint.rows) {
    fates.set(row, { counts: true, event: row === joint.first, row: asItAdds });
  }
  return { fates, duplicates, differences: joint.differences };
}
