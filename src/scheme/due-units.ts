import { childrenOf, type RegionIndex, regionOf } from './regions.ts';
import type { Region } from './scheme.ts';

/** Who reports to an area by default: the cities of a province, the counties of a city, else the area itself. */
export function dueUnits(index: RegionIndex, area: string): readonly Region[] {
  const children = childrenOf(index, area).filter(({ level }) => level === 'city' || level === 'county');
  return children.length > 0 ? children : [regionOf(index, area)].filter((region) => region !== null);
}

/** The narrowest region that holds all of some regions; null when none does. */
export function commonRegion(index: RegionIndex, codes: readonly string[]): string | null {
  const lines = codes.map((code) => lineOf(index, code));
  return lines[0]?.find((code) => lines.every((line) => line.includes(code))) ?? null;
}

/** A region and those that it lies in, nearest first. */
function lineOf(index: RegionIndex, code: string): readonly string[] {
  const line: string[] = [];
  for (let region = regionOf(index, code); region; region = region.parent ? regionOf(index, region.parent) : null) {
    line.push(region.code);
  }
  return line;
}
