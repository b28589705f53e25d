import { zipSync } from 'fflate';
import { compareText } from '../text/compare.ts';

/** Parts that readers look for first. */
const LEADING = ['[Content_Types].xml', '_rels/.rels'];

/** The fastest level of fflate packs a fifth larger than its usual one, in a quarter of the time, which is most of a report's. */
const LEVEL = 1;

/** A package whose bytes depend on its parts only: they are sorted and have one fixed date. */
export function packParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...parts].sort(([a], [b]) => comparePartNames(a, b));
  // Zips hold local time: fields of the local calendar read the same in every time zone.
  return zipSync(Object.fromEntries(sorted), { level: LEVEL, mtime: new Date(1980, 0, 1, 12) });
}

/** The order of parts in a package. */
export function comparePartNames(a: string, b: string): number {
  const rank = (name: string) => (LEADING.includes(name) ? LEADING.indexOf(name) : LEADING.length);
  return rank(a) - rank(b) || compareText(a, b);
}
