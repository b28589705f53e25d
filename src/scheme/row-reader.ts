import type { FaultArgs, FaultCode, Spelling } from './fault-text.ts';
import type { FaultList } from './faults.ts';
import { nearest } from './nearest.ts';
import type { SchemeTable, TableRow } from './table.ts';

/**
 * Reads the cells of one row and tells what is wrong with them. A faulty cell gives some value of its type: the scheme
 * is refused anyway, and reading on finds the other faults. Cells of a missing column are empty and never faulty.
 */
export interface RowReader {
  readonly line: number;
  text(column: string): string;
  /** A text that must not be empty. */
  needed(column: string): string;
  /** Items between `|`. */
  list(column: string): readonly string[];
  oneOf<T extends string>(column: string, allowed: readonly [T, ...T[]]): T;
  /** An id or code. */
  id(column: string, spelling: Spelling): string;
  whole(column: string, least: number, most: number): number;
  /** The id of a row of another table; null when the cell is empty. */
  reference(column: string, to: References): string | null;
  references(column: string, to: References): readonly string[];
  fault<C extends FaultCode>(code: C, args: FaultArgs[C]): void;
}

/** Ids that may be named, or null when their table could not be read. */
export interface References {
  readonly table: string;
  readonly ids: ReadonlySet<string> | null;
}

/** Ids as references; an empty table was told already and makes no further faults. */
export function idsOf(ids: readonly string[]): ReadonlySet<string> | null {
  return ids.length === 0 ? null : new Set(ids);
}

const SPELLINGS: Readonly<Record<Spelling, RegExp>> = {
  id: /^[a-z][a-z0-9_]*$/,
  division: /^\d{6}$/,
  zone: /^\d{6}-(?!self$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
  rule: /^[A-Z]\d+$/,
  sha256: /^[0-9a-fA-F]{64}$/,
};

/** Readers of all rows of a table; none when the table could not be read. */
export function rowReaders(table: SchemeTable | null, faults: FaultList): readonly RowReader[] {
  return table === null ? [] : table.rows.map((row) => rowReader(table.file, row, faults));
}

function rowReader(file: string, { line, cells }: TableRow, faults: FaultList): RowReader {
  const fault = <C extends FaultCode>(code: C, args: FaultArgs[C]): void => faults.add(file, line, code, args);
  const text = (column: string): string => cells.get(column) ?? '';

  function needed(column: string): string {
    const value = text(column);
    if (value === '' && cells.has(column)) fault('VALUE_MISSING', { column });
    return value;
  }

  function list(column: string): readonly string[] {
    const items = text(column).split(/[|｜]/u);
    return items.map((item) => item.trim()).filter((item) => item !== '');
  }

  function named(column: string, value: string, { table, ids }: References): void {
    if (ids === null || ids.has(value)) return;
    fault('REFERENCE_UNKNOWN', { column, value, table, nearest: nearest(value, [...ids]) });
  }

  return {
    line,
    text,
    needed,
    list,
    fault,
    oneOf(column, allowed) {
      const value = text(column);
      const found = allowed.find((one) => one === value);
      if (found === undefined && cells.has(column)) {
        fault('VALUE_NOT_ALLOWED', { column, value, allowed: allowed.filter((one) => one !== '') });
      }
      return found ?? allowed[0];
    },
    id(column, spelling) {
      const value = needed(column);
      if (value !== '' && !SPELLINGS[spelling].test(value)) fault('ID_SPELLING', { column, value, wanted: spelling });
      return value;
    },
    whole(column, least, most) {
      const value = needed(column);
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      if (value !== '') fault('NUMBER_WRONG', { column, value, wanted: 'whole', least, most });
      return least;
    },
    reference(column, to) {
      const value = text(column);
      if (value === '') return null;
      named(column, value, to);
      return value;
    },
    references(column, to) {
      const values = list(column);
      for (const value of values) named(column, value, to);
      const twice = values.find((value, at) => values.indexOf(value) < at);
      if (twice !== undefined) fault('ITEM_TWICE', { column, value: twice });
      return values;
    },
  };
}

/** Tells rows whose value of a column was used before. */
export function checkUnique(rows: readonly RowReader[], column: string, file: string): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const value = row.text(column);
    if (value === '') continue;
    const line = first.get(value);
    if (line === undefined) first.set(value, row.line);
    else row.fault('ID_TWICE', { column, value, first: `${file}:${line}` });
  }
}
