import type { ReportLabels } from '../message/report-labels.ts';
import type { CauseCode } from '../model/cause.ts';
import type { CheckCount } from '../model/check-count.ts';
import type { Basis, BureauStatus, FileState, NullReason } from '../model/compilation.ts';
import type { RowCounts, SetAsideReason } from '../model/filed-return.ts';
import type { ArgValue, FindingCode, Severity } from '../model/finding.ts';
import type { Narrative } from '../model/narrative.ts';
import type { Form } from '../model/recognised.ts';
import type { FileFormat } from '../model/workbook.ts';
import type { IndicatorKind, IndicatorTier, RegionLevel, Tile } from '../scheme/scheme.ts';
import type { Changes } from './changes.ts';
import type { ReportViews } from './views.ts';

/**
 * The report as one plain JSON value: all that a template may know, and what `-f json` prints.
 *
 * Keys are stable, additions only; the schema is `docs/report.schema.json`. Figures are JSON numbers
 * printed from exact decimals; null means that there is no value, never zero.
 */
export interface ReportModel {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'huizong'; readonly version: string };
  readonly scheme: { readonly id: string; readonly version: string; readonly title: string };
  readonly period: { readonly id: string; readonly start: string; readonly end: string; readonly label: string };
  readonly asOf: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly coverage: Coverage;
  readonly figures: readonly ReportFigure[];
  readonly activities: {
    readonly read: number;
    readonly counted: number;
    readonly setAside: number;
    readonly events: number;
    readonly byTask: Readonly<Record<string, number>>;
  };
  readonly findings: readonly ReportFinding[];
  readonly setAside: readonly ReportSetAside[];
  readonly sources: readonly ReportSource[];
  /** How often each rule and cross-check was judged: what is not evaluable is neither passed nor failed. */
  readonly checks: readonly CheckCount[];
  /** What changed since an earlier report; null when none was named. */
  readonly changes: Changes | null;
  /** What the area had in the periods that the run knows, in the order of time, this one last. */
  readonly history: readonly ReportPeriod[];
  readonly title: string;
  /** What people have written; `date` is the as-of date where they name none. */
  readonly narrative: Narrative & { readonly date: string };
  readonly tasks: readonly ReportTask[];
  /** Every region that the report names, in customary order. */
  readonly regions: readonly ReportRegion[];
  readonly views: ReportViews;
  readonly labels: ReportLabels;
}

export interface Coverage {
  readonly due: number;
  readonly accepted: number;
  readonly provisional: number;
  readonly rejected: number;
  readonly missing: number;
  readonly exempt: number;
  readonly nil: number;
  /** Timeliness of those that sent something: `onTime + late + unknownTime = due − missing`; of what is rejected it is unknown. */
  readonly onTime: number;
  readonly late: number;
  readonly unknownTime: number;
  readonly bureaus: readonly ReportBureau[];
  /** Bureaus of the area that sent something without being due; in none of the counts. */
  readonly offRoster: readonly ReportBureau[];
  readonly unknownSenders: readonly { readonly file: string; readonly name: string }[];
}

/** A bureau with what came of it. */
export interface ReportBureau extends BureauStatus {
  /**
   * Days from the deadline to the receipt or, while nothing counts, to the as-of date; 0 in time, null when not known.
   */
  readonly daysLate: number | null;
}

export interface ReportFigure {
  readonly region: string;
  readonly indicator: string;
  readonly task: string;
  readonly unit: string;
  readonly value: number | null;
  readonly basis: Basis | null;
  readonly complete: boolean;
  /** False when something that was sent could not be read. */
  readonly readable: boolean;
  readonly lacks: readonly string[];
  readonly reason: NullReason | null;
  readonly ytd: number | null;
  /** Codes of the regions whose part of the year to date is missing. */
  readonly ytdLacks: readonly string[];
  readonly previous: number | null;
  readonly qoq: number | null;
  readonly yearAgo: number | null;
  readonly yoy: number | null;
  readonly ytdYearAgo: number | null;
  readonly ytdYoy: number | null;
  readonly comparedWithout: {
    readonly qoq: readonly string[];
    readonly yoy: readonly string[];
    readonly ytdYoy: readonly string[];
  };
}

/** One period of the history: the area's own values by indicator, in the order of the scheme. */
export interface ReportPeriod {
  readonly id: string;
  readonly year: number;
  /** Which of its year: 1 to 4 for quarters. */
  readonly number: number;
  readonly label: string;
  /** Without the year: 第一季度. */
  readonly shortLabel: string;
  readonly figures: readonly {
    readonly indicator: string;
    readonly value: number | null;
    readonly complete: boolean;
  }[];
}

/** Equal findings of one sheet as one entry. */
export interface ReportFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly file: string;
  readonly sheet: string | null;
  /** A1 ranges; a whole row is `5:5`, a whole column `D:D`; empty when the finding is about the file or sheet. */
  readonly cells: readonly string[];
  /** How many findings the entry stands for. */
  readonly count: number;
  readonly bureau: string | null;
  /** Null also when the findings are about several regions. */
  readonly region: string | null;
  readonly column: string | null;
  readonly indicator: string | null;
  /** The cell's own text; null also when the cells say different things. */
  readonly raw: string | null;
  /** A few of the cells' texts where they say different things. */
  readonly examples: readonly string[];
  readonly args: Readonly<Record<string, ArgValue>>;
  readonly message: string;
  /** What the cells show of why they are wrong, the most frequent first; empty when they show nothing. */
  readonly causes: readonly ReportCause[];
  readonly hint: string;
  /** The bureau's reason, when it has given one: such an entry is listed and not counted. */
  readonly explained: { readonly reason: string } | null;
}

/** A cause with the number of findings of the entry that show it. */
export interface ReportCause {
  readonly code: CauseCode;
  readonly args: Readonly<Record<string, ArgValue>>;
  readonly count: number;
  readonly message: string;
}

export interface ReportSetAside {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly reason: SetAsideReason;
  readonly of: { readonly file: string; readonly sheet: string | null; readonly row: number } | null;
  readonly rows: number;
}

export interface ReportSource {
  readonly file: string;
  readonly sha256: string;
  readonly format: FileFormat;
  readonly bureau: string | null;
  readonly forms: readonly Form[];
  readonly state: FileState;
  readonly rows: RowCounts & { readonly counted: number; readonly setAside: number };
  /** Code of the finding because of which its rows were not checked; null when they were. */
  readonly notChecked: FindingCode | null;
}

/** `base` figures stand before the tasks, `optional` blocks hold only optional indicators. */
export type TaskRole = 'base' | 'task' | 'optional';

export interface ReportTask {
  readonly id: string;
  readonly order: number;
  readonly role: TaskRole;
  readonly name: string;
  readonly shortName: string;
  readonly headline: string | null;
  readonly indicators: readonly ReportIndicator[];
}

export interface ReportIndicator {
  readonly id: string;
  readonly task: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: IndicatorKind;
  readonly tier: IndicatorTier;
  readonly decimals: number;
  readonly parent: string | null;
}

export interface ReportRegion {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: RegionLevel;
  readonly parent: string | null;
  readonly grouping: string | null;
  /** Where a city stands on the map of tiles; null when the scheme does not say. */
  readonly tile: Tile | null;
}
