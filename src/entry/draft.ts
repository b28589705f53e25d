import { ZERO } from '../decimal/decimal.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Form } from '../model/recognised.ts';

/** A return while it is typed in: plain JSON, never changed in place. All answers are the clerk's own text. */
export interface Draft {
  readonly scheme: { readonly id: string; readonly version: string };
  /** Region code. */
  readonly bureau: string;
  /** Id of the period. */
  readonly period: string;
  /** What is asked, the summary first. */
  readonly forms: readonly Form[];
  /** Region rows of the summary, in customary order; empty when it is not asked. */
  readonly regions: readonly string[];
  /** Answers of the summary by region and indicator; what is not answered has no entry. */
  readonly summary: Readonly<Record<string, Answers>>;
  readonly activities: readonly DraftActivity[];
  /** It is stated that nothing took place (零报告). */
  readonly nil: boolean;
  /** Reasons for warnings. */
  readonly reasons: readonly Reason[];
  /** The question that was asked last; null before the first. */
  readonly at: Target | null;
  /** The return that is corrected; null for a new one. */
  readonly source: DraftSource | null;
}

/** Texts by the id of an indicator or column. */
export type Answers = Readonly<Record<string, string>>;

/** A row of the ledger; its number stays its own, whatever is deleted. */
export interface DraftActivity {
  readonly number: number;
  readonly answers: Answers;
}

/** Where an answer stands. */
export type Target =
  | { readonly form: 'summary'; readonly region: string; readonly item: string }
  | { readonly form: 'ledger'; readonly activity: number; readonly item: string };

/** A reason for a warning: the cells of a line of `explanations.csv` by column. */
export type Reason = Readonly<Record<ReasonColumn, string>>;
export const REASON_COLUMNS = [
  ...(['code', 'bureau', 'period', 'activity', 'association', 'date'] as const),
  ...(['region', 'item', 'value', 'reason'] as const),
] as const;
export type ReasonColumn = (typeof REASON_COLUMNS)[number];

export interface DraftSource {
  /** As printed. */
  readonly file: string;
  readonly sha256: string;
  /** Number of its version; a file without one is the first. */
  readonly version: number;
  /** Ids of figures that its ledger has no column for: not asked there is not 0. */
  readonly without: readonly string[];
}

/** A new draft without answers. */
export function emptyDraft(
  start: Pick<Draft, 'scheme' | 'bureau' | 'period' | 'forms' | 'regions'> & { readonly source?: DraftSource },
): Draft {
  const { scheme, bureau, period, forms, regions, source = null } = start;
  return {
    ...{ scheme: { id: scheme.id, version: scheme.version }, bureau, period, forms, regions },
    ...{ summary: {}, activities: [], nil: false, reasons: [], at: null, source },
  };
}

/** The figures that the ledger goes without: the return that is corrected has no column for them, and nobody told one since. */
export function columnsWithout({ source, activities }: Draft): readonly string[] {
  return (source?.without ?? []).filter((id) => activities.every(({ answers }) => (answers[id] ?? '') === ''));
}

/** The text of an answer; empty when there is none. */
export function answerAt(draft: Draft, target: Target): string {
  if (target.form === 'summary') return draft.summary[target.region]?.[target.item] ?? '';
  return activityAt(draft, target.activity)?.answers[target.item] ?? '';
}

/** The activity with a number; null when it is gone. */
function activityAt(draft: Draft, number: number): DraftActivity | null {
  return draft.activities.find((one) => one.number === number) ?? null;
}

/** The draft with an answer at a place, which becomes the position; an empty text takes the answer away. */
export function withAnswer(draft: Draft, target: Target, text: string): Draft {
  const { item } = target;
  if (target.form === 'summary') {
    const answers = changed(draft.summary[target.region] ?? {}, item, text);
    return { ...draft, at: target, summary: { ...draft.summary, [target.region]: answers } };
  }
  const activities = draft.activities.map((one) =>
    one.number === target.activity ? { ...one, answers: changed(one.answers, item, text) } : one,
  );
  return { ...draft, at: target, activities };
}

function changed(answers: Answers, item: string, text: string): Answers {
  const { [item]: _, ...others } = answers;
  return text === '' ? others : { ...others, [item]: text };
}

/** The draft with another activity at its end, and the number of that one. */
export function withActivity(draft: Draft, answers: Answers = {}): { readonly draft: Draft; readonly number: number } {
  const number = Math.max(0, ...draft.activities.map((one) => one.number)) + 1;
  return { draft: { ...draft, activities: [...draft.activities, { number, answers }] }, number };
}

export function withoutActivity(draft: Draft, number: number): Draft {
  const at = draft.at?.form === 'ledger' && draft.at.activity === number ? null : draft.at;
  return { ...draft, at, activities: draft.activities.filter((one) => one.number !== number) };
}

/** The draft with a reason; another one for the same is replaced. */
export function withReason(draft: Draft, reason: Reason): Draft {
  const key = REASON_COLUMNS.filter((column) => column !== 'reason');
  const others = draft.reasons.filter((one) => key.some((column) => one[column] !== reason[column]));
  return { ...draft, reasons: [...others, reason] };
}

/** Whether anything was answered. */
export function isBlank({ summary, activities }: Draft): boolean {
  return activities.length === 0 && Object.values(summary).every((answers) => Object.keys(answers).length === 0);
}

/** Whether a return says that something took place: an activity, or a figure that is not 0. */
export function saysSomething({ activities, summary }: Pick<FiledReturn, 'activities' | 'summary'>): boolean {
  return activities.length > 0 || summary.some(({ value }) => value !== null && value !== ZERO);
}

/** Whether two targets are the same place. */
export function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null || a.form !== b.form || a.item !== b.item) return a === b;
  return a.form === 'summary'
    ? b.form === 'summary' && a.region === b.region
    : b.form === 'ledger' && a.activity === b.activity;
}
