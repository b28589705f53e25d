import type { TableCell } from '../../report/views.ts';

/** A sheet of the report as values, before any workbook library sees it. */
export interface SheetSpec {
  readonly name: string;
  readonly title: string;
  /** Lines under the title. */
  readonly lines: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** How many columns stay in sight on the left. */
  readonly frozen: number;
  /** Filter buttons on the header. */
  readonly filter: boolean;
  /** Shade the numbers of each column by size, over the rows of kind `unit`. */
  readonly shaded: boolean;
}

export interface SheetColumn {
  readonly header: string;
  /** Text columns wrap; their width follows the texts up to `widest` Latin characters. */
  readonly kind: 'text' | 'number';
  readonly widest: number;
}

export interface SheetRow {
  readonly kind: 'area' | 'group' | 'unit' | 'part';
  readonly cells: readonly SheetCell[];
}

/** A text, a plain count, a figure with its decimals or reason, or nothing. */
export type SheetCell = string | number | TableCell | Rate | null;

/** A per cent figure with one decimal. */
interface Rate {
  readonly rate: number | null;
}

export function textColumn(header: string, widest = 60): SheetColumn {
  return { header, kind: 'text', widest };
}

export function numberColumn(header: string): SheetColumn {
  return { header, kind: 'number', widest: 16 };
}
