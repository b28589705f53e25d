import type { Period } from '../period/period.ts';
import type { Grid } from './grid.ts';
import type { Place } from './place.ts';

export type Form = 'ledger' | 'summary';

/** What a row of a sheet is. Every non-empty row of every sheet gets exactly one class. */
export const ROW_CLASSES = [
  'other',
  'title',
  'header',
  'columnNumber',
  'data',
  'total',
  'note',
  'signOff',
  'sample',
  'blank',
] as const;
export type RowClass = (typeof ROW_CLASSES)[number];

/** A file as understood: who sent it, for when, and its tables. */
export interface RecognisedFile {
  readonly file: string;
  readonly sender: Stated<string> | null;
  readonly period: Stated<Period> | null;
  /** An explicit nil statement (零报告) stands in it. */
  readonly nilStatement: boolean;
  readonly sheets: readonly RecognisedSheet[];
  /** Why the file cannot be counted at all; null when it can. */
  readonly gate: 'form' | 'sender' | 'header' | null;
  /** Name as found of a sender that is no region of the scheme. */
  readonly unknownSender: string | null;
}

/** A fact about a file with the place that says it, best source first. */
export interface Stated<T> {
  readonly value: T;
  readonly from: 'sources' | 'cover' | 'sheet' | 'fileName' | 'folder';
  readonly place: Place;
  readonly text: string;
}

export interface RecognisedSheet {
  readonly grid: Grid;
  /** Class of each row, parallel to `grid.rowNumbers`, as index into `ROW_CLASSES`. */
  readonly classes: Uint8Array;
  readonly tables: readonly Table[];
  /** Hidden, instruction and sample sheets are listed but not compiled. */
  readonly compiled: boolean;
}

/** One table of a sheet. */
export interface Table {
  readonly form: Form | 'unknown';
  /** First and last header row (1-based row numbers). */
  readonly headerRows: readonly [number, number];
  /** First and last ordinary row; null when there is none. */
  readonly dataRows: readonly [number, number] | null;
  readonly columns: readonly TableColumn[];
  /** Task given by the sheet's name or a section title, when rows need not say it. */
  readonly task: string | null;
  /** Money unit of the banner (单位：元), as written. */
  readonly bannerUnit: string | null;
}

/** A column of a table with what it means. */
export interface TableColumn {
  /** 1-based. */
  readonly column: number;
  /** Joined header levels, as written. */
  readonly header: string;
  /** Column id (ledger) or indicator id (summary); null when the scheme does not know it. */
  readonly meaning: string | null;
  /** Unit given in the header, as written. */
  readonly unit: string | null;
  /** The figures are year to date (累计). */
  readonly yearToDate: boolean;
}

/** What `sources.csv` says of a file: it overrides whatever the file tells; null where it says nothing. */
export interface SourceHints {
  /** Region code. */
  readonly bureau: string | null;
  readonly period: Period | null;
  readonly form: Form | null;
}
