import type { CheckCount } from '../model/check-count.ts';
import type { BureauState, ChaseReason, FileState, Timeliness } from '../model/compilation.ts';
import type { RowCounts, SetAsideReason } from '../model/filed-return.ts';
import type { Severity } from '../model/finding.ts';
import type { Form, Stated } from '../model/recognised.ts';
import type { FillTexts } from './fill-texts.ts';

/** Everything the terminal says beside findings and help pages, in one language. */
export interface UiTexts {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly state: Readonly<Record<BureauState, string>>;
  readonly fileState: Readonly<Record<FileState, string>>;
  readonly setAside: Readonly<Record<SetAsideReason, string>>;
  readonly form: Readonly<Record<Form, string>>;
  /** Between the items of a list, and between statements. */
  readonly comma: string;
  readonly semicolon: string;

  // The summary of a run
  readonly heading: (period: string, area: string, asOf: string) => string;
  readonly labels: Readonly<Record<'returns' | 'rows' | 'findings' | 'written' | 'others', string>>;
  readonly due: (due: number) => string;
  readonly stateCount: (state: string, count: number, names: readonly string[], more: number) => string;
  readonly nil: (count: number) => string;
  readonly rows: (data: number, counted: number, setAside: number, reasons: readonly string[]) => string;
  /** How many files of earlier periods the period is compared with. */
  readonly earlierFiles: (files: number) => string;
  readonly reason: (reason: string, count: number) => string;
  readonly severityCount: (severity: string, count: number) => string;
  readonly explainedCount: (count: number) => string;
  readonly noFindings: string;
  readonly unknownSenders: (files: readonly string[], more: number) => string;
  readonly filesRead: (done: number, total: number) => string;
  /** Whole seconds. */
  readonly timeLeft: (seconds: number) => string;
  readonly readingFile: (name: string) => string;
  /** All files are read. */
  readonly addingUp: string;
  readonly source: (file: string, state: string, forms: readonly string[], data: number, counted: number) => string;
  readonly incomplete: (missing: number) => string;
  readonly areaOfSenders: (area: string) => string;
  readonly settingsOf: (path: string) => string;
  /** The texts of a file are about another period, and are not printed. */
  readonly narrativeOfOther: (file: string, period: string) => string;

  // Findings
  readonly unknownBureau: string;
  readonly places: (count: number) => string;
  readonly moreFindings: (count: number) => string;
  readonly explained: (reason: string) => string;
  /** Entries that are left out as they differ from those before in their values only; `cells` names a few of them. */
  readonly moreOfKind: (entries: number, places: number, cells: string) => string;
  /** A few of the cells' texts. */
  readonly examples: (texts: readonly string[]) => string;
  /** Between causes, and a sentence of them. */
  readonly causeSeparator: string;
  readonly causes: (list: string) => string;
  readonly noErrors: string;
  /** Headers of the findings as a table, in this order. */
  readonly findingColumns: Readonly<Record<FindingColumn, string>>;
  /** In place of one value, where the cells of an entry say different things. */
  readonly severalValues: string;

  /** What was checked, and what was not. */
  readonly checked: CheckedTexts;

  /** What `-v` says of each file. */
  readonly understood: UnderstoodTexts;

  readonly status: StatusTexts;
  readonly changes: ChangesTexts;
  readonly blankForms: FormTexts;
  readonly init: InitTexts;
  readonly template: TemplateTexts;
  readonly fill: FillTexts;

  // The scheme
  readonly schemeWell: (id: string, version: string, tables: SchemeCounts) => string;
  readonly schemeHeading: (id: string, version: string, title: string) => string;
  readonly schemeParts: Readonly<Record<'columns' | 'rules', string>>;
  readonly kind: Readonly<Record<'flow' | 'stock' | 'distinct', string>>;
  readonly tier: Readonly<Record<'core' | 'ext' | 'opt', string>>;

  readonly errors: ErrorTexts;
}

/** Judgements of rules by outcome, and files whose rows were not checked with the code of the finding that says why. */
export interface CheckedTexts {
  readonly labels: Readonly<Record<'rules' | 'unchecked', string>>;
  readonly counts: (counts: Pick<CheckCount, 'passed' | 'failed' | 'notEvaluable'>) => string;
  readonly unchecked: (files: readonly { readonly file: string; readonly because: string }[], more: number) => string;
  readonly notChecked: (because: string) => string;
}
/** Columns of the findings as a table. */
export type FindingColumn =
  | 'bureauName'
  | 'bureau'
  | 'severity'
  | 'file'
  | 'sheet'
  | 'cells'
  | 'count'
  | 'item'
  | 'value'
  | 'code'
  | 'message'
  | 'causes'
  | 'hint';

/** How a file was understood: who, when, which tables, which rows. */
export interface UnderstoodTexts {
  readonly bureau: (name: string | null, saidBy: string | null) => string;
  readonly period: (id: string | null, saidBy: string | null) => string;
  /** Where a fact was read; `place` is sheet and cell, or empty. */
  readonly from: Readonly<Record<Stated<unknown>['from'], (place: string) => string>>;
  readonly unknownForm: string;
  readonly table: (
    sheet: string | null,
    form: string,
    header: readonly [number, number],
    data: readonly [number, number] | null,
    totals: readonly number[],
    compiled: boolean,
  ) => string;
  /** How many columns were understood, and those whose header is not the scheme's own name. */
  readonly columns: (known: number, renamed: string) => string;
  readonly unknownColumns: (list: string) => string;
  readonly rows: (rows: RowCounts & { readonly counted: number; readonly setAside: number }) => string;
}

/** What changed since an earlier report. */
export interface ChangesTexts {
  readonly label: string;
  /** Counts of findings. */
  readonly counts: (since: string, counts: Readonly<Record<'new' | 'mended' | 'standing', number>>) => string;
  readonly bureaus: (count: number) => string;
  readonly state: (was: string | null, now: string | null) => string;
  readonly files: (added: readonly string[], removed: readonly string[]) => string;
  readonly findings: (counts: Readonly<Record<'new' | 'mended' | 'standing', number>>) => string;
  readonly none: string;
}

/** Who has reported, and who has to be chased. */
export interface StatusTexts {
  readonly columns: Readonly<Record<'bureau' | 'state' | 'timeliness' | 'received' | 'deadline' | 'forms', string>>;
  readonly timeliness: Readonly<Record<Timeliness, string>>;
  readonly why: Readonly<Record<ChaseReason, string>>;
  readonly nil: (state: string) => string;
  /** In per cent; null when it cannot be told. */
  readonly rates: (
    rates: Readonly<Record<'reported' | 'accepted' | 'onTime', number | null>>,
    untimed: number,
  ) => string;
  readonly offRoster: (count: number) => string;
  readonly unknownSenders: (count: number) => string;
  readonly chase: (count: number) => string;
  readonly noChase: string;
  readonly lacking: (why: string, forms: string) => string;
  readonly due: (date: string) => string;
  readonly days: (late: number) => string;
  readonly recorded: (path: string, count: number, date: string) => string;
  readonly nothingToRecord: (path: string) => string;
}

/** What a new workspace is told to be. */
export interface NewSettings {
  /** Region code. */
  readonly area: string;
  readonly areaName: string;
  readonly period: string;
  /** An example of the period's last day in time, as an ISO date. */
  readonly lastDay: string;
  /** Folder of the scheme as seen from the workspace; null for the built-in one. */
  readonly scheme: string | null;
  readonly lang: string | null;
  /** Days of the scheme. */
  readonly deadlines: Readonly<Record<string, number>>;
}

/** Making blank forms. */
export interface FormTexts {
  readonly made: (folder: string, count: number) => string;
}

/** Making a workspace. */
export interface InitTexts {
  readonly askArea: string;
  readonly askPeriod: string;
  /** The text of `huizong.yaml`. */
  readonly settings: (settings: NewSettings) => string;
  readonly made: (folder: string) => string;
  readonly kept: (names: readonly string[]) => string;
  readonly next: (folder: string, returns: string) => string;
}

/** Templates of reports. */
export interface TemplateTexts {
  readonly columns: Readonly<Record<'part' | 'format' | 'from' | 'state', string>>;
  readonly builtin: string;
  readonly states: Readonly<Record<TemplateState, string>>;
  readonly made: (folder: string) => string;
  readonly next: (folder: string) => string;
  readonly well: (parts: number) => string;
  readonly faults: (count: number) => string;
  /** Some files could not be read to their end. */
  readonly unfinished: string;
  readonly warnings: (count: number) => string;
  /** A copy of a built-in part that was changed since; `header` is the first line of a copy made now. */
  readonly stale: (edited: boolean, header: string) => string;
  /** A copy of the built-in workbook, which was changed since. */
  readonly staleWorkbook: string;
  /** Heading of what changed in the built-in part, or why that is not known. */
  readonly changes: string;
  readonly changesUnknown: (part: string) => string;
  readonly moreChanges: (count: number) => string;
  readonly unused: (nearest: readonly string[]) => string;
  readonly odd: string;
  /** Heading of the cells of a workbook that are filled in. */
  readonly marks: (count: number) => string;
  /** What a workbook has that is kept, but does not follow. */
  readonly leftAlone: Readonly<
    Record<'pivot' | 'macros' | 'externalLink' | 'threadedNotes' | 'query' | 'chartSheet' | 'singleCell', string>
  >;
  /** Said beside a report. */
  readonly staleNote: (files: readonly string[]) => string;
}

/** How a part stands to the built-in one; a stale one is a copy of what the built-in part was before. */
export type TemplateState = 'builtin' | 'own' | 'unchanged' | 'edited' | 'stale';

interface SchemeCounts {
  readonly tasks: number;
  readonly indicators: number;
  readonly columns: number;
  readonly regions: number;
  readonly rules: number;
}

/** Why the work could not be done: one line each, with the way out. */
export interface ErrorTexts {
  readonly seeHelp: (command: string) => string;
  readonly unknownCommand: (name: string, suggestion: string | null) => string;
  readonly unknownOption: (flag: string, suggestion: string | null) => string;
  readonly valueMissing: (flag: string) => string;
  readonly tooMany: string;
  readonly pathMissing: (command: string) => string;
  /** An operand such as CODE that was given without content. */
  readonly operandEmpty: (name: string) => string;
  readonly unknownCode: (code: string, nearest: readonly string[]) => string;
  readonly writeWrong: (value: string, formats: readonly string[]) => string;
  readonly writeTwice: (file: string) => string;
  readonly notAllowed: (flag: string, value: string, allowed: readonly string[]) => string;
  readonly periodWrong: (value: string) => string;
  readonly periodKind: (value: string, kind: string) => string;
  readonly spanEarlier: (flag: string, span: string) => string;
  /** Why an earlier report cannot be compared with; `found` and `wanted`: period or area. */
  readonly since: (
    file: string,
    because: 'missing' | 'noReport' | 'period' | 'area' | 'inOutput',
    found?: string,
    wanted?: string,
  ) => string;
  readonly dateWrong: (flag: string, value: string) => string;
  readonly epochWrong: (value: string) => string;
  readonly areaSeveral: (value: string, candidates: readonly string[]) => string;
  readonly areaUnknown: (value: string, flag: string) => string;
  readonly formRegion: string;
  readonly formTwice: string;
  readonly formFile: string;
  readonly formNobody: string;
  readonly recordNeedsWorkspace: string;
  readonly templateUnknown: (value: string, names: readonly string[]) => string;
  readonly templateFileName: (file: string) => string;
  readonly partUnknown: (name: string, nearest: readonly string[]) => string;
  readonly ejectNeedsFolder: string;
  readonly workspaceExists: (folder: string) => string;
  readonly flagNeeded: (flag: string) => string;
  readonly oneFormat: string;
  readonly setWrong: (value: string, keys: readonly string[]) => string;
  readonly setUnknown: (key: string, nearest: readonly string[], keys: readonly string[]) => string;
  readonly splitToStdout: string;
  readonly splitNothing: string;
  readonly binaryToTerminal: string;
  readonly line: (file: string, line: number, column: number | null) => string;
  /** One fault of a configuration at its place. */
  readonly fault: (place: string, text: string) => string;
  readonly interrupted: string;
  readonly bug: (message: string, version: string) => string;
  readonly withDebug: string;
}
