import type { FiledReturn } from '../model/filed-return.ts';

/** What a return says, without where it stands. */
type Said = Pick<FiledReturn, 'activities' | 'summary' | 'nilStatement'>;

/** Whether two returns say the same: every figure of the period, every activity in order, and whether they are nil. */
export function saysTheSame(a: Said, b: Said): boolean {
  return said(a) === said(b);
}

function said({ summary, activities, nilStatement }: Said): string {
  const figures = summary
    .filter(({ state, yearToDate }) => state !== 'blank' && !yearToDate)
    .map(({ region, indicator, state, value }) => `${region} ${indicator} ${state} ${value}`)
    .toSorted();
  const rows = activities.map(({ table: _, row: __, numbers, ...rest }) => ({ ...rest, numbers: numbers.map(String) }));
  return JSON.stringify([nilStatement, figures, rows]);
}
