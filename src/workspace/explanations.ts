import type { Fault } from '../model/errors.ts';
import type { Period } from '../period/period.ts';
import { type FaultList, faultList } from '../scheme/faults.ts';
import { nearest } from '../scheme/nearest.ts';
import { type RowReader, rowReaders } from '../scheme/row-reader.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { findingCodes } from '../scheme/severities.ts';
import { readTable } from '../scheme/table.ts';
import type { TableSpec } from '../scheme/table-spec.ts';
import { matchKey } from '../text/match-key.ts';
import { dateCell } from './date-text.ts';
import { printedPath } from './file-name.ts';
import { periodCell } from './period-setting.ts';
import { regionCell } from './region-setting.ts';

/** Reasons of bureaus for warnings. */
export interface ExplanationsTable {
  readonly rows: readonly Explanation[];
}

/**
 * One line of `explanations.csv`. What is filled in must all agree with a finding for the line to mean it; empty cells
 * say nothing, but an empty `value` means a finding without one.
 */
export interface Explanation {
  /** 1-based line of the table. */
  readonly line: number;
  readonly code: string;
  readonly bureau: string;
  /** Null: of any period. */
  readonly period: Period | null;
  /** Name of the file as it is printed, or the end of it; empty when not given. */
  readonly file: string;
  /** Key of its name. */
  readonly sheet: string;
  /** A1 name. */
  readonly cell: string;
  readonly region: string | null;
  /** Ids of the column and the indicators that bear the name given; null when none is given. */
  readonly items: ReadonlySet<string> | null;
  /** Of a ledger row: keys of the association's name or credit code and of the activity's title; its start (ISO date). */
  readonly association: string;
  readonly activity: string;
  readonly date: string | null;
  readonly value: string;
  readonly reason: string;
}

export const EXPLANATIONS_FILE = 'explanations.csv';
export const NO_EXPLANATIONS: ExplanationsTable = { rows: [] };

/** In the order of a new table. */
export const EXPLANATIONS_COLUMNS = [
  ...['code', 'bureau', 'period', 'activity', 'association', 'date', 'region', 'item'],
  ...['file', 'sheet', 'cell', 'value', 'reason', 'remark'],
] as const;
const NEEDED: readonly string[] = ['code', 'bureau', 'value', 'reason'];

const SPEC: TableSpec = {
  file: EXPLANATIONS_FILE,
  columns: NEEDED,
  optional: EXPLANATIONS_COLUMNS.filter((column) => !NEEDED.includes(column)),
  mayBeEmpty: true,
};

/** Any of these says what a line is about. */
const PLACES = ['activity', 'association', 'region', 'file'] as const;

/** Reads `explanations.csv` and tells all its faults. */
export function parseExplanations(
  text: string,
  scheme: Scheme,
): { readonly table: ExplanationsTable; readonly faults: readonly Fault[] } {
  const faults = faultList();
  const codes = findingCodes(scheme);
  const rows = rowReaders(readTable(text, SPEC, faults), faults).map((row): Explanation => {
    tellPlace(row);
    const bureau = row.needed('bureau') === '' ? null : regionCell(row, 'bureau', scheme, null);
    return {
      line: row.line,
      code: codeOf(row, codes),
      bureau: bureau ?? '',
      period: periodCell(row, 'period'),
      file: printedPath(row.text('file')),
      sheet: matchKey(row.text('sheet')),
      cell: cellOf(row),
      region: regionCell(row, 'region', scheme, bureau),
      items: itemsOf(row, scheme),
      association: matchKey(row.text('association')),
      activity: matchKey(row.text('activity')),
      date: dateCell(row, 'date'),
      value: row.text('value'),
      reason: row.needed('reason'),
    };
  });
  tellTwice(rows, faults);
  return { table: { rows }, faults: faults.sorted([EXPLANATIONS_FILE]) };
}

/** A line must say where: an activity, an association, a region's item, or a file and what in it. */
function tellPlace(row: RowReader): void {
  const filled = (column: string) => row.text(column) !== '';
  if (!PLACES.some(filled) && !filled('cell') && !filled('sheet')) row.fault('PLACE_MISSING', { columns: PLACES });
  for (const column of ['cell', 'sheet']) {
    if (filled(column) && !filled('file')) row.fault('NEEDS_OTHER', { column, other: 'file' });
  }
  const named = filled('activity') || filled('association') || filled('cell');
  if (filled('region') && !filled('item') && !named) row.fault('NEEDS_OTHER', { column: 'region', other: 'item' });
}

function codeOf(row: RowReader, codes: readonly string[]): string {
  const code = row.needed('code').toUpperCase();
  if (code !== '' && !codes.includes(code)) {
    row.fault('VALUE_UNKNOWN', { column: 'code', value: row.text('code'), nearest: nearest(code, codes) });
  }
  return code;
}

function cellOf(row: RowReader): string {
  const cell = row.text('cell').replaceAll('$', '').toUpperCase();
  if (cell !== '' && !/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell)) row.fault('CELL_WRONG', { column: 'cell', value: cell });
  return cell;
}

/** Columns and indicators are named by id, by name or by a synonym, as the heading of a form has it. */
function itemsOf(row: RowReader, { columns, indicators }: Scheme): ReadonlySet<string> | null {
  const value = row.text('item');
  if (value === '') return null;
  const all = [...columns, ...indicators];
  const key = matchKey(value);
  const named = all.filter(
    ({ id, name, synonyms }) => id === value || [name, ...synonyms].some((one) => matchKey(one) === key),
  );
  if (named.length === 0) {
    const names = all.map(({ name }) => name);
    row.fault('VALUE_UNKNOWN', { column: 'item', value, nearest: nearest(value, names) });
  }
  return new Set(named.map(({ id }) => id));
}

/** Two lines that mean the same place and value would give two reasons. */
function tellTwice(rows: readonly Explanation[], faults: FaultList): void {
  const first = new Map<string, number>();
  for (const { line, reason: _, items, period, ...rest } of rows) {
    const key = JSON.stringify({ ...rest, items: items && [...items], period: period?.id });
    const known = first.get(key);
    if (known === undefined) first.set(key, line);
    else faults.add(EXPLANATIONS_FILE, line, 'ROW_TWICE', { first: `${EXPLANATIONS_FILE}:${known}` });
  }
}
