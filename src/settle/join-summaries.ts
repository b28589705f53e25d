import type { FiledCell, RepeatedCell } from '../model/bureau-return.ts';
import type { FiledReturn, SummaryCell } from '../model/filed-return.ts';
import type { Period } from '../period/period.ts';

/** The summary cells of one return: those that count by region and indicator, and those that tell one of them again. */
export interface JoinedSummaries {
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, FiledCell>>;
  readonly yearToDate: ReadonlyMap<string, ReadonlyMap<string, FiledCell>>;
  readonly repeated: readonly RepeatedCell[];
}

type Cells = Map<string, Map<string, FiledCell>>;

/**
 * Joins the summaries of the files of one return; of two cells that tell the same the first that is not blank counts.
 *
 * In the first period of a year the year to date is the period itself, where this is blank or not asked for. A total row speaks for the city where no row of
 * the return does.
 */
export function joinSummaries(files: readonly FiledReturn[], period: Period): JoinedSummaries {
  const ofPeriod = takeRows(files, false);
  const ofYear = takeRows(files, true);
  const cells = ofPeriod.cells;
  if (period.number === 1) fillFrom(cells, ofYear.cells, ({ state }) => state === 'blank');
  for (const yearToDate of period.number === 1 ? [false, true] : [false]) {
    fillFrom(cells, totalCells(files, yearToDate));
  }
  const yearToDate = ofYear.cells;
  fillFrom(yearToDate, totalCells(files, true));
  return { cells, yearToDate, repeated: [...ofPeriod.repeated, ...ofYear.repeated] };
}

function takeRows(
  files: readonly FiledReturn[],
  yearToDate: boolean,
): { readonly cells: Cells; readonly repeated: readonly RepeatedCell[] } {
  const cells: Cells = new Map();
  const repeated: RepeatedCell[] = [];
  for (const filed of files) {
    for (const cell of filed.summary) {
      if (cell.yearToDate !== yearToDate) continue;
      const own = cellsOf(cells, cell);
      const kept = own.get(cell.indicator);
      const one = { filed, cell };
      if (kept === undefined || kept.cell.state === 'blank') own.set(cell.indicator, one);
      else if (kept.cell.value !== null && cell.value !== null) repeated.push({ kept, ignored: one });
    }
  }
  return { cells, repeated };
}

function totalCells(files: readonly FiledReturn[], yearToDate: boolean): Cells {
  const cells: Cells = new Map();
  for (const filed of files) {
    for (const cell of filed.statedTotals) {
      const own = cellsOf(cells, cell);
      if (cell.yearToDate === yearToDate && !own.has(cell.indicator)) own.set(cell.indicator, { filed, cell });
    }
  }
  return cells;
}

/** Fills in what is not there, or `gives way`. */
function fillFrom(cells: Cells, others: Cells, givesWay: (cell: SummaryCell) => boolean = () => false): void {
  for (const [, row] of others) {
    for (const [indicator, one] of row) {
      const own = cellsOf(cells, one.cell);
      const there = own.get(indicator);
      if (there === undefined || givesWay(there.cell)) own.set(indicator, one);
    }
  }
}

function cellsOf(cells: Cells, { region }: SummaryCell): Map<string, FiledCell> {
  const found = cells.get(region);
  if (found !== undefined) return found;
  const made = new Map<string, FiledCell>();
  cells.set(region, made);
  return made;
}
