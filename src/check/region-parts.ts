import type { PartRow } from '../model/totalled-table.ts';
import { type RegionIndex, regionOf } from '../scheme/regions.ts';

/** Rows of regions that together make a total, and whether they leave something of it out. */
export interface RegionParts {
  readonly rows: readonly PartRow[];
  readonly whole: boolean;
}

/**
 * The rows of a summary that may make up a total, the likeliest first.
 *
 * A city's own row beside those of its parts is no addend: either the parts are, or the city's row instead of them.
 * A region told twice may be added once, and a total of counties leaves the own level out.
 */
export function regionParts(rows: readonly PartRow[], index: RegionIndex): readonly RegionParts[] {
  const told = new Set(rows.flatMap(({ region }) => region ?? []));
  const above = new Set([...told].flatMap((code) => uppers(code, index)));
  const leaves = rows.filter(({ region }) => region === null || !above.has(region));
  const tops = rows.filter(({ region }) => region === null || !uppers(region, index).some((code) => told.has(code)));
  const counties = leaves.filter(({ region }) => region === null || regionOf(index, region)?.level !== 'self');
  const ways: RegionParts[] = [{ rows: leaves, whole: true }];
  if (tops.length < rows.length) ways.push({ rows: tops, whole: true });
  const once = eachOnce(leaves);
  if (once.length < leaves.length) ways.push({ rows: once, whole: true });
  if (counties.length < leaves.length && counties.length > 0) ways.push({ rows: counties, whole: false });
  return ways;
}

function eachOnce(rows: readonly PartRow[]): readonly PartRow[] {
  const known = new Set<string>();
  return rows.filter(({ region }) => {
    const isNew = region === null || !known.has(region);
    if (region !== null) known.add(region);
    return isNew;
  });
}

function uppers(code: string, index: RegionIndex): readonly string[] {
  const codes: string[] = [];
  let parent = regionOf(index, code)?.parent ?? null;
  while (parent !== null) {
    codes.push(parent);
    parent = regionOf(index, parent)?.parent ?? null;
  }
  return codes;
}
