import type { Form } from '../model/recognised.ts';

/** Everything that entry at prompts says, in one language. */
export interface FillTexts {
  // Before the first question
  readonly askBureau: string;
  readonly askPeriod: string;
  readonly askForm: string;
  readonly forms: Readonly<Record<Form | 'both', string>>;
  readonly askParts: (bureau: string) => string;
  /** `apart`: names of those that report by themselves. */
  readonly byPart: (parts: number, apart: readonly string[]) => string;
  readonly ownLevel: string;
  readonly asWhole: string;
  readonly askDraft: string;
  readonly newReturn: string;
  readonly draftLine: (bureau: string, period: string, answers: number, activities: number) => string;
  readonly goOn: (answers: number, activities: number) => string;
  readonly askOtherDraft: (file: string) => string;
  readonly keepDraft: string;
  readonly startAnew: (aside: string) => string;
  readonly otherScheme: (was: string, now: string) => string;
  readonly formAdded: (form: string) => string;
  readonly readingEarlier: (periods: string) => string;
  readonly opened: (file: string, figures: number, activities: number) => string;
  readonly leftOut: (figures: number) => string;
  readonly leftColumns: (headers: readonly string[]) => string;

  // Lists and keys
  readonly listKeys: string;
  readonly nothingFound: string;
  readonly dropped: (lines: number) => string;
  readonly keys: (hasPrevious: boolean) => string;
  /** What is typed in place of an answer, by what it does; of each the first is shown. */
  readonly commands: Readonly<Record<FillCommand, readonly string[]>>;
  readonly back: string;
  readonly toMenu: string;
  readonly noAnswer: string;

  // The menu
  readonly heading: (bureau: string, period: string) => string;
  readonly figuresDone: (answered: number, of: number) => string;
  readonly activitiesDone: (count: number) => string;
  readonly askMenu: string;
  readonly menu: Readonly<Record<'next' | 'tasks' | 'show' | 'leave', string>>;
  readonly menuActivities: (count: number) => string;
  readonly menuReview: (errors: number, warnings: number) => string;
  readonly menuFinish: (missing: number) => string;

  // Figures
  readonly askRegion: string;
  readonly askTask: string;
  readonly progress: (name: string, answered: number, of: number) => string;
  readonly question: (name: string, unit: string, previous: string | null) => string;
  readonly noPrevious: string;
  readonly helpKind: Readonly<Record<'flow' | 'stock' | 'distinct', string>>;
  readonly helpNil: (core: boolean) => string;
  readonly helpRule: (rule: string) => string;

  // Activities
  readonly askActivities: string;
  readonly addActivity: string;
  readonly activityLine: (at: number, date: string, title: string, association: string) => string;
  readonly untitled: string;
  readonly askActivity: (line: string) => string;
  readonly activityActions: Readonly<Record<'rest' | 'all' | 'one' | 'copy' | 'remove' | 'up', string>>;
  readonly askColumn: string;
  readonly askRemove: (line: string) => string;
  readonly yesNo: Readonly<Record<'yes' | 'no', string>>;
  readonly columnLine: (name: string, text: string) => string;
  readonly helpExpected: string;
  readonly helpType: Readonly<Record<'date_range' | 'uscc' | 'integer' | 'decimal' | 'boolean' | 'text', string>>;
  readonly newActivity: (at: number) => string;

  // What is said of answers
  readonly error: string;
  readonly warning: string;
  /** How a number or day in another notation was read; days have no unit. */
  readonly understood: (value: string, unit: string) => string;
  readonly askWrong: string;
  readonly again: string;
  readonly changeOther: (name: string, text: string) => string;
  readonly leaveForNow: string;
  readonly askReason: string;
  readonly reasonNoWords: string;

  // The end
  readonly askReview: string;
  readonly allWell: string;
  readonly reviewLine: (severity: string, subject: string, message: string) => string;
  readonly errorsBlock: (count: number) => string;
  readonly missing: (count: number, names: readonly string[], more: number) => string;
  readonly noActivities: string;
  readonly nothingYet: string;
  readonly askMissing: string;
  readonly fillMissing: string;
  readonly writeAnyway: string;
  readonly unexplained: (count: number) => string;
  readonly askUnexplained: string;
  readonly explainEach: string;
  readonly askNil: string;
  readonly askNilBlank: string;
  readonly written: (file: string) => string;
  readonly readBack: string;
  /** `draft`: where it stays; null where there is none. `answer`: which one differs; empty when it cannot be told. */
  readonly readBackDiffers: (file: string, draft: string | null, answer: string) => string;
  readonly unwritable: Readonly<Record<'tooLong' | 'control', string>>;
  readonly reasonsWritten: (count: number, file: string) => string;
  readonly original: (file: string) => string;
  readonly left: (draft: string, command: string) => string;
  readonly total: (name: string, value: string, unit: string) => string;

  // The name of a version, understood when it is read back
  readonly version: (stem: string, number: number) => string;

  // What stands in the way
  readonly needsFlag: (flag: string, example: string) => string;
  readonly needsAnswers: string;
  readonly bureauUnknown: (value: string) => string;
  readonly cannotOpen: (file: string) => string;
  readonly answersFault: (fault: {
    readonly at: string;
    readonly code: string;
    readonly value: string;
    readonly nearest: readonly string[];
    /** What the reader of `explanations.csv` says. */
    readonly detail: string;
  }) => string;
  /** What can be said of a return that is corrected is taken from it. */
  readonly formsOfFile: (file: string, forms: readonly Form[]) => string;
  readonly partsOfFile: (file: string) => string;
  readonly answersOfOther: (other: string, file: string, of: string) => string;
  readonly nilWithAnswers: string;
  readonly answersFaulty: (file: string, count: number) => string;
  readonly setWrong: (value: string) => string;
  readonly draftHeld: (draft: string, pid: number, host: string, lock: string) => string;
  readonly draftDamaged: (draft: string) => string;
  readonly oneFormCsv: string;
  readonly outputType: (file: string) => string;
  readonly outputIsSource: (file: string) => string;
}

/** What can be typed in place of an answer. */
export type FillCommand = 'back' | 'help' | 'previous' | 'menu' | 'clear';
