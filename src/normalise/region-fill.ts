import type { CellContent } from '../model/grid.ts';
import { cellOf, type Field } from './field.ts';
import type { RegionFields } from './region-cells.ts';
import { groupEnd, isBlank, REGION_COLUMNS } from './region-habit.ts';
import type { RegionColumn } from './row-region.ts';
import type { TableRow } from './table-rows.ts';
import type { TableView } from './table-view.ts';

/** A row as written, and with the region cells that were written further up for it. */
export interface FilledRow {
  readonly written: TableRow;
  readonly row: TableRow;
  /** The finest field that was filled; null when none was. */
  readonly filled: Field | null;
}

/**
 * Fills the blank cells of region columns that are written `groupwise` from the last one above; rows must come in
 * ascending order.
 *
 * A total ends a group. A county or code goes down only to rows that write no region at all: beside a city, even the
 * same one, a blank county means the city's own level, and ends the group.
 */
export function regionFiller(
  view: TableView,
  fields: RegionFields,
  groupwise: ReadonlySet<RegionColumn>,
): (row: TableRow) => FilledRow {
  if (groupwise.size === 0) return (row) => ({ written: row, row, filled: null });
  const groupEnds = groupEnd(view);
  const sources = new Map<RegionColumn, CellContent>();
  const present = REGION_COLUMNS.map((column) => ({ column, field: fields[column] }));
  return (row) => {
    if (groupEnds(row.number)) sources.clear();
    const written = new Set(present.flatMap(({ column, field }) => (isBlank(cellOf(row, field)) ? [] : [column])));
    const cells = [...row.cells];
    let filled: Field | null = null;
    for (const { column, field } of present) {
      const cell = cellOf(row, field);
      const source = sources.get(column);
      if (!groupwise.has(column)) continue;
      if (cell !== undefined && written.has(column)) sources.set(column, cell);
      else if (column !== 'city' && written.size > 0) sources.delete(column);
      else if (source !== undefined && (written.size > 0 || view.table.form === 'ledger')) {
        cells[field.slot] = source;
        filled = field;
      }
    }
    return filled === null ? { written: row, row, filled } : { written: row, row: { ...row, cells }, filled };
  };
}
