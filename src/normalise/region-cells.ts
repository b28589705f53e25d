import { brokenCell, cellText } from './cell-text.ts';
import { cellOf, type Field } from './field.ts';
import { remark } from './reading.ts';
import type { FilledRow } from './region-fill.ts';
import type { RegionFinder, RowRegion } from './region-finder.ts';
import type { RowNotes } from './row-notes.ts';
import type { RegionColumn, RegionTexts } from './row-region.ts';
import type { TableRow } from './table-rows.ts';

export type RegionFields = Readonly<Record<RegionColumn, Field>>;

const FILLED = [remark('REGION_FILLED', {})];

/** Finds the region of a row by its cells and notes what is to be said about them. */
export function readRegion(
  { row, written, filled }: FilledRow,
  fields: RegionFields,
  find: RegionFinder,
  notes: RowNotes,
): RowRegion {
  const { city, county, region_code: code } = fields;
  for (const field of [city, county, code]) {
    const cell = cellOf(row, field);
    const broken = brokenCell(cell);
    if (broken === null) continue;
    notes.add([broken], { row: row.number, column: field.column, cell, region: null, about: { column: field.id } });
    return { region: null, setAside: 'noRegion', remark: null, column: null };
  }
  const found = find(textsOf(row, fields));
  // A cell carried down that changes nothing need not be told.
  if (filled !== null && found.region !== find(textsOf(written, fields)).region) {
    const { id, column } = filled;
    notes.add(FILLED, { row: row.number, column, cell: undefined, region: found.region, about: { column: id } });
  }
  if (found.remark !== null) {
    const field = found.column === null ? firstPresent([county, city, code]) : fields[found.column];
    const cell = cellOf(row, field);
    notes.add([found.remark], {
      row: row.number,
      column: field.column,
      cell,
      region: found.region,
      about: { column: field.id },
    });
  }
  return found;
}

function textsOf(row: TableRow, { city, county, region_code: code }: RegionFields): RegionTexts {
  return {
    city: cellText(cellOf(row, city)),
    county: cellText(cellOf(row, county)),
    region_code: cellText(cellOf(row, code)),
  };
}

/** Where a region that nobody wrote should stand. */
function firstPresent(fields: readonly [Field, ...Field[]]): Field {
  return fields.find(({ column }) => column !== null) ?? fields[0];
}
