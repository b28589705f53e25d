import { type Activities, activityAt } from '../model/activities.ts';
import { valueAt } from '../model/coded-column.ts';
import type { Activity, FiledReturn } from '../model/filed-return.ts';
import { cityOf, type RegionIndex } from '../scheme/regions.ts';
import { compareText } from '../text/compare.ts';
import { eventKey, looseHash } from '../text/event-key.ts';

/** A ledger row with the file it stands in. */
export interface FiledRow {
  readonly filed: FiledReturn;
  /** Its place among the rows of the file. */
  readonly at: number;
  readonly activity: Activity;
}

/**
 * The rows that tell one event, wherever they stand: two or more for each event, in the order of bureau, file, sheet
 * and row. Rows that say themselves that they cannot count are left out.
 *
 * The event key is the title, the first day, the venue and the city of the row's region. Without title or day there is
 * none; without a venue only rows of one association tell one event.
 */
export function eventGroups(files: readonly FiledReturn[], regions: RegionIndex): readonly (readonly FiledRow[])[] {
  const cityOfRow = cityFinder(regions);
  const groups = new Map<string, FiledRow[]>();
  for (const row of candidates(files.toSorted(byBureauAndFile), cityOfRow)) {
    const { title, start, venue, association } = row.activity;
    const key = [eventKey(title, start ?? '', venue), cityOfRow(row.activity).code, venue === '' ? association : ''];
    const group = groups.get(key.join('\n'));
    if (group === undefined) groups.set(key.join('\n'), [row]);
    else group.push(row);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

const NO_KEY = -1;

/** Nearly every row is alone with its event: keys are made of those only whose title, day and city may occur again. */
function* candidates(files: readonly FiledReturn[], cityOfRow: CityOfRow): Generator<FiledRow> {
  const hashes = new Int32Array(files.reduce((sum, { activities }) => sum + activities.length, 0));
  let at = 0;
  for (const { activities } of files) {
    for (let row = 0; row < activities.length; row++) hashes[at++] = hashOf(activities, row, cityOfRow);
  }
  const repeated = repeatedIn(hashes);
  if (repeated.size === 0) return;
  at = 0;
  for (const filed of files) {
    const { activities } = filed;
    for (let row = 0; row < activities.length; row++) {
      if (repeated.has(hashes[at++] ?? NO_KEY)) yield { filed, at: row, activity: activityAt(activities, row) };
    }
  }
}

function repeatedIn(hashes: Int32Array): ReadonlySet<number> {
  const repeated = new Set<number>();
  const sorted = hashes.toSorted();
  for (let at = 1; at < sorted.length; at++) {
    const hash = sorted[at] ?? NO_KEY;
    if (hash !== NO_KEY && hash === sorted[at - 1]) repeated.add(hash);
  }
  return repeated;
}

/** Of the title, day and city of a row; rows that tell no event, or cannot count, have no key. */
function hashOf(activities: Activities, at: number, cityOfRow: CityOfRow): number {
  const title = valueAt(activities.title, at);
  const start = valueAt(activities.start, at);
  const region = valueAt(activities.region, at);
  if (title === '' || start === null || region === null || valueAt(activities.setAside, at) !== null) return NO_KEY;
  if (valueAt(activities.venue, at) === '' && valueAt(activities.association, at) === '') return NO_KEY;
  return looseHash(title, looseHash(start, cityOfRow({ region }).hash));
}

/** City of the region that a row counts for; the region itself where it lies in none. */
type CityOfRow = (row: Pick<Activity, 'region'>) => { readonly code: string; readonly hash: number };

function cityFinder(regions: RegionIndex): CityOfRow {
  const cities = new Map<string, ReturnType<CityOfRow>>();
  return ({ region }) => {
    const own = region ?? '';
    const known = cities.get(own);
    if (known !== undefined) return known;
    const code = cityOf(regions, own)?.code ?? own;
    const city = { code, hash: looseHash(code) };
    cities.set(own, city);
    return city;
  };
}

function byBureauAndFile(a: FiledReturn, b: FiledReturn): number {
  return compareText(a.sender?.value ?? '', b.sender?.value ?? '') || compareText(a.file, b.file);
}
