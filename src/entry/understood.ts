import { format } from '../decimal/decimal.ts';
import { activityList } from '../model/activities.ts';
import { numberColumns } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { answerAt, type Draft, type Target } from './draft.ts';
import { rowOfActivity } from './draft-return.ts';
import type { Judgement } from './judge-draft.ts';

/** What an answer was read as. */
export interface Understood {
  /** A plain number, or a day, or two of them. */
  readonly value: string;
  /** Empty for days. */
  readonly unit: string;
}

const PLAIN_NUMBER = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** How a number or date that is written in another notation was read; null for what says it already, and for other answers. */
export function understoodAs(
  draft: Draft,
  target: Target,
  { filed }: Pick<Judgement, 'filed'>,
  scheme: Scheme,
): Understood | null {
  const text = answerAt(draft, target);
  if (text === '' || PLAIN_NUMBER.test(text)) return null;
  if (target.form === 'summary') {
    const indicator = scheme.indicators.find(({ id }) => id === target.item);
    const cell = filed.summary.find((one) => one.region === target.region && one.indicator === target.item);
    return indicator === undefined || cell?.value == null ? null : { value: format(cell.value), unit: indicator.unit };
  }
  const column = scheme.columns.find(({ id }) => id === target.item);
  const at = rowOfActivity(draft, target.activity);
  const row = activityList(filed.activities).find((one) => one.row === at);
  if (column?.type === 'date_range') return row === undefined ? null : days(row.start, row.end, text);
  const value = row?.numbers[numberColumns(scheme).findIndex(({ id }) => id === target.item)] ?? null;
  return column === undefined || value === null ? null : { value: format(value), unit: column.unit };
}

function days(start: string | null, end: string | null, text: string): Understood | null {
  if (start === null) return null;
  const value = end === null || end === start ? start : `${start} – ${end}`;
  return text === value || text.split(/[^\d-]+/u).join(' – ') === value ? null : { value, unit: '' };
}
