import { activityList } from '../model/activities.ts';
import type { Activity, FiledReturn } from '../model/filed-return.ts';
import type { Draft, Target } from './draft.ts';
import { rowOfActivity } from './draft-return.ts';

/** What a return says, without where it stands. */
type Said = Pick<FiledReturn, 'activities' | 'summary' | 'nilStatement'>;

/** Whether two returns say the same: every figure of the period, every activity in order, and whether they are nil. */
export function saysTheSame(a: Said, b: Said): boolean {
  return said(a) === said(b);
}

/** The first answer of a draft that another return does not say as the draft was read; null when there is none. */
export function firstDifference(draft: Draft, typed: Said, other: Said): Target | null {
  const figures = new Set(figuresOf(other));
  for (const cell of toldIn(typed)) {
    if (!figures.has(figureText(cell))) return { form: 'summary', region: cell.region, item: cell.indicator };
  }
  const rows = activityList(other.activities).map(activityText);
  const differing = activityList(typed.activities).find((one, at) => activityText(one) !== rows[at]);
  const activity = draft.activities.find(({ number }) => rowOfActivity(draft, number) === differing?.row);
  return activity === undefined ? null : { form: 'ledger', activity: activity.number, item: '' };
}

function said({ summary, activities, nilStatement }: Said): string {
  return JSON.stringify([nilStatement, figuresOf({ summary }), activityList(activities).map(activityText)]);
}

function toldIn({ summary }: Pick<Said, 'summary'>): Said['summary'] {
  return summary.filter(({ state, yearToDate }) => state !== 'blank' && !yearToDate);
}

function figuresOf(of: Pick<Said, 'summary'>): readonly string[] {
  return toldIn(of).map(figureText).toSorted();
}

function figureText({ region, indicator, state, value }: Said['summary'][number]): string {
  return `${region} ${indicator} ${state} ${value}`;
}

function activityText({ table: _, row: __, numbers, ...rest }: Activity): string {
  return JSON.stringify({ ...rest, numbers: numbers.map(String) });
}
