import type { Fault } from '../model/errors.ts';
import type { Form, SourceHints } from '../model/recognised.ts';
import { type Period, parsePeriodId } from '../period/period.ts';
import { type FaultList, faultList } from '../scheme/faults.ts';
import { nearest } from '../scheme/nearest.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import { type RowReader, rowReaders } from '../scheme/row-reader.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { readTable } from '../scheme/table.ts';
import type { TableSpec } from '../scheme/table-spec.ts';

/** What an official settles about files that cannot be understood by themselves. */
export interface SourcesTable {
  readonly rows: readonly SourceRow[];
}

/** One line of `sources.csv`. */
export interface SourceRow {
  /** 1-based line of the table. */
  readonly line: number;
  /** Name of the file as huizong prints it, or its last part. */
  readonly file: string;
  readonly hints: SourceHints;
}

export const SOURCES_FILE = 'sources.csv';

const SPEC: TableSpec = {
  file: SOURCES_FILE,
  columns: ['file'],
  optional: ['bureau', 'period', 'form', 'remark'],
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
    file: printed(row.needed('file')),
    hints: { bureau: bureauOf(row, scheme), period: periodOf(row), form: formOf(row) },
  }));
  tellTwice(rows, faults);
  return { table: { rows }, faults: faults.sorted([SOURCES_FILE]) };
}

/** The row for a file: by its whole name, else by its last part. */
export function sourceRowOf(table: SourcesTable, file: string): SourceRow | null {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return table.rows.find((row) => row.file === file) ?? table.rows.find((row) => row.file === name) ?? null;
}

/** Officials on Windows write backslashes. */
function printed(file: string): string {
  return file.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
}

function bureauOf(row: RowReader, scheme: Scheme): string | null {
  const value = row.text('bureau');
  if (value === '') return null;
  const found = findRegion(regionIndex(scheme), value, null);
  if (found.kind === 'region') return found.region.code;
  const names = scheme.regions.map(({ name }) => name);
  row.fault('REFERENCE_UNKNOWN', { column: 'bureau', value, table: 'regions.csv', nearest: nearest(value, names) });
  return null;
}

function periodOf(row: RowReader): Period | null {
  const value = row.text('period');
  const period = value === '' ? null : parsePeriodId(value);
  if (value !== '' && period === null) {
    row.fault('VALUE_NOT_ALLOWED', { column: 'period', value, allowed: ['2024Q1', '2024-03', '2024H1', '2024'] });
  }
  return period;
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
