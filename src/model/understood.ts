import type { Form, TableColumn } from './recognised.ts';

/** A table as it was understood, for those who ask (`-v`); also of sheets that are no return of the scheme. */
export interface UnderstoodTable {
  readonly sheet: string | null;
  readonly form: Form | 'unknown';
  readonly headerRows: readonly [number, number];
  readonly dataRows: readonly [number, number] | null;
  readonly totalRows: readonly number[];
  readonly columns: readonly TableColumn[];
  /** Hidden, instruction and sample sheets are listed but not compiled. */
  readonly compiled: boolean;
}
