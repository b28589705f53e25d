import type { Decimal } from '../decimal/decimal.ts';
import type { Period } from '../period/period.ts';
import type { CheckCount } from './check-count.ts';
import type { RowCounts, SetAsideRow } from './filed-return.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { PartsByIndicator } from './holding.ts';
import type { Form, Stated } from './recognised.ts';
import type { UnderstoodTable } from './understood.ts';
import type { FileFormat } from './workbook.ts';

/** State of a file in the run. */
export type FileState =
  | 'counted'
  | 'superseded'
  | 'rejected'
  | 'wrongPeriod'
  | 'unknownSender'
  | 'notAReturn'
  | 'earlierPeriod';

/** State of a roster bureau. */
export type BureauState = 'accepted' | 'provisional' | 'rejected' | 'missing' | 'exempt';
export type Timeliness = 'onTime' | 'late' | 'unknown';

/** Why a bureau is on the chase list (催报名单). */
export type ChaseReason = 'missing' | 'rejected' | 'formMissing' | 'late';

/** One row of the roster with what came of it. */
export interface BureauStatus {
  readonly bureau: string;
  readonly name: string;
  readonly state: BureauState;
  readonly nil: boolean;
  readonly timeliness: Timeliness;
  /** ISO dates: the last day in time, and the day on which the return was there; null when not known. */
  readonly deadline: string | null;
  readonly received: string | null;
  readonly forms: readonly Form[];
  /** Forms that are due and were not sent. */
  readonly lackingForms: readonly Form[];
  readonly files: readonly string[];
}

export type Basis = 'summary' | 'ledger' | 'mixed' | 'derived';
export type NullReason = 'notReported' | 'unreadable' | 'notInForm' | 'notDue';

/** The value of one region and indicator in the period. */
export interface Figure {
  readonly region: string;
  readonly indicator: string;
  readonly value: Decimal | null;
  /** Why there is no value; null when there is one. */
  readonly reason: NullReason | null;
  readonly basis: Basis | null;
  /** False when a part is missing or unreadable. */
  readonly complete: boolean;
  /** False when something that was sent could not be read. */
  readonly readable: boolean;
  /** Region codes whose part is missing, in customary order. */
  readonly lacks: readonly string[];
}

/** A figure beside its year to date and its bases; rates in per cent with one decimal. */
export interface ComparedFigure extends Figure {
  readonly ytd: Decimal | null;
  /** Region codes whose part of the year to date is missing. */
  readonly ytdLacks: readonly string[];
  readonly previous: Decimal | null;
  readonly qoq: Decimal | null;
  readonly yearAgo: Decimal | null;
  readonly yoy: Decimal | null;
  readonly ytdYearAgo: Decimal | null;
  readonly ytdYoy: Decimal | null;
  readonly comparedWithout: {
    readonly qoq: readonly string[];
    readonly yoy: readonly string[];
    readonly ytdYoy: readonly string[];
  };
}

export interface SourceSummary {
  readonly file: string;
  readonly sha256: string;
  readonly format: FileFormat;
  readonly bureau: string | null;
  readonly forms: readonly Form[];
  readonly state: FileState;
  readonly rows: RowCounts & { readonly counted: number; readonly setAside: number };
  /** Its ledger rows; none where it does not count. */
  readonly activities: ActivityCounts;
  /** Who and when, with what says so; null when the file does not tell. */
  readonly sender: Stated<string> | null;
  readonly period: Stated<Period> | null;
  readonly tables: readonly UnderstoodTable[];
  /** Code of the finding because of which the rows were not checked; null when they were. */
  readonly notChecked: FindingCode | null;
}

/** Ledger rows of one file or of all. */
export interface ActivityCounts {
  /** Ledger rows of counted files; `read = counted + setAside`. */
  readonly read: number;
  readonly counted: number;
  readonly setAside: number;
  /** Of what counts: the rows of a joint event are one. */
  readonly events: number;
  readonly byTask: ReadonlyMap<string, number>;
}

/** What is known of a period by indicator and region. */
export interface KnownPeriod {
  readonly period: Period;
  readonly values: PartsByIndicator;
}

/** The whole result of a run, before it becomes a report. */
export interface Compilation {
  readonly period: Period;
  /** ISO date. */
  readonly asOf: string;
  /** Region code the report is for. */
  readonly area: string;
  /** `senders`: all of them lie in one city, which is said aloud. */
  readonly areaFrom: 'asked' | 'roster' | 'senders' | 'province';
  readonly bureaus: readonly BureauStatus[];
  /** Bureaus of the area that sent something without being due. */
  readonly offRoster: readonly BureauStatus[];
  readonly unknownSenders: readonly { readonly file: string; readonly name: string }[];
  /** Area first, then regions in customary order, each with its indicators in scheme order. */
  readonly figures: readonly ComparedFigure[];
  /** The periods that the run knows, in the order of time; of a span those within it and before. */
  readonly history: readonly KnownPeriod[];
  readonly activities: ActivityCounts;
  readonly findings: readonly Finding[];
  /** How often each rule and cross-check was judged over the files that count, in the order of the scheme. */
  readonly checks: readonly CheckCount[];
  readonly setAside: readonly SetAsideRow[];
  readonly sources: readonly SourceSummary[];
}
