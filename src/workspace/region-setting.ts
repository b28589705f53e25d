import { nearest } from '../scheme/nearest.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { RowReader } from '../scheme/row-reader.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { YamlMap } from '../scheme/yaml-map.ts';

/** A region of the settings by name or code: its code; null when it is not given or, told, not to be found. */
export function readArea(map: YamlMap, key: string, scheme: Scheme | null): string | null {
  if (!map.has(key)) return null;
  const value = map.text(key);
  if (value === '' || scheme === null) return null;
  const { code, candidates } = regionNamed(value, scheme, null);
  if (code === null) {
    map.fault(key, 'REFERENCE_UNKNOWN', { column: key, value, table: REGIONS, nearest: candidates });
  }
  return code;
}

/** The same of a cell of a table, within the area of `within` (region code) first. */
export function regionCell(row: RowReader, column: string, scheme: Scheme, within: string | null): string | null {
  const value = row.text(column);
  if (value === '') return null;
  const { code, candidates } = regionNamed(value, scheme, within);
  if (code === null) row.fault('REFERENCE_UNKNOWN', { column, value, table: REGIONS, nearest: candidates });
  return code;
}

const REGIONS = 'regions.csv';

/** `candidates` are what may be meant when no one region is. */
function regionNamed(
  value: string,
  scheme: Scheme,
  within: string | null,
): { readonly code: string | null; readonly candidates: readonly string[] } {
  const found = findRegion(regionIndex(scheme), value, within);
  if (found.kind === 'region') return { code: found.region.code, candidates: [] };
  if (found.kind === 'several')
    return { code: null, candidates: found.regions.map(({ name, code }) => `${name} ${code}`) };
  const names = scheme.regions.map(({ name }) => name);
  return { code: null, candidates: nearest(value, names) };
}
