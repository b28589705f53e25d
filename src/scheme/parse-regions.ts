import { parseZones } from './parse-zones.ts';
import { checkUnique, type RowReader } from './row-reader.ts';
import type { Region, RegionLevel, SchemeWords, Tile } from './scheme.ts';
import { TABLES } from './table-spec.ts';

const TILE_COLUMNS = ['tile_column', 'tile_row'] as const;

/** A region of a table, before own levels and zones are put beside it. */
interface Listed {
  readonly row: RowReader;
  readonly region: Omit<Region, 'order'>;
  /** Place among the cities; 0 for others. */
  readonly place: number;
}

/**
 * All regions: the province with its own level, then each city with its own level, counties and zones.
 * `order` counts them through.
 */
export function parseRegions(
  rows: readonly RowReader[],
  zoneRows: readonly RowReader[],
  ownLevel: SchemeWords['ownLevel'],
): readonly Region[] {
  checkUnique(rows, 'code', TABLES.regions.file);
  const listed = rows.map(listedOf);
  checkParents(listed);
  checkTiles(listed);
  const provinces = listed.filter(({ region }) => region.level === 'province');
  if (rows.length > 0 && provinces.length !== 1) rows[0]?.fault('PROVINCE_COUNT', { found: provinces.length });
  const { zones, aliases } = parseZones(
    zoneRows,
    listed.map(({ region }) => region),
  );
  const cities = listed.filter(({ region }) => region.level === 'city').sort((a, b) => a.place - b.place);
  const counties = listed.filter(({ region }) => region.level === 'county').map(({ region }) => region);
  const ordered = [
    ...provinces.flatMap(({ region }) => [region, ...ownLevelOf(region, ownLevel.province)]),
    ...cities.flatMap(({ region }) => [
      region,
      ...ownLevelOf(region, ownLevel.city),
      ...counties.filter(({ parent }) => parent === region.code),
      ...zones.filter(({ parent }) => parent === region.code),
    ]),
  ];
  return ordered.map((region, order) => ({
    ...region,
    aliases: [...region.aliases, ...(aliases.get(region.code) ?? [])],
    order,
  }));
}

function listedOf(row: RowReader): Listed {
  const level = row.oneOf('level', ['county', 'city', 'province']);
  const parent = level === 'province' ? row.text('parent_code') : row.needed('parent_code');
  const order = row.text('order');
  if (level !== 'city' && order !== '') {
    row.fault('VALUE_NOT_EMPTY', { column: 'order', value: order, because: 'notCity' });
  }
  return {
    row,
    place: level === 'city' ? row.whole('order', 1, 999) : 0,
    region: {
      code: row.id('code', 'division'),
      name: row.needed('name'),
      shortName: row.needed('short_name'),
      aliases: row.list('aliases'),
      level,
      parent: parent === '' ? null : parent,
      grouping: row.text('grouping') || null,
      tile: tileOf(row, level),
    },
  };
}

/** The largest column and row of a map of tiles. */
const LAST_TILE = 19;

/** The tile of a city; both of its cells are filled or none. */
function tileOf(row: RowReader, level: RegionLevel): Tile | null {
  const filled = TILE_COLUMNS.filter((column) => row.text(column) !== '');
  if (filled.length === 0) return null;
  if (level !== 'city') {
    for (const column of filled) row.fault('VALUE_NOT_EMPTY', { column, value: row.text(column), because: 'notCity' });
    return null;
  }
  const [column = 0, line = 0] = TILE_COLUMNS.map((name) => row.whole(name, 0, LAST_TILE));
  return { column, row: line };
}

/** Tells cities that stand on the tile of another. */
function checkTiles(listed: readonly Listed[]): void {
  const first = new Map<string, number>();
  for (const { row, region } of listed) {
    const cells = TILE_COLUMNS.map((column) => row.text(column));
    // What is no number was told already.
    if (region.tile === null || !cells.every((cell) => /^\d+$/.test(cell))) continue;
    const value = cells.map(Number).join();
    const line = first.get(value);
    if (line === undefined) first.set(value, row.line);
    else row.fault('ID_TWICE', { column: TILE_COLUMNS.join(), value, first: `${TABLES.regions.file}:${line}` });
  }
}

/** A city lies in the province, a county in a city; so there is no circle either. */
function checkParents(listed: readonly Listed[]): void {
  const levels = new Map(listed.map(({ region }) => [region.code, region.level]));
  checkUnique(
    listed.filter(({ region }) => region.level === 'city').map(({ row }) => row),
    'order',
    TABLES.regions.file,
  );
  for (const { row, region } of listed) {
    const { parent } = region;
    if (region.level === 'province') {
      if (parent !== null) {
        row.fault('VALUE_NOT_EMPTY', { column: 'parent_code', value: parent, because: 'isProvince' });
      }
      continue;
    }
    const wanted = region.level === 'city' ? 'province' : 'city';
    // Without a province, which is told, every city would lack it.
    if (wanted === 'province' && ![...levels.values()].includes('province')) continue;
    if (parent === null || levels.get(parent) === wanted) continue;
    if (levels.has(parent)) row.fault('REFERENCE_WRONG', { column: 'parent_code', value: parent, wanted, of: '' });
    else row.reference('parent_code', { table: TABLES.regions.file, ids: new Set(levels.keys()) });
  }
}

/** 广州市 and 市本级 give 广州市本级, 440100-self. */
function ownLevelOf(of: Omit<Region, 'order'>, words: readonly string[]): readonly Omit<Region, 'order'>[] {
  const [word] = words;
  if (word === undefined) return [];
  const ending = word.charAt(0) === of.name.at(-1) ? word.slice(1) : word;
  return [
    {
      code: `${of.code}-self`,
      name: of.name + ending,
      shortName: word,
      aliases: [],
      level: 'self',
      parent: of.code,
      grouping: of.grouping,
      tile: null,
    },
  ];
}
