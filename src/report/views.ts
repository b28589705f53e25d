import type { BureauState, ChaseReason, NullReason } from '../model/compilation.ts';
import type { SetAsideReason } from '../model/filed-return.ts';
import type { Form } from '../model/recognised.ts';
import type { IndicatorKind, RegionLevel } from '../scheme/scheme.ts';
import type { ReportIndicator } from './model.ts';

/** Tables ready to print; everything in them is also in the figures, findings and sources. */
export interface ReportViews {
  readonly words: {
    /** 全省 … */
    readonly whole: string;
    /** 地市 … */
    readonly units: string;
  };
  /** Which comparisons have at least one figure; columns without any need not be printed. */
  readonly compared: { readonly ytd: boolean; readonly previous: boolean; readonly yearAgo: boolean };
  /** The same as a list: the figures that there are beside those of the period, each with its rate. */
  readonly comparisons: readonly Comparison[];
  /** The area's base figures as a sentence. */
  readonly base: Sentence;
  /** The area's headline indicators, one a task. */
  readonly headlines: readonly OverallRow[];
  /** What all of the area's rows (`headlines`, `overall`) lack or leave out alike. */
  readonly common: Gaps;
  /** All indicators of the area by task; optional tasks without any value are left out. */
  readonly overall: readonly OverallBlock[];
  readonly sections: readonly TaskSection[];
  /** Region tables of the indicators that no section shows. */
  readonly others: readonly RegionTable[];
  /** Regions × tasks by the tasks' headline indicators. */
  readonly matrix: RegionTable;
  /** The rows of the groups in `matrix`. */
  readonly groups: readonly RegionRow[];
  /** Regions × all indicators, task by task. */
  readonly all: RegionTable;
  /** The tasks of `sections` with all their indicators, as sheets of a workbook show them. */
  readonly sheets: readonly TaskSheet[];
  /** Where the figures of each region stand in `figures`. */
  readonly figures: readonly RegionFigures[];
  /** The indicators of the figures, by id. */
  readonly indicators: Readonly<Record<string, NamedIndicator>>;
  readonly coverage: CoverageTable;
  readonly findings: FindingsTable;
  /** 催报名单: bureaus that have to be asked for something, the most urgent first. */
  readonly chase: readonly ChaseEntry[];
  /** Rows that do not count, by reason. */
  readonly setAside: readonly { readonly reason: SetAsideReason; readonly rows: number }[];
  /** Sums over the sources of the period: `data = counted + setAside`. */
  readonly rows: { readonly data: number; readonly counted: number; readonly setAside: number };
  /** How many files of earlier periods the period is compared with. */
  readonly earlierFiles: number;
  /** What single figures of the area lack beyond `common`: one entry for each set of missing parts. */
  readonly incomplete: readonly IncompleteEntry[];
}

/** A figure beside that of the period, its rate and what that is taken over, by their keys in the figures. */
export interface Comparison {
  readonly figure: 'previous' | 'yearAgo' | 'ytd';
  readonly rate: RateKey;
  readonly base: 'previous' | 'yearAgo' | 'ytdYearAgo';
}

/** One printed figure. */
export interface TableCell {
  readonly value: number | null;
  readonly reason: NullReason | null;
  readonly complete: boolean;
  /** False when something that was sent could not be read. */
  readonly readable: boolean;
  /** Names of the regions whose part is missing. */
  readonly lacks: readonly string[];
  readonly decimals: number;
  /** Its place in `figures`; null when it stands for none, as subtotals of groups do. */
  readonly figure: number | null;
}

/** Names of regions that are missing: from the value, and from each rate because one of its periods is missing. */
export interface Gaps {
  readonly lacks: readonly string[];
  /** Beyond those, from the year to date. */
  readonly ytd: readonly string[];
  readonly qoq: readonly string[];
  readonly yoy: readonly string[];
  readonly ytdYoy: readonly string[];
}

/** A figure with all that it is compared with. */
export interface Compared {
  readonly ytd: number | null;
  /** Names of the regions whose part of the year to date is missing. */
  readonly ytdLacks: readonly string[];
  readonly previous: number | null;
  readonly qoq: number | null;
  readonly yearAgo: number | null;
  readonly yoy: number | null;
  readonly ytdYearAgo: number | null;
  readonly ytdYoy: number | null;
  /** Names of the regions that a rate leaves out. */
  readonly comparedWithout: Omit<Gaps, 'lacks' | 'ytd'>;
}

export interface OverallRow extends TableCell, Compared {
  readonly indicator: string;
  readonly name: string;
  readonly task: string;
  readonly taskName: string;
  readonly unit: string;
  /** It is a part (其中) of the row before. */
  readonly part: boolean;
  /** What the row lacks and leaves out beyond what its table or sentence says for all. */
  readonly further: Gaps;
}

export interface OverallBlock {
  readonly task: string;
  readonly name: string;
  readonly rows: readonly OverallRow[];
}

export interface TaskSection {
  readonly task: string;
  readonly name: string;
  readonly shortName: string;
  /** Ledger rows counted for the task. */
  readonly activities: number;
  readonly sentence: Sentence;
  readonly table: RegionTable;
}

/** Figures in prose, clause by clause. */
export interface Sentence {
  readonly clauses: readonly Clause[];
  /** What all clauses lack and leave out alike. */
  readonly common: Gaps;
  /** The same figures as the report's sentences say them, in their order. */
  readonly parts: readonly SentencePart[];
}

/** Rates by their keys in the figures: 环比, 同比, and that of the year to date. */
export type RateKey = 'qoq' | 'yoy' | 'ytdYoy';

/** One sentence of figures: what was done in the period, what there is at its end, or what was done since January. */
export interface SentencePart {
  readonly kind: 'period' | 'end' | 'yearToDate';
  /** What it begins with: 2024年第一季度, 截至2024年3月末, 1—3月累计. */
  readonly opening: string;
  /** What all its figures lack alike. */
  readonly lacks: readonly string[];
  /** Of these, what the part before has said and what it has not. */
  readonly lacksBefore: readonly string[];
  readonly lacksFurther: readonly string[];
  readonly figures: readonly SaidFigure[];
  /** What its rates leave out alike. */
  readonly notes: readonly RateNote[];
  /** The part before has said the same. */
  readonly notesAsBefore: boolean;
  /** Rates that none of its several figures has, all for one reason; they are not said figure by figure. */
  readonly lacking: readonly SaidRate[];
}

export interface RateNote {
  readonly kinds: readonly RateKey[];
  readonly without: readonly string[];
}

export interface SaidFigure {
  readonly indicator: string;
  /** What stands before the number. */
  readonly phrase: string;
  /** It is a part (其中) of the figure before. */
  readonly part: boolean;
  /** False when something of it could not be read; what it lacks is named. */
  readonly complete: boolean;
  /** Names of the regions that it lacks beyond those of the whole sentence. */
  readonly lacks: readonly string[];
  readonly prose: Clause['prose'];
  readonly changes: readonly SaidChange[];
}

/** Rates that leave out the same regions, or those that a figure has not. */
export interface SaidChange {
  readonly compared: boolean;
  readonly rates: readonly SaidRate[];
  /** Names of the regions left out beyond those of the whole sentence. */
  readonly without: readonly string[];
  /** The whole sentence leaves out some, too. */
  readonly further: boolean;
}

export interface SaidRate {
  readonly kind: RateKey;
  /** Per cent; null when there is none, for the reason that `base` gives. */
  readonly rate: number | null;
  /** The value is that of the base, exactly and over the same regions. */
  readonly equal: boolean;
  readonly base: 'given' | 'zero' | 'missing' | 'notComparable';
}

export interface Clause extends OverallRow {
  /** The figure shortened for prose (2.35万个): number, its decimals and the unit with the scale. */
  readonly prose: { readonly value: number; readonly decimals: number; readonly unit: string };
}

export interface RegionTable {
  /** Task id, or `matrix`. */
  readonly id: string;
  readonly name: string;
  readonly columns: readonly RegionColumn[];
  /** The area first, then group subtotals, then the units in customary order. */
  readonly rows: readonly RegionRow[];
}

export interface RegionColumn extends ReportIndicator {
  /** Short name of the indicator's task. */
  readonly taskName: string;
  /** Largest value among the units; null when no unit has one. */
  readonly max: number | null;
}

export interface RegionRow {
  readonly kind: 'area' | 'group' | 'unit';
  /** Null for group subtotals. */
  readonly code: string | null;
  readonly name: string;
  /** What all cells of the row lack alike. */
  readonly lacks: readonly string[];
  readonly cells: readonly RegionCell[];
}

export interface RegionCell extends TableCell {
  /** What the cell lacks beyond its row. */
  readonly further: readonly string[];
}

/** A task as a sheet shows it: its headline indicator with what it is compared with, then its other indicators. */
export interface TaskSheet {
  readonly task: string;
  /** Its short name: what a sheet is called. */
  readonly name: string;
  readonly title: string;
  readonly headline: RegionColumn;
  /** The other indicators. */
  readonly columns: readonly RegionColumn[];
  readonly rows: readonly TaskSheetRow[];
}

export interface TaskSheetRow extends RegionRow {
  readonly headline: RegionCell & Compared;
}

/** The figures of a region: those of `figures` from `from` up to, but not including, `to`. */
export interface RegionFigures {
  readonly region: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly grouping: string | null;
  readonly from: number;
  readonly to: number;
}

export interface NamedIndicator {
  readonly name: string;
  /** Short name of its task. */
  readonly taskName: string;
  readonly unit: string;
  readonly kind: IndicatorKind;
  readonly decimals: number;
}

export interface NamedBureau {
  readonly bureau: string;
  readonly name: string;
}

export interface ChaseEntry extends NamedBureau {
  readonly state: BureauState;
  readonly why: ChaseReason;
  readonly lackingForms: readonly Form[];
  readonly deadline: string | null;
  readonly received: string | null;
  readonly daysLate: number | null;
}

export interface CoverageTable {
  /** Bureaus that reported: accepted and provisional. */
  readonly reported: number;
  /** Per cent with one decimal; null when nobody is due, for `onTime` also when no receipt is recorded. */
  readonly rates: {
    readonly reported: number | null;
    readonly accepted: number | null;
    readonly onTime: number | null;
  };
  /** Bureaus that reported, but nobody noted when. */
  readonly untimed: number;
  readonly missing: readonly NamedBureau[];
  readonly provisional: readonly NamedBureau[];
  readonly rejected: readonly NamedBureau[];
  readonly nil: readonly NamedBureau[];
  readonly late: readonly NamedBureau[];
}

export interface FindingsTable {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Those that the bureau has given a reason for; in none of the other counts. */
  readonly explained: number;
  /** Worst first; `from` and `to` bound the bureau's entries in `findings`. */
  readonly bureaus: readonly FindingGroup[];
}

export interface FindingGroup {
  readonly bureau: string | null;
  readonly name: string;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly explained: number;
  readonly from: number;
  readonly to: number;
}

export interface IncompleteEntry {
  readonly lacks: readonly string[];
  readonly indicators: readonly string[];
}
