import { checkUnique, idsOf, type RowReader } from './row-reader.ts';
import type { FormerRegion, Region } from './scheme.ts';
import { TABLES } from './table-spec.ts';

/** Divisions that exist no more, with what they became. */
export function parseFormerRegions(rows: readonly RowReader[], regions: readonly Region[]): readonly FormerRegion[] {
  checkUnique(rows, 'code', TABLES.formerRegions.file);
  const table = TABLES.regions.file;
  const codes = { table, ids: idsOf(regions.map(({ code }) => code)) };
  const names = { table, ids: idsOf(regions.map(({ name }) => name)) };
  return rows.map((row) => {
    const code = row.id('code', 'division');
    if (codes.ids?.has(code))
      row.fault('REFERENCE_WRONG', { column: 'code', value: code, wanted: 'formerCode', of: '' });
    const parentName = row.needed('parent_name');
    row.reference('parent_name', names);
    row.needed('successor_codes');
    const validFrom = row.whole('valid_from', 1949, 2100);
    return {
      code,
      name: row.needed('name'),
      parentName,
      retired: row.whole('retired', validFrom, 2100),
      successors: row.references('successor_codes', codes),
    };
  });
}
