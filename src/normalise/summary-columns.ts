import type { CellContent } from '../model/grid.ts';
import type { TableColumn } from '../model/recognised.ts';
import type { Indicator, Scheme } from '../scheme/scheme.ts';
import type { Field } from './field.ts';
import { type NumberReading, numberReader } from './number-cell.ts';
import { numberWords } from './number-words.ts';
import type { RegionFields } from './region-cells.ts';
import type { Slot } from './table-rows.ts';
import { columnMeaning, type TableView } from './table-view.ts';

/** An indicator column of a summary table. */
export interface IndicatorField extends Field {
  readonly column: number;
  readonly indicator: Indicator;
  readonly yearToDate: boolean;
  /** A blank is an error: a core indicator, unless its period column stands beside this year-to-date one. */
  readonly required: boolean;
  readonly read: (cell: CellContent | undefined) => NumberReading;
}

/** The columns of a summary table with their readers. */
export interface SummaryColumns {
  readonly slots: readonly Slot[];
  readonly regions: RegionFields;
  readonly indicators: readonly IndicatorField[];
}

/** Prepares the columns of a summary table; of two columns that give the same the first wins. */
export function summaryColumns({ table }: TableView, scheme: Scheme): SummaryColumns {
  const region = (id: string, slot: number): Field => ({ id, slot, column: columnMeaning(table, id)?.column ?? null });
  const regions = { city: region('city', 0), county: region('county', 1), region_code: region('region_code', 2) };
  const indicators = new Map(scheme.indicators.map((indicator) => [indicator.id, indicator]));
  const chosen = new Map<string, { readonly column: TableColumn; readonly indicator: Indicator }>();
  for (const column of table.columns) {
    const indicator = indicators.get(column.meaning ?? '');
    const key = columnKey(column.meaning, column.yearToDate);
    if (indicator !== undefined && !chosen.has(key)) chosen.set(key, { column, indicator });
  }
  const fields = [...chosen.values()].map(({ column, indicator }, at): IndicatorField => {
    const units = { header: column.unit, banner: table.bannerUnit };
    return {
      id: indicator.id,
      slot: at + 3,
      column: column.column,
      indicator,
      yearToDate: column.yearToDate,
      required: indicator.tier === 'core' && !(column.yearToDate && chosen.has(columnKey(indicator.id, false))),
      read: numberReader({ ...indicator, doubtedFrom: null }, units, numberWords(scheme)),
    };
  });
  const slots = [regions.city, regions.county, regions.region_code].map(({ column }) => ({ column, spread: true }));
  return { slots: [...slots, ...fields.map(({ column }) => ({ column, spread: false }))], regions, indicators: fields };
}

function columnKey(meaning: string | null, yearToDate: boolean): string {
  return `${meaning} ${yearToDate}`;
}
