import type { Decimal } from '../decimal/decimal.ts';
import type { Period } from '../period/period.ts';
import type { Activities } from './activities.ts';
import type { Form, Stated, StatedVersion, Table } from './recognised.ts';
import type { UnderstoodTable } from './understood.ts';
import type { FileFormat } from './workbook.ts';

/** One ledger row: what is kept after its sheet is dropped, in the columns of `Activities`. */
export interface Activity {
  /** Place in `FiledReturn.tables`: gives sheet and columns. */
  readonly table: number;
  readonly row: number;
  /** Region the row counts for (county, own level, city …); null when it cannot be told. */
  readonly region: string | null;
  readonly task: string | null;
  readonly type: string | null;
  /** Credit code, else the normalised name; empty when the row names none. */
  readonly association: string;
  readonly associationName: string;
  readonly title: string;
  readonly venue: string;
  /** ISO dates; null when missing or unreadable. */
  readonly start: string | null;
  readonly end: string | null;
  /** 主办 … as listed by the scheme; empty when not given. */
  readonly part: string;
  /** By place in `numberColumns(scheme)`; null when blank or unreadable. */
  readonly numbers: readonly (Decimal | null)[];
  /** Number and yes/no columns that are unreadable, lacking, or blank though expected: figures that use them are incomplete. */
  readonly defects: readonly string[];
  /** Boolean columns that are yes. */
  readonly flags: readonly string[];
  /** Why the row itself cannot count; set-asides by other returns are settled later. */
  readonly setAside: 'noTask' | 'noRegion' | 'outOfArea' | null;
}

/** One cell of a summary form (or the absence of one in a column that is there). */
export interface SummaryCell {
  readonly region: string;
  readonly indicator: string;
  readonly yearToDate: boolean;
  /** Null unless `state` is `given` or `nil`. */
  readonly value: Decimal | null;
  readonly state: 'given' | 'nil' | 'blank' | 'unreadable';
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** A table as recognised, with the sheet it stands in; what `-v` shows. */
export interface FiledTable extends Table {
  readonly sheet: string | null;
}

/** Rows of a file by class; `data = counted + setAside` holds once settled. */
export interface RowCounts {
  readonly data: number;
  readonly total: number;
  readonly note: number;
  readonly title: number;
  readonly header: number;
  readonly other: number;
}

/** A data row that does not count, with its reason. */
export interface SetAsideRow {
  readonly file: string;
  readonly sheet: string | null;
  /** Null when the entry stands for all rows of a file that is not counted. */
  readonly row: number | null;
  /** How many rows the entry stands for. */
  readonly rows: number;
  readonly reason: SetAsideReason;
  readonly of: { readonly file: string; readonly sheet: string | null; readonly row: number } | null;
}

export type SetAsideReason =
  | 'noTask'
  | 'noRegion'
  | 'duplicate'
  | 'replacedByCounty'
  | 'outOfArea'
  | 'hiddenSheet'
  | 'superseded'
  | 'rejected'
  | 'wrongPeriod'
  | 'unknownSender'
  | 'earlierPeriod';

/** One file, normalised: all that later stages know of it. */
export interface FiledReturn {
  readonly file: string;
  readonly sha256: string;
  readonly format: FileFormat;
  readonly sender: Stated<string> | null;
  readonly unknownSender: string | null;
  readonly period: Stated<Period> | null;
  readonly version: StatedVersion;
  readonly forms: readonly Form[];
  readonly gate: 'file' | 'form' | 'sender' | 'period' | 'header' | null;
  readonly nilStatement: boolean;
  readonly activities: Activities;
  readonly summary: readonly SummaryCell[];
  /**
   * Cells of total rows that state what the sender's city adds up to, and do not contradict their rows. They stand for
   * the city where the return has no row of its own for it.
   */
  readonly statedTotals: readonly SummaryCell[];
  /** Summary rows whose region cannot be told or lies outside the sender's area. */
  readonly summarySetAside: readonly {
    readonly table: number;
    readonly row: number;
    readonly reason: 'noRegion' | 'outOfArea';
  }[];
  /** Summary data rows that count, so that rows and cells reconcile. */
  readonly summaryRows: readonly { readonly table: number; readonly row: number; readonly region: string }[];
  /**
   * Data rows that are not compiled: of hidden sheets and those of other periods, and rows that a later version replaces
   * or that are rejected with their form.
   */
  readonly rowsAside: readonly {
    readonly sheet: string | null;
    readonly row: number;
    readonly reason: Extract<SetAsideReason, 'hiddenSheet' | 'wrongPeriod' | 'superseded' | 'rejected'>;
  }[];
  /** Ledger columns present: a missing one makes the indicators that sum it `notInForm`. */
  readonly ledgerColumns: readonly string[];
  readonly tables: readonly FiledTable[];
  /** Every table of the file as understood, compiled or not. */
  readonly understood: readonly UnderstoodTable[];
  readonly rows: RowCounts;
}
