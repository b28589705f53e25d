import { holdsOn, type RosterEntry } from '../model/due.ts';
import type { Form } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import { dueUnits } from '../scheme/due-units.ts';
import { isWithin, type RegionIndex, regionOf } from '../scheme/regions.ts';

/** One bureau that is due in the period. */
export interface RosterRow {
  readonly bureau: string;
  readonly name: string;
  readonly exempt: boolean;
  /** Forms that must be there; empty when one is enough. */
  readonly forms: readonly Form[];
}

/** Who is due when no roster is given: the cities of a province, the counties of a city, else the area itself. */
export function defaultRoster(area: string, regions: RegionIndex): readonly RosterRow[] {
  return dueUnits(regions, area).map(({ code, name }) => ({ bureau: code, name, exempt: false, forms: [] }));
}

/**
 * Who is due in a period by a roster, within the area and in customary order: the lines that hold on the period's last
 * day. When two bureaus become one within the period, the one that is there at its end reports.
 */
export function dueRoster(
  entries: readonly RosterEntry[],
  period: Period,
  area: string,
  regions: RegionIndex,
): readonly RosterRow[] {
  const order = (bureau: string) => regionOf(regions, bureau)?.order ?? 0;
  return entries
    .filter((entry) => holdsOn(entry, period.end) && isWithin(regions, entry.bureau, area))
    .map(({ bureau, name, exempt, forms }) => {
      return { bureau, name: name ?? regionOf(regions, bureau)?.name ?? bureau, exempt, forms };
    })
    .sort((a, b) => order(a.bureau) - order(b.bureau));
}

/** Bureaus of which nothing is due: exempt ones, and units of the area that a roster leaves out with all below them. */
export function notDue(roster: readonly RosterRow[], area: string, regions: RegionIndex): ReadonlySet<string> {
  const exempt = roster.filter((row) => row.exempt).map(({ bureau }) => bureau);
  const leftOut = dueUnits(regions, area)
    .map(({ code }) => code)
    .filter((unit) => !roster.some(({ bureau }) => isWithin(regions, bureau, unit)));
  return new Set([...exempt, ...leftOut]);
}
