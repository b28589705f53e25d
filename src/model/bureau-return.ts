import type { FiledReturn, SummaryCell } from './filed-return.ts';
import type { LedgerTallies } from './tally.ts';

/** What one bureau sent for the period: its counted files together. */
export interface BureauReturn {
  readonly bureau: string;
  readonly files: readonly FiledReturn[];
  /** Cells of the summary form for the period, by region and indicator. */
  readonly summary: ReadonlyMap<string, ReadonlyMap<string, FiledCell>>;
  /** Null when no ledger was sent. */
  readonly ledger: LedgerTallies | null;
  /** 零报告: an explicit statement without figures, or every figure nil. */
  readonly nil: boolean;
}

/** A summary cell with the file it stands in. */
export interface FiledCell {
  readonly filed: FiledReturn;
  readonly cell: SummaryCell;
}
