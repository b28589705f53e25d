import type { Fault } from '../model/errors.ts';
import type { Form, SourceHints } from '../model/recognised.ts';
import { type FaultList, faultList } from '../scheme/faults.ts';
import { type RowReader, rowReaders } from '../scheme/row-reader.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { readTable } from '../scheme/table.ts';
import type { TableSpec } from '../scheme/table-spec.ts';
import { namesFile, printedPath } from './file-name.ts';
import { periodCell } from './period-setting.ts';
import { regionCell } from './region-setting.ts';

/** What an official settles about files that cannot be understood by themselves. */
export interface SourcesTable {
  readonly rows: readonly SourceRow[];
}

/** One line of `sources.csv`. */
export interface SourceRow {
  /** 1-based line of the table. */
  readonly line: number;
  /** Name of the file as huizong prints it, or the end of it. */
  readonly file: string;
  readonly hints: SourceHints;
}

export const SOURCES_FILE = 'sources.csv';

/** In the order of a new table. */
export const SOURCES_COLUMNS = ['file', 'bureau', 'period', 'form', 'remark'] as const;

const SPEC: TableSpec = {
  file: SOURCES_FILE,
  columns: ['file'],
  optional: SOURCES_COLUMNS.slice(1),
  mayBeEmpty: true,
};

/** Reads `sources.csv` (file → bureau, period, form; blank cells settle nothing) and tells all its faults. */
export function parseSources(
  text: string,
  scheme: Scheme,
): { readonly table: SourcesTable; readonly faults: readonly Fault[] } {
  const faults = faultList();
  const rows = rowReaders(readTable(text, SPEC, faults), faults).map((row) => ({
    line: row.line,
    file: printedPath(row.needed('file')),
    hints: { bureau: regionCell(row, 'bureau', scheme, null), period: periodCell(row, 'period'), form: formOf(row) },
  }));
  tellTwice(rows, faults);
  return { table: { rows }, faults: faults.sorted([SOURCES_FILE]) };
}

/** The row for a file: of those that name it, the one that says most of its path. */
export function sourceRowOf(table: SourcesTable, file: string): SourceRow | null {
  const naming = table.rows.filter((row) => namesFile(row.file, file));
  return naming.reduce<SourceRow | null>(
    (best, row) => (best && best.file.length >= row.file.length ? best : row),
    null,
  );
}

function formOf(row: RowReader): Form | null {
  return row.oneOf<Form | ''>('form', ['', 'ledger', 'summary']) || null;
}

function tellTwice(rows: readonly SourceRow[], faults: FaultList): void {
  const first = new Map<string, number>();
  for (const { file, line } of rows) {
    const known = first.get(file);
    if (known === undefined) first.set(file, line);
    else faults.add(SOURCES_FILE, line, 'ID_TWICE', { column: 'file', value: file, first: `${SOURCES_FILE}:${known}` });
  }
}
