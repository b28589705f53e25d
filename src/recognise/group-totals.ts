import type { Scheme } from '../scheme/scheme.ts';
import { matchKey } from '../text/match-key.ts';
import { looksOfRow } from './row-looks.ts';
import { kindAt, type SheetView, textAt } from './sheet-view.ts';

/** Groups (东部, 中部 …) that may follow a total. */
const MOST_GROUPS = 8;
/** Groups may leave a small part out (港澳台); the rows below make the total but for rounding. */
const GROUPS_OFF = 0.02;
const ROWS_OFF = 0.005;

/**
 * The rows right below a leading total that are subtotals, told by arithmetic alone: together they make the total,
 * and so do the rows below them. `rows` are the indexes of the data rows below the total, in order.
 */
export function leadingGroups(
  view: SheetView,
  total: number,
  rows: readonly number[],
  scheme: Scheme,
): readonly number[] {
  if (rows.length < 4) return [];
  const target = numbersOf(view, total, scheme);
  if (target.size === 0) return [];
  const all = new Map<number, number>();
  for (const row of rows) addTo(all, numbersOf(view, row, scheme));
  const groups = new Map<number, number>();
  for (let count = 1; count <= Math.min(MOST_GROUPS, rows.length - 2); count++) {
    addTo(groups, numbersOf(view, rows[count - 1] ?? 0, scheme));
    if (count < 2) continue;
    const twice = [...target].filter(([column, value]) => {
      const upper = groups.get(column) ?? 0;
      return value !== 0 && isNear(upper, value, GROUPS_OFF) && isNear((all.get(column) ?? 0) - upper, value, ROWS_OFF);
    });
    if (twice.length * 2 >= target.size) return rows.slice(0, count);
  }
  return [];
}

function numbersOf(view: SheetView, index: number, scheme: Scheme): ReadonlyMap<number, number> {
  const { columns, looks, cells } = looksOfRow(view, index, scheme);
  const numbers = new Map<number, number>();
  columns.forEach((column, at) => {
    const cell = cells[at] ?? 0;
    if (looks[at] !== 'number' && looks[at] !== 'year') return;
    const text = kindAt(view, cell) === 'text' ? matchKey(textAt(view, cell)).replace(/[,%]/g, '') : null;
    const value = text === null ? (view.grid.values[cell] ?? 0) : Number(text);
    if (Number.isFinite(value)) numbers.set(column, value);
  });
  return numbers;
}

function addTo(sums: Map<number, number>, numbers: ReadonlyMap<number, number>): void {
  for (const [column, value] of numbers) sums.set(column, (sums.get(column) ?? 0) + value);
}

function isNear(a: number, b: number, off: number): boolean {
  return Math.abs(a - b) <= off * Math.abs(b);
}
