import type { Decimal } from '../decimal/decimal.ts';
import type { Form } from './recognised.ts';

/**
 * A table that states totals, with all that is needed to hold them against its rows; runs of rows under section
 * titles are one table here. Kept only until its file is checked.
 */
export interface TotalledTable {
  readonly file: string;
  readonly sheet: string | null;
  readonly form: Form;
  /** Its columns are the regions, its rows the indicators: rows and columns of this record have changed places. */
  readonly transposed: boolean;
  /** Place in `FiledReturn.tables` of its first section. */
  readonly table: number;
  readonly columns: readonly TotalledColumn[];
  /** Data rows in order, also those that do not count. */
  readonly parts: readonly PartRow[];
  readonly totals: readonly TotalRow[];
  /** Rows at which the header stands again, as on a new page. */
  readonly pages: readonly number[];
  /** First data rows of the sections but the first. */
  readonly sections: readonly number[];
}

/** A number column. */
export interface TotalledColumn {
  /** 1-based. */
  readonly column: number;
  /** Id of the ledger column, or of the indicator. */
  readonly id: string;
  readonly yearToDate: boolean;
  /** `distinct` may add up to less than its parts; the rows of a joint event carry the same number in `once`. */
  readonly counts: 'each' | 'once' | 'distinct';
}

/** A number with what it shows of itself. */
export interface ShownNumber {
  readonly value: Decimal;
  /** What one in the last digit shown is worth. */
  readonly step: Decimal;
  /** Shown to the last unit: nothing of it was rounded off. */
  readonly exact: boolean;
}

export interface PartRow {
  readonly row: number;
  /** Null when it cannot be told. */
  readonly region: string | null;
  /** An earlier row of the table tells the same event. */
  readonly repeats: boolean;
  /** By place in `columns`; null when not known. */
  readonly values: readonly (ShownNumber | null)[];
}

/** A row of totals as stated. */
export interface TotalRow {
  readonly row: number;
  /** Match key of the word by which it is a total: totals of one word are of one kind. */
  readonly word: string;
  /** It means the whole table, by its word or the region it names. */
  readonly grand: boolean;
  /** Codes of the regions whose rows it names; null when it names none. */
  readonly scope: readonly string[] | null;
  /** By place in `columns`; null when blank. */
  readonly cells: readonly (TotalCell | null)[];
}

export interface TotalCell {
  readonly state: 'given' | 'nil' | 'unreadable';
  /** Null when unreadable, or only about so much. */
  readonly shown: ShownNumber | null;
  readonly raw: string;
}

/** Where the cell of a total stands in the sheet. */
export function cellAt(
  { transposed }: TotalledTable,
  { row }: TotalRow,
  { column }: TotalledColumn,
): { readonly row: number; readonly column: number } {
  return transposed ? { row: column, column: row } : { row, column };
}
