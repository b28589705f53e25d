import type { Finding } from '../../src/model/finding.ts';
import type { Grid } from '../../src/model/grid.ts';
import { gridFromRows } from '../../src/model/grid-builder.ts';
import { singly } from '../../src/model/packed-findings.ts';
import { cellName, columnName, filePlace } from '../../src/model/place.ts';
import {
  type Form,
  type RecognisedFile,
  type RecognisedSheet,
  ROW_CLASSES,
  type RowClass,
  type Table,
  type TableLine,
  type TableReasons,
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
  /** Region that the title names. */
  readonly region?: string;
  /** Of a transposed summary: the indicator of each row below the header, with its unit. */
  readonly lines?: readonly (string | null | (Pick<TableLine, 'meaning'> & Partial<TableLine>))[];
  /** Classes of rows that are no data, by row number. */
  readonly classes?: Readonly<Record<number, RowClass>>;
  readonly frame?: Parameters<typeof gridFromRows>[1];
  /** A grid of its own instead of one made from `rows`. */
  readonly grid?: Grid;
  readonly compiled?: boolean;
}

/** A sheet with its header in row 1 and data from row 2 on. */
function recognisedSheet(spec: SheetSpec): RecognisedSheet {
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
    region: spec.region ?? null,
    lines: spec.lines?.map(lineOf) ?? null,
    why: NO_REASONS,
  };
  const aside = grid.visibility === 'visible' ? null : 'hiddenSheet';
  return { grid, classes, tables: [table], compiled: spec.compiled ?? true, aside };
}

function lineOf(spec: NonNullable<SheetSpec['lines']>[number], at: number): TableLine {
  const line = { row: at + 2, label: '', unit: null, yearToDate: false, regions: null };
  return typeof spec === 'object' && spec !== null
    ? { ...line, ...spec, regions: spec.regions ?? null }
    : { ...line, meaning: spec };
}

/** Why a table was taken for what it is; of no matter here. */
export const NO_REASONS: TableReasons = {
  header: { total: 0, coverage: 0, wording: 0, contrast: 0, distinct: 0, hits: 0 },
  form: { by: null, ledger: 0, summary: 0, lines: 0 },
};

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
    version: { number: null, revised: false, folders: [], date: null },
  };
}

/** Findings as `CODE B2 raw`, in order. */
export function brief(findings: readonly Finding[]): string[] {
  return [...singly(findings)].map(({ code, place: { row, column }, raw }) => {
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
