import type { FiledReturn, SummaryCell } from './filed-return.ts';
import type { Place } from './place.ts';
import type { LedgerTallies } from './tally.ts';

/** What one bureau sent for the period: its counted files together. */
export interface BureauReturn {
  readonly bureau: string;
  readonly files: readonly FiledReturn[];
  /** Cells of the summary form for the period, by region and indicator. */
  readonly summary: ReadonlyMap<string, ReadonlyMap<string, FiledCell>>;
  /** Cells for the year to date, likewise. */
  readonly yearToDate: ReadonlyMap<string, ReadonlyMap<string, FiledCell>>;
  /** Cells that tell a region and indicator again, in order. */
  readonly repeated: readonly RepeatedCell[];
  /** What its ledger rows add to the figures, settled over all returns; null when no ledger was sent. */
  readonly ledger: LedgerTallies | null;
  /** What they add up to by themselves: the return's own summary and rules are held against it. */
  readonly ledgerAlone: LedgerTallies | null;
  /** 零报告: an explicit statement without figures, or every figure nil. */
  readonly nil: boolean;
}

/** A summary cell with the file it stands in. */
export interface FiledCell {
  readonly filed: FiledReturn;
  readonly cell: SummaryCell;
}

/** Two cells with a value for one region and indicator: the first counts. */
export interface RepeatedCell {
  readonly kept: FiledCell;
  readonly ignored: FiledCell;
}

/** Where a summary cell stands. */
export function cellPlace({ filed, cell }: FiledCell): Place {
  return { file: filed.file, sheet: filed.tables[cell.table]?.sheet ?? null, row: cell.row, column: cell.column };
}
