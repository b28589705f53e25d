import type { Form, TableColumn } from '../model/recognised.ts';
import type { ColumnType, Scheme } from '../scheme/scheme.ts';
import type { HeaderBlock } from './header-block.ts';
import { type Initials, initialsOf } from './initials.ts';
import { looksOf } from './row-looks.ts';
import { columnAt, rowStart, type SheetView } from './sheet-view.ts';

/** What a column is to the rows below its header. */
export const COLUMN_ROLES = ['outside', 'unknown', 'ignored', 'region', 'value'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What the rows below a header are judged by. */
export interface TableFrame {
  readonly form: Form | 'unknown';
  readonly header: HeaderBlock;
  /** Where rows are indicators: the indexes of those that name one. */
  readonly lines: ReadonlySet<number> | null;
  /** First column with a header or, of a table of another subject, with cells below it. */
  readonly left: number;
  /** How many columns have a header. */
  readonly width: number;
  /** How many of them hold values of the form, and how many tell the region. */
  readonly values: number;
  readonly regions: number;
  readonly roleOf: (column: number) => ColumnRole;
  /** The same by column number, as index into `COLUMN_ROLES`; columns beyond its end are outside. */
  readonly roles: Uint8Array;
  /** Whether most cells of the column are numbers. */
  readonly isNumeric: (column: number) => boolean;
  /** Rows whose first cell is merged from above; told only of tables of another subject. */
  readonly continued: ReadonlySet<number>;
  /** Match keys of the header rows by column, to know them again after a page break. */
  readonly headerKeys: readonly ReadonlyMap<number, string>[];
  readonly initials: Initials;
}

const SAMPLE = 40;
/** Of the widest sheets. */
const LAST_COLUMN = 16384;

export function tableFrame(
  view: SheetView,
  header: HeaderBlock,
  form: Form | 'unknown',
  columns: readonly TableColumn[],
  scheme: Scheme,
): TableFrame {
  const types = new Map(scheme.columns.map(({ id, type }) => [id, type]));
  const body = once(() => bodyColumns(view, header, scheme));
  const left = form === 'unknown' ? body().left : Number.MAX_SAFE_INTEGER;
  const last = form === 'unknown' ? LAST_COLUMN : Math.max(0, ...columns.map(({ column }) => column));
  const roles = new Uint8Array(last + 1);
  // Cells of a table of another subject that have no header still belong to it: 省 in a table by 年.
  if (form === 'unknown' && left <= LAST_COLUMN) roles.fill(COLUMN_ROLES.indexOf('unknown'), left);
  for (const { column, meaning } of columns) {
    roles[column] = COLUMN_ROLES.indexOf(roleBy(form, meaning === null ? null : (types.get(meaning) ?? 'indicator')));
  }
  const first = columns[0]?.column ?? 1;
  const keys = headerKeys(view, header);
  return {
    form,
    header,
    lines: null,
    left: Math.min(first, left),
    width: columns.length,
    values: countRole(columns, roles, 'value'),
    regions: countRole(columns, roles, 'region'),
    roleOf: (column) => COLUMN_ROLES[roles[column] ?? 0] ?? 'outside',
    roles,
    isNumeric: (column) => body().numeric.has(column),
    continued: form === 'unknown' ? continuedRows(view, left) : new Set(),
    headerKeys: keys,
    initials: initialsOf(keys.flatMap((row) => [...row.values()])),
  };
}

function once<T>(compute: () => T): () => T {
  let done: { readonly value: T } | null = null;
  return () => {
    done ??= { value: compute() };
    return done.value;
  };
}

function countRole(columns: readonly TableColumn[], roles: Uint8Array, role: ColumnRole): number {
  const code = COLUMN_ROLES.indexOf(role);
  return columns.filter(({ column }) => roles[column] === code).length;
}

/** Role by form and type of field; a null type is a column that the scheme does not know. */
function roleBy(form: TableFrame['form'], type: ColumnType | 'indicator' | null): ColumnRole {
  if (form === 'unknown') return 'value';
  if (type === null) return 'unknown';
  if (type === 'region') return 'region';
  return type === 'ignore' || type === 'check' ? 'ignored' : 'value';
}

function bodyColumns(
  view: SheetView,
  header: HeaderBlock,
  scheme: Scheme,
): { readonly numeric: ReadonlySet<number>; readonly left: number } {
  const filled = new Map<number, number>();
  const numbers = new Map<number, number>();
  for (const { columns, looks } of looksOf(view, header.last + 1, SAMPLE, scheme)) {
    columns.forEach((column, at) => {
      filled.set(column, (filled.get(column) ?? 0) + 1);
      if (looks[at] === 'number' || looks[at] === 'year') numbers.set(column, (numbers.get(column) ?? 0) + 1);
    });
  }
  const numeric = [...numbers].flatMap(([column, count]) => (count * 2 >= (filled.get(column) ?? 0) ? [column] : []));
  const left = Math.min(
    ...[...filled.keys()].filter((column) => (filled.get(column) ?? 0) > 1),
    Number.MAX_SAFE_INTEGER,
  );
  return { numeric: new Set(numeric), left };
}

const MOST_CONTINUED = 100_000;

function continuedRows(view: SheetView, column: number): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const merges of view.merges.values()) {
    for (const { top, left, bottom } of merges) {
      if (left !== column || rows.size > MOST_CONTINUED) continue;
      for (let row = top + 1; row <= bottom; row++) rows.add(row);
    }
  }
  return rows;
}

function headerKeys(view: SheetView, { first, last }: HeaderBlock): readonly ReadonlyMap<number, string>[] {
  const rows: ReadonlyMap<number, string>[] = [];
  for (let index = first; index <= last; index++) {
    const keys = new Map<number, string>();
    for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
      const key = view.keyAt(at);
      if (key !== '') keys.set(columnAt(view, at), key);
    }
    rows.push(keys);
  }
  return rows;
}
