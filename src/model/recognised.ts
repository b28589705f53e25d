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
  readonly gate: 'form' | 'sender' | 'period' | 'header' | null;
  /** Name as found of a sender that is no region of the scheme. */
  readonly unknownSender: string | null;
  readonly version: StatedVersion;
}

/** How a name marks what it is the name of as a version. */
export interface VersionMark {
  /** Of 第2版, v2; null when it has none. */
  readonly number: number | null;
  /** A word for a revision stands in its name (更正, 终稿). */
  readonly revised: boolean;
}

/** Which version of a return a file says it is, its own name first. */
export interface StatedVersion extends VersionMark {
  /** The marks of the folders that it lies in, innermost first. */
  readonly folders: readonly VersionMark[];
  /** ISO date of a labelled date on its covers, the last of several; null when there is none. */
  readonly date: string | null;
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
  /** Hidden, instruction and sample sheets and those of other periods are listed but not compiled. */
  readonly compiled: boolean;
  /** Why its data rows do not count; null when they do, or when it has none. */
  readonly aside: 'hiddenSheet' | 'wrongPeriod' | null;
}

/** One table of a sheet. */
export interface Table {
  readonly form: Form | 'unknown';
  /** First and last header row (1-based row numbers). */
  readonly headerRows: readonly [number, number];
  /** First and last ordinary row; null when there is none. */
  readonly dataRows: readonly [number, number] | null;
  readonly columns: readonly TableColumn[];
  /** Of a summary whose rows are indicators: what each of its rows means; null when the columns tell it. */
  readonly lines: readonly TableLine[] | null;
  /** Task given by the sheet's name or a section title, when rows need not say it. */
  readonly task: string | null;
  /** Region that the table's title or sheet names, when it is not the sender's own (惠城区 in a file of 惠州市). */
  readonly region: string | null;
  /** Of a summary that is for a part of the sender which nobody knows: its figures are nobody's. */
  readonly nobody?: true;
  /** Money unit of the banner (单位：元), as written. */
  readonly bannerUnit: string | null;
  readonly why: TableReasons;
}

/** A row of a transposed summary with what it means; rows that the scheme does not know are listed too. */
export interface TableLine {
  /** 1-based row number. */
  readonly row: number;
  /** The texts that name the row, joined, as written. */
  readonly label: string;
  /** Indicator id; null when the scheme does not know it, or when another row has it. */
  readonly meaning: string | null;
  /** Unit in the label or in a column of units, as written. */
  readonly unit: string | null;
  /** The label says that its figures are year to date (招聘活动场次（累计）). */
  readonly yearToDate: boolean;
  /** What its region columns say, by field: its own cells, merged ones and those written once further up; null when nothing. */
  readonly regions: LineRegions | null;
}

export interface LineRegions {
  readonly texts: Readonly<Record<string, string>>;
  /** Column of the cell that was written once further up, without a merge; null when none was. */
  readonly filled: number | null;
}

/** Why a table was read as it was, as values for those who ask. */
export interface TableReasons {
  /** Score of the header's main row; each part from 0 to 1. */
  readonly header: HeaderScore;
  readonly form: {
    /** What decided: `sources.csv`, the headers, the row labels, or a name where the headers fit both forms. */
    readonly by: 'sources' | 'headers' | 'lines' | 'name' | null;
    /** Distinct fields that the dictionary of each form knows of the headers. */
    readonly ledger: number;
    readonly summary: number;
    /** Rows that name an indicator. */
    readonly lines: number;
  };
}

/** Why a row may be the header. */
export interface HeaderScore {
  readonly total: number;
  /** Share of the cells below that stand under one of its cells. */
  readonly coverage: number;
  /** Share of its own cells that look like headers. */
  readonly wording: number;
  /** Share of the numbers below that stand under a text or year. */
  readonly contrast: number;
  /** Share of its texts that occur once. */
  readonly distinct: number;
  /** Distinct meanings that a form's dictionary knows; of a transposed table the columns whose span or region is known. */
  readonly hits: number;
}

/** A column of a table with what it means. */
export interface TableColumn {
  /** 1-based. */
  readonly column: number;
  /** Joined header levels, as written. */
  readonly header: string;
  /**
   * Column id (ledger) or indicator id (summary); in a transposed table a region code, `period`, `ytd`, `total`,
   * `indicator`, `unit` or the id of another column. Null when the scheme does not know it.
   */
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
