import type { Decimal } from '../decimal/decimal.ts';
import type { RuleCode, Severity } from '../model/finding.ts';
import type { Form } from '../model/recognised.ts';
import type { PeriodKind } from '../period/period.ts';

/** A 报表制度: everything the program knows of the field; loaded from a folder, wholly checked. */
export interface Scheme {
  readonly id: string;
  readonly version: string;
  /** Title of the report, e.g. 行业协会商会六项重点任务进展情况. */
  readonly title: string;
  /** Title of the notice or form the scheme rests on. */
  readonly source: string;
  readonly periodKind: PeriodKind;
  /** What the region of a ledger row follows from: where the activity took place, or who registered the association. */
  readonly countingRegion: 'location' | 'registration';
  /** In `order`. */
  readonly tasks: readonly Task[];
  /** In table order. */
  readonly indicators: readonly Indicator[];
  readonly columns: readonly Column[];
  readonly activityTypes: readonly ActivityType[];
  /** Province first, then cities in customary order each followed by its counties and zones; own levels included. */
  readonly regions: readonly Region[];
  readonly formerRegions: readonly FormerRegion[];
  readonly rules: readonly Rule[];
  /** Groups of `regions.csv` in the order of reports; those not named follow in the order of their first city. */
  readonly groupOrder: readonly string[];
  readonly words: SchemeWords;
  readonly severity: Readonly<Record<string, Severity>>;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly deadlines: Readonly<Record<string, number>>;
}

export interface Task {
  readonly id: string;
  readonly order: number;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  readonly synonyms: readonly string[];
  /** Indicator that stands for the task in the city × task table. */
  readonly headline: string | null;
}

export type IndicatorKind = 'flow' | 'stock' | 'distinct';
export type IndicatorTier = 'core' | 'ext' | 'opt';

export interface Indicator {
  readonly id: string;
  readonly task: string;
  readonly name: string;
  readonly nameEn: string;
  /** How a sentence says it before its number; null when by its name. */
  readonly phrase: string | null;
  readonly unit: string;
  readonly type: 'integer' | 'decimal';
  /** Decimals shown. */
  readonly decimals: number;
  readonly kind: IndicatorKind;
  readonly tier: IndicatorTier;
  /** The indicator of which this one is a part (其中). */
  readonly parent: string | null;
  /** Null: only the summary form can give it. */
  readonly rollup: Rollup | null;
  readonly synonyms: readonly string[];
}

/** How an indicator follows from ledger rows: over rows of its task (t0: all) whose type is in `types` (empty: all). */
export interface Rollup {
  readonly method: 'count' | 'sum' | 'distinct';
  /** Column summed; null unless `sum`. */
  readonly column: string | null;
  readonly types: readonly string[];
  /** Boolean column that must be yes. */
  readonly onlyIf: string | null;
}

export type ColumnType =
  | 'ignore'
  | 'region'
  | 'task'
  | 'text'
  | 'uscc'
  | 'activity_type'
  | 'date_range'
  | 'enum'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'personal'
  /** What a form says of its own rows (审核结果): never read. */
  | 'check';

/** A column of the ledger form; some (region, 序号, 备注, personal ones) stand in the summary form too. */
export interface Column {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly type: ColumnType;
  readonly unit: string;
  readonly required: boolean;
  /** Activity types for which a blank is a warning. */
  readonly requiredFor: readonly string[];
  readonly joint: 'once' | 'each' | null;
  readonly values: readonly string[];
  /** Forms in whose header the column may stand; `ledger` is always one of them. */
  readonly forms: readonly Form[];
  readonly synonyms: readonly string[];
}

export interface ActivityType {
  readonly id: string;
  readonly task: string;
  readonly name: string;
  readonly nameEn: string;
  readonly synonyms: readonly string[];
}

/** `self` is an own level (市本级): key `440100-self`; `zone` a functional zone counted as a unit of its city. */
export type RegionLevel = 'province' | 'city' | 'county' | 'zone' | 'self';

export interface Region {
  /** `440100`, `440100-self`, `440300-shenshan`. */
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** Further names that mean this region: zone short names and aliases. */
  readonly aliases: readonly string[];
  readonly level: RegionLevel;
  /** Null for the province. */
  readonly parent: string | null;
  readonly grouping: string | null;
  /** Where a city stands on the map of tiles; null when the scheme does not say. */
  readonly tile: Tile | null;
  /** Place in the customary order; unique, ascending through `Scheme.regions`. */
  readonly order: number;
}

/** A place on a map of equal tiles, counted from 0 at the top left. */
export interface Tile {
  readonly column: number;
  readonly row: number;
}

export interface FormerRegion {
  readonly code: string;
  readonly name: string;
  readonly parentName: string;
  readonly retired: number;
  /** Present regions; when there are several the name alone does not tell which. */
  readonly successors: readonly string[];
}

export type RuleOperator = '<=' | '<' | '=' | '>=' | '>' | '!=' | 'requires';

export interface Rule {
  readonly id: RuleCode;
  readonly severity: Severity;
  /** `return`: over the indicators of one region row; `row`: over the columns of one ledger row. */
  readonly scope: 'return' | 'row';
  readonly left: Expression;
  readonly op: RuleOperator;
  readonly right: Expression;
  readonly tolerance: Decimal;
  readonly message: string;
  readonly messageEn: string;
}

/** A sum or difference of ids, of their values in the period before, and of numbers. */
export type Expression = readonly Term[];
export interface Term {
  readonly sign: 1 | -1;
  /** Id of an indicator or column; null for a number. */
  readonly id: string | null;
  /** `previous(ID)`: the value of the period before; never of a number. */
  readonly previous: boolean;
  readonly value: Decimal | null;
}

/** Words by which forms are understood; all compared by `matchKey`, whole, never as substrings. */
export interface SchemeWords {
  /** 合计 总计 小计 … */
  readonly totals: readonly string[];
  /** Those of them that mean the whole table and not a group of its rows: 合计 总计 全市合计 … */
  readonly grandTotals: readonly string[];
  /** 其中 … */
  readonly ofWhich: readonly string[];
  /** Words that begin a note row: 注 备注 说明 … */
  readonly notes: readonly string[];
  /** Words that mark a sample row or sheet: 例 示例 样例 … */
  readonly samples: readonly string[];
  /** What stands below the last row of a list: 以下空白. */
  readonly endMarks: readonly string[];
  /** Names of sheets that are no data: 填表说明 样表 … */
  readonly instructionSheets: readonly string[];
  /** Labels of cover cells. */
  readonly coverLabels: {
    readonly bureau: readonly string[];
    readonly period: readonly string[];
    readonly unit: readonly string[];
    readonly date: readonly string[];
    /** 表号: which form of which scheme a sheet is. */
    readonly form: readonly string[];
  };
  /** Labels of sign-off cells: 填表人 审核人 联系电话 … (personal data stand beside them). */
  readonly signOffs: readonly string[];
  /** Nil marks: 无 / — 未开展 …; explicit nil statements for a whole return: 零报告 … */
  readonly nilMarks: readonly string[];
  readonly nilStatements: readonly string[];
  readonly approximate: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Signs and names of the currency before or behind an amount. */
  readonly currency: readonly string[];
  /** Money units in 万元: { 元: -4, 万元: 0, 亿元: 4 } as powers of ten. */
  readonly moneyUnits: Readonly<Record<string, number>>;
  /** Counting units that may stand after a number or in a header: 个 家 场次 … */
  readonly countUnits: readonly string[];
  /** Counting units by what they count (people, events …): a unit of one group contradicts a column of another. */
  readonly unitGroups: Readonly<Record<string, readonly string[]>>;
  /** Further names of groups of regions, with the groups of `regions.csv` that each means: { 粤东西北: [粤东, …] }. */
  readonly groupings: Readonly<Record<string, readonly string[]>>;
  /** 市本级, 省直 …; those of a county mean the county itself. The first of each names the generated own level. */
  readonly ownLevel: {
    readonly province: readonly string[];
    readonly city: readonly string[];
    readonly county: readonly string[];
  };
  /** Marks in brackets after a header that are no part of its name: 必填 选填 … */
  readonly headerMarks: readonly string[];
  /** Words that may follow a region's name in a sender's name: 民政局 … */
  readonly bureauSuffixes: readonly string[];
  /** Words of file and sheet names that are neither region nor period: 统计表 台账 汇总 … */
  readonly fileWords: readonly string[];
  readonly revisions: readonly string[];
  readonly yearToDate: readonly string[];
  /** Marks in a header that say nothing new: 本期 本季度 … */
  readonly currentPeriod: readonly string[];
  /** Marks of columns that hold another period's figures, which are not compiled: 上年同期 同比 … */
  readonly otherPeriods: readonly string[];
  readonly forms: { readonly ledger: readonly string[]; readonly summary: readonly string[] };
}
