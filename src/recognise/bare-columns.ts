import { ROW_CLASSES } from '../model/recognised.ts';
import { countPower } from '../scheme/count-unit.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { isNumeral } from './look.ts';
import type { OpenSheet } from './open-sheet.ts';
import type { TableBody } from './rows.ts';
import { columnAt, kindAt, rowNumber, rowStart, type SheetView } from './sheet-view.ts';
import { COLUMN_ROLES, type TableFrame } from './table-frame.ts';

/** A column of a table that has no header, but numbers in rows of data. */
export interface BareColumn {
  readonly column: number;
  readonly numbers: number;
  /** Row number of the first of them. */
  readonly first: number;
}

interface Numbers extends BareColumn {
  readonly begin: number;
  readonly last: number;
  /** Each is the one above and one more, or begins anew. */
  readonly ascending: boolean;
}

/**
 * The columns of numbers that no header of a table names, from left to right.
 *
 * Between the first and the last header one number is enough; beside them, without an empty column between, a column
 * has a number in most rows of data: a few are notes at the side. Running numbers before
 * the first column of values are those of the rows.
 */
export function bareColumns(
  { view, classes, context }: OpenSheet,
  frame: TableFrame,
  { end, outside }: TableBody,
): readonly BareColumn[] {
  if (!outside) return [];
  const headed = headedColumns(frame);
  const [from = 1] = headed;
  const to = headed.at(-1) ?? 0;
  const values = headed.find((column) => frame.roleOf(column) === 'value') ?? from;
  const found = new Map<number, Numbers>();
  let rows = 0;
  for (let index = frame.header.last + 1; index < end; index++) {
    if (classes[index] !== DATA) continue;
    rows++;
    const stop = rowStart(view, index + 1);
    for (let at = rowStart(view, index); at < stop; at++) {
      const column = columnAt(view, at);
      if ((frame.roles[column] ?? OUTSIDE) !== OUTSIDE) continue;
      const value = numberAt(view, at, context.scheme);
      if (value !== null) found.set(column, withNumber(found.get(column), column, rowNumber(view, index), value));
    }
  }
  const isBeside = (column: number) => {
    const step = column < from ? 1 : -1;
    let next = column + step;
    while ((next < from || next > to) && found.has(next)) next += step;
    return next === from || next === to;
  };
  return [...found.values()]
    .filter((one) => {
      if (one.column < values && isRunning(one)) return false;
      return (from < one.column && one.column < to) || (one.numbers * 2 > rows && isBeside(one.column));
    })
    .sort((a, b) => a.column - b.column)
    .map(({ column, numbers, first }) => ({ column, numbers, first }));
}

const DATA = ROW_CLASSES.indexOf('data');
const OUTSIDE = COLUMN_ROLES.indexOf('outside');
/** Fewer that do not begin with one may be figures. */
const FEW = 3;

function headedColumns({ roles, left }: TableFrame): readonly number[] {
  const columns: number[] = [];
  for (let column = left; column < roles.length; column++) if (roles[column] !== OUTSIDE) columns.push(column);
  return columns;
}

function withNumber(known: Numbers | undefined, column: number, row: number, value: number): Numbers {
  if (known === undefined) return { column, numbers: 1, first: row, begin: value, last: value, ascending: true };
  const ascending = known.ascending && (value === known.last + 1 || value === 1);
  return { ...known, numbers: known.numbers + 1, last: value, ascending };
}

function isRunning({ numbers, begin, ascending }: Numbers): boolean {
  return ascending && (begin === 1 || numbers >= FEW);
}

/** A number, or a text that is one but for a unit behind it (NaN for a percentage); null for anything else. */
export function numberAt(view: SheetView, at: number, scheme: Scheme): number | null {
  const kind = kindAt(view, at);
  if (kind === 'number' || kind === 'percent') return view.grid.values[at] ?? null;
  const key = view.keyAt(at);
  const unit = /\p{L}.*$/u.exec(key)?.[0] ?? '';
  const digits = key.slice(0, key.length - unit.length);
  if (!isNumeral(digits) || !isUnit(unit, scheme)) return null;
  return Number(digits.replaceAll(',', ''));
}

function isUnit(unit: string, scheme: Scheme): boolean {
  const { moneyUnits, countUnits } = wordSets(scheme);
  return unit === '' || moneyUnits.has(unit) || countPower(unit, countUnits) !== null;
}
