import type { LineRegions } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { LinePart } from './line-columns.ts';
import { columnAt, kindAt, rowNumber, rowStart, type SheetView, textAt } from './sheet-view.ts';

interface Held {
  readonly text: string;
  /** Last row that the cell is merged over. */
  readonly bottom: number;
}

/**
 * Tells for rows in ascending order what the region columns of a part say of them: their own cells, merged ones, and
 * those written once for the rows below. A text in a column ends what the columns right of it said.
 */
export function lineRegions(view: SheetView, part: LinePart, scheme: Scheme): (index: number) => LineRegions | null {
  const types = new Map(scheme.columns.map(({ id, type }) => [id, type]));
  const fields = part.flatMap(({ column, field }) =>
    field !== null && types.get(field) === 'region' ? [{ column, field }] : [],
  );
  if (fields.length === 0) return () => null;
  const held = new Map<number, Held>();
  return (index) => {
    const row = rowNumber(view, index);
    const own = ownTexts(view, index, new Set(fields.map(({ column }) => column)));
    const merges = view.merges.get(row) ?? [];
    fields.forEach(({ column }, at) => {
      const text = own.get(column);
      if (text === undefined) return;
      for (const right of fields.slice(at + 1)) held.delete(right.column);
      held.set(column, { text, bottom: merges.find(({ left }) => left === column)?.bottom ?? row });
    });
    const told = fields.flatMap(({ column, field }) => {
      const cell = held.get(column);
      return cell === undefined ? [] : [{ column, field, ...cell }];
    });
    if (told.length === 0) return null;
    const filled = told.find(({ column, bottom }) => !own.has(column) && bottom < row)?.column ?? null;
    return { texts: Object.fromEntries(told.map(({ field, text }) => [field, text])), filled };
  };
}

function ownTexts(view: SheetView, index: number, columns: ReadonlySet<number>): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    const column = columnAt(view, at);
    if (!columns.has(column)) continue;
    const text = kindAt(view, at) === 'text' ? textAt(view, at) : String(view.grid.values[at]);
    if (text.trim() !== '') texts.set(column, text);
  }
  return texts;
}
