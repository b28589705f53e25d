import type { Activity, FiledReturn } from '../model/filed-return.ts';
import { cityOf, type RegionIndex } from '../scheme/regions.ts';
import { compareText } from '../text/compare.ts';
import { eventKey, textHash } from '../text/event-key.ts';

/** A ledger row with the file it stands in. */
export interface FiledRow {
  readonly filed: FiledReturn;
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
  const ordered = files.toSorted(byBureauAndFile);
  const keyOf = keyReader(regions);
  const groups = new Map<string, FiledRow[]>();
  for (const { row, key } of candidates(ordered, keyOf)) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

const NO_KEY = -1;

/** Nearly every row is alone with its event: keys are kept of those only whose hash occurs again. */
function* candidates(
  files: readonly FiledReturn[],
  keyOf: (row: Activity) => string | null,
): Generator<{ readonly row: FiledRow; readonly key: string }> {
  const hashes = new Int32Array(files.reduce((sum, { activities }) => sum + activities.length, 0));
  let at = 0;
  for (const { activities } of files) {
    for (const activity of activities) {
      const key = keyOf(activity);
      hashes[at++] = key === null ? NO_KEY : textHash(key);
    }
  }
  const repeated = repeatedIn(hashes);
  if (repeated.size === 0) return;
  at = 0;
  for (const filed of files) {
    for (const activity of filed.activities) {
      const key = repeated.has(hashes[at++] ?? NO_KEY) ? keyOf(activity) : null;
      if (key !== null) yield { row: { filed, activity }, key };
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

function keyReader(regions: RegionIndex): (row: Activity) => string | null {
  const cities = new Map<string, string>();
  return ({ title, start, venue, region, association, setAside }) => {
    if (title === '' || start === null || region === null || setAside !== null) return null;
    if (venue === '' && association === '') return null;
    const city = cities.get(region) ?? cityOf(regions, region)?.code ?? region;
    cities.set(region, city);
    return [eventKey(title, start, venue), city, venue === '' ? association : ''].join('\n');
  };
}

function byBureauAndFile(a: FiledReturn, b: FiledReturn): number {
  return compareText(a.sender?.value ?? '', b.sender?.value ?? '') || compareText(a.file, b.file);
}
