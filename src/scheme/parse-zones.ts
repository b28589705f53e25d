import { checkUnique, idsOf, type RowReader } from './row-reader.ts';
import type { Region } from './scheme.ts';
import { TABLES } from './table-spec.ts';

interface Zones {
  readonly zones: readonly Omit<Region, 'order'>[];
  /** Further names of regions, by code. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/** Functional zones: units of their city (kind `unit`), or further names of a region (kind `alias`). */
export function parseZones(rows: readonly RowReader[], regions: readonly Omit<Region, 'order'>[]): Zones {
  const { file } = TABLES.zones;
  checkUnique(rows, 'id', file);
  const all = { table: TABLES.regions.file, ids: idsOf(regions.map(({ code }) => code)) };
  const cities = new Map(regions.filter(({ level }) => level === 'city').map((city) => [city.code, city]));
  const zones: Omit<Region, 'order'>[] = [];
  const aliases = new Map<string, readonly string[]>();
  for (const row of rows) {
    const names = [row.needed('name'), ...row.list('short_names')];
    if (row.oneOf('kind', ['unit', 'alias']) === 'alias') {
      row.needed('alias_of');
      const code = row.reference('alias_of', all) ?? '';
      aliases.set(code, [...(aliases.get(code) ?? []), ...names]);
      continue;
    }
    const parent = row.needed('city');
    const city = cities.get(parent);
    if (!city && all.ids?.has(parent)) {
      row.fault('REFERENCE_WRONG', { column: 'city', value: parent, wanted: 'city', of: '' });
    } else row.reference('city', all);
    zones.push(zoneOf(row, names, parent, city?.grouping ?? null));
  }
  return { zones, aliases };
}

function zoneOf(
  row: RowReader,
  [name = '', ...shorts]: readonly string[],
  parent: string,
  grouping: string | null,
): Omit<Region, 'order'> {
  const code = row.id('id', 'zone');
  const own = row.text('alias_of');
  if (own !== '') row.fault('VALUE_NOT_EMPTY', { column: 'alias_of', value: own, because: 'isUnit' });
  if (/^\d{6}-/.test(code) && !code.startsWith(`${parent}-`)) {
    row.fault('ID_SPELLING', { column: 'id', value: code, wanted: 'zone' });
  }
  const [shortName = name, ...aliases] = shorts;
  return { code, name, shortName, aliases, level: 'zone', parent, grouping, tile: null };
}
