import { childrenOf, type RegionIndex, regionOf } from '../scheme/regions.ts';

/** One bureau that is due in the period. */
export interface RosterRow {
  readonly bureau: string;
  readonly name: string;
  readonly exempt: boolean;
}

/** Who is due when no roster is given: the cities of a province, the counties of a city, else the area itself. */
export function defaultRoster(area: string, regions: RegionIndex): readonly RosterRow[] {
  const children = childrenOf(regions, area).filter(({ level }) => level === 'city' || level === 'county');
  const due = children.length > 0 ? children : [regionOf(regions, area)].filter((region) => region !== null);
  return due.map(({ code, name }) => ({ bureau: code, name, exempt: false }));
}
