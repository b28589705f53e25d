import type { Finding } from '../../src/model/finding.ts';
import type { Grid } from '../../src/model/grid.ts';
import { gridFromRows } from '../../src/model/grid-builder.ts';
import { cellName, columnName, filePlace } from '../../src/model/place.ts';
import {
  type Form,
  type RecognisedFile,
  type RecognisedSheet,
  ROW_CLASSES,
  type RowClass,
  type Table,
} from '../../src/model/recognised.ts';

/** A column by its meaning, or with what else its header says. */
export type ColumnSpec = string | { meaning: string | null; unit?: string; yearToDate?: boolean };

export interface SheetSpec {
  readonly form?: Form;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly sheet?: string;
  readonly task?: string;
  readonly bannerUnit?: string;
  /** Classes of rows that are no data, by row number. */
  readonly classes?: Readonly<Record<number, RowClass>>;
  readonly frame?: Parameters<typeof gridFromRows>[1];
  /** A grid of its own instead of one made from `rows`. */
  readonly grid?: Grid;
  readonly compiled?: boolean;
}

/** A sheet with its header in row 1 and data from row 2 on. */
export function recognisedSheet(spec: SheetSpec): RecognisedSheet {
  const header = spec.columns.map((column) => (typeof column === 'string' ? column : (column.meaning ?? '?')));
  const grid = spec.grid ?? gridFromRows([header, ...spec.rows], { sheet: spec.sheet ?? '表', ...spec.frame });
  const classes = Uint8Array.from(grid.rowNumbers, (row) =>
    ROW_CLASSES.indexOf(spec.classes?.[row] ?? (row === 1 ? 'header' : 'data')),
  );
  const last = grid.rowNumbers.at(-1) ?? 1;
  const table: Table = {
    form: spec.form ?? 'ledger',
    headerRows: [1, 1],
    dataRows: last > 1 ? [2, last] : null,
    columns: spec.columns.map((column, index) => ({
      column: index + 1,
      header: header[index] ?? '',
      meaning: typeof column === 'string' ? column : column.meaning,
      unit: typeof column === 'string' ? null : (column.unit ?? null),
      yearToDate: typeof column === 'string' ? false : (column.yearToDate ?? false),
    })),
    task: spec.task ?? null,
    bannerUnit: spec.bannerUnit ?? null,
  };
  return { grid, classes, tables: [table], compiled: spec.compiled ?? true };
}

/** A file of sheets, sent by nobody in particular. */
export function recognisedFile(...sheets: readonly SheetSpec[]): RecognisedFile {
  return {
    file: 'a.xlsx',
    sender: { value: '441300', from: 'cover', place: filePlace('a.xlsx'), text: '惠州市' },
    period: null,
    nilStatement: false,
    sheets: sheets.map(recognisedSheet),
    gate: null,
    unknownSender: null,
  };
}

/** Findings as `CODE B2 raw`, in order. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ code, place: { row, column }, raw }) => {
    const at =
      row === null
        ? column === null
          ? ''
          : columnName(column)
        : column === null
          ? String(row)
          : cellName(row, column);
    return [code, at, raw].filter((part) => part !== null && part !== '').join(' ');
  });
}
