import type { SummaryCell } from '../model/filed-return.ts';
import { cellAt, type TotalledTable, type TotalRow } from '../model/totalled-table.ts';
import { isWithin, type RegionIndex, regionOf } from '../scheme/regions.ts';
import type { TotalOutcome } from './judge-total.ts';

/**
 * What the total of a city's summary states for the city: the cells of its last total of the whole table that are right
 * or cannot be judged, when the table lists parts of the city, and neither the city itself nor a region elsewhere.
 */
export function statedTotals(
  table: TotalledTable,
  outcomes: ReadonlyMap<TotalRow, readonly TotalOutcome[]>,
  sender: string,
  index: RegionIndex,
): readonly SummaryCell[] {
  if (table.form !== 'summary' || regionOf(index, sender)?.level !== 'city') return [];
  const regions = table.parts.flatMap(({ region }) => region ?? []);
  if (regions.length === 0 || regions.some((code) => code === sender || !isWithin(index, code, sender))) return [];
  const total = table.totals.findLast(({ grand }) => grand);
  if (total === undefined) return [];
  return table.columns.flatMap((column, at) => {
    const { id, yearToDate } = column;
    const cell = total.cells[at] ?? null;
    const outcome = outcomes.get(total)?.[at];
    if (cell === null || cell.state === 'unreadable' || cell.shown === null) return [];
    if (outcome?.state === 'wrong' || (outcome?.state === 'right' && !outcome.whole)) return [];
    const { value } = cell.shown;
    const stated = { region: sender, indicator: id, yearToDate, value, state: cell.state, table: table.table };
    return [{ ...stated, ...cellAt(table, total, column) }];
  });
}
