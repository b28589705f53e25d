import { eachActivity } from '../model/activities.ts';
import { packedActivities } from '../model/activity-packer.ts';
import type { Activity, FiledReturn, SummaryCell } from '../model/filed-return.ts';
import type { Form } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type FormContent, hasContent, taskOfIndicator } from './form-content.ts';

/** What is left of a file when a later version replaces what it says in one form; rows that go are set aside. */
export function withoutReplaced(filed: FiledReturn, later: FormContent, scheme: Scheme): FiledReturn {
  return without(filed, later, 'superseded', scheme);
}

/** What is left of a file that is rejected in one form. */
export function withoutForm(filed: FiledReturn, form: Form, scheme: Scheme): FiledReturn {
  return without(filed, { form, declared: { tasks: null, regions: null } }, 'rejected', scheme);
}

type Gone = Pick<FormContent, 'form' | 'declared'>;
type Reason = 'superseded' | 'rejected';

function without(filed: FiledReturn, gone: Gone, reason: Reason, scheme: Scheme): FiledReturn {
  // Of hundreds of later versions the first leaves nothing.
  if (!filed.forms.includes(gone.form) && !hasContent(filed, gone.form)) return filed;
  return gone.form === 'ledger' ? withoutActivities(filed, gone, reason) : withoutCells(filed, gone, reason, scheme);
}

function withoutActivities(filed: FiledReturn, { declared: { tasks, regions } }: Gone, reason: Reason): FiledReturn {
  const goes = (task: string | null, region: string | null) =>
    (tasks === null || (task !== null && tasks.has(task))) &&
    (regions === null || (region !== null && regions.has(region)));
  const gone: Activity[] = [];
  const stays: Activity[] = [];
  for (const row of eachActivity(filed.activities)) (goes(row.task, row.region) ? gone : stays).push(row);
  const left = stays.length > 0;
  return {
    ...filed,
    activities: packedActivities(stays),
    forms: left ? filed.forms : filed.forms.filter((form) => form !== 'ledger'),
    ledgerColumns: left ? filed.ledgerColumns : [],
    rowsAside: [...filed.rowsAside, ...gone.map(({ table, row }) => aside(filed, table, row, reason))],
  };
}

/** A row of which cells are left still counts. */
function withoutCells(
  filed: FiledReturn,
  { declared: { tasks, regions } }: Gone,
  reason: Reason,
  scheme: Scheme,
): FiledReturn {
  const taskOf = taskOfIndicator(scheme);
  const stays = ({ indicator, region }: SummaryCell) =>
    (tasks !== null && !tasks.has(taskOf.get(indicator) ?? '')) || (regions !== null && !regions.has(region));
  const summary = filed.summary.filter(stays);
  const left = summary.some(({ state }) => state !== 'blank');
  const rowsLeft = new Set(left ? summary.map(({ table, row }) => `${table} ${row}`) : []);
  const isLeft = ({ table, row }: { readonly table: number; readonly row: number }) => rowsLeft.has(`${table} ${row}`);
  const gone = [...filed.summaryRows.filter((row) => !isLeft(row)), ...(left ? [] : filed.summarySetAside)];
  return {
    ...filed,
    summary: left ? summary : [],
    summaryRows: filed.summaryRows.filter(isLeft),
    summarySetAside: left ? filed.summarySetAside : [],
    statedTotals: left ? filed.statedTotals.filter(stays) : [],
    forms: left ? filed.forms : filed.forms.filter((form) => form !== 'summary'),
    rowsAside: [...filed.rowsAside, ...gone.map(({ table, row }) => aside(filed, table, row, reason))],
  };
}

function aside({ tables }: FiledReturn, table: number, row: number, reason: Reason): FiledReturn['rowsAside'][number] {
  return { sheet: tables[table]?.sheet ?? null, row, reason };
}
