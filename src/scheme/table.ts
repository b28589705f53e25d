import { CsvError, parse } from 'csv-parse/sync';
import type { FaultList } from './faults.ts';
import { nearest } from './nearest.ts';
import type { TableSpec } from './table-spec.ts';

/** A table of a scheme as text; columns that are missing are told once and then left alone. */
export interface SchemeTable {
  readonly file: string;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** 1-based line on which the row begins. */
  readonly line: number;
  /** Trimmed text by heading. */
  readonly cells: ReadonlyMap<string, string>;
}

interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a table and checks its heading. Null when it cannot be read at all; the faults say why. */
export function readTable(text: string, spec: TableSpec, faults: FaultList): SchemeTable | null {
  const records = recordsOf(text, spec.file, faults);
  if (records === null) return null;
  const [heading, ...rest] = records;
  if (!heading) {
    faults.add(spec.file, 1, 'TABLE_WITHOUT_ROWS', {});
    return null;
  }
  const names = heading.cells.slice(0, heading.cells.findLastIndex((name) => name !== '') + 1);
  checkHeading(names, heading.line, spec, faults);
  const rows = rest.map(({ line, cells }) => {
    const length = cells.findLastIndex((cell) => cell !== '') + 1;
    if (length > names.length) faults.add(spec.file, line, 'ROW_TOO_LONG', { expected: names.length, found: length });
    return { line, cells: firstOfEach(names, cells) };
  });
  if (rows.length === 0 && !spec.mayBeEmpty) faults.add(spec.file, heading.line, 'TABLE_WITHOUT_ROWS', {});
  return { file: spec.file, rows };
}

/** Cells by heading; of a heading that stands there twice, which was told, the first counts. */
function firstOfEach(names: readonly string[], cells: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name, at) => [name, cells[at] ?? ''] as const).toReversed());
}

function recordsOf(text: string, file: string, faults: FaultList): readonly CsvRow[] | null {
  const records: CsvRow[] = [];
  let read = 0;
  function keep(fields: readonly string[], { lines }: { readonly lines: number }): null {
    read = lines;
    // csv-parse counts the lines up to the record's end.
    const line = lines - fields.join('').split('\n').length + 1;
    const cells = fields.map((field) => field.trim());
    if (cells.some((cell) => cell !== '')) records.push({ line, cells });
    return null;
  }
  try {
    parse(text, { relax_column_count: true, skip_empty_lines: true, on_record: keep });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The record that begins behind the last good one; csv-parse names the line on which it gave up.
    const detail = error.message.replace(/ at line \d+.*$/s, '');
    faults.add(file, read + 1, 'TABLE_UNREADABLE', { detail });
    return null;
  }
}

function checkHeading(names: readonly string[], line: number, spec: TableSpec, faults: FaultList): void {
  const known = [...spec.columns, ...spec.optional];
  const missing = spec.columns.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !known.includes(name));
  for (const column of missing) {
    faults.add(spec.file, line, 'COLUMN_MISSING', { column, nearest: nearest(column, unknown) });
  }
  for (const column of unknown) {
    faults.add(spec.file, line, 'COLUMN_UNKNOWN', { column, nearest: nearest(column, missing) });
  }
  for (const column of known) {
    if (names.indexOf(column) !== names.lastIndexOf(column)) faults.add(spec.file, line, 'COLUMN_TWICE', { column });
  }
}
