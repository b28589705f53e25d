import { format } from '../decimal/decimal.ts';
import { type Activities, eachActivity } from '../model/activities.ts';
import { valueAt } from '../model/coded-column.ts';
import type { Activity, FiledReturn, SummaryCell } from '../model/filed-return.ts';
import type { Form } from '../model/recognised.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { matchKey } from '../text/match-key.ts';

export const FORMS: readonly Form[] = ['ledger', 'summary'];

/** What a file says in one form: enough to tell parts of a return from versions of it. */
export interface FormContent {
  readonly filed: FiledReturn;
  readonly form: Form;
  /** It says that there is nothing to report, and nothing else. */
  readonly nil: boolean;
  /** Of rows and cells that hold something; empty texts for those that cannot be told. */
  readonly tasks: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  /** What the form itself is for (its columns, the names of its sheets), so that it speaks of nothing else; null: of all. */
  readonly declared: Declared;
  /** Of a ledger: the ways in which its activities may be known again. */
  readonly activityKeys: ReadonlySet<string>;
  /** Of a summary: values by region, indicator and span. */
  readonly cells: ReadonlyMap<string, string>;
  /** Equal for files that say the same in other bytes; of a ledger as large as all its texts, and made on demand. */
  readonly signature: () => string;
}

export interface Declared {
  readonly tasks: ReadonlySet<string> | null;
  readonly regions: ReadonlySet<string> | null;
}

/** Whether a file says anything in a form, as a blank form does not. */
export function hasContent(filed: FiledReturn, form: Form): boolean {
  if (isNil(filed, form)) return true;
  return form === 'ledger' ? filed.activities.length > 0 : filed.summary.some(({ state }) => state !== 'blank');
}

/** What a file says in a form; null when it says nothing, as a blank form does. */
export function formContent(filed: FiledReturn, form: Form, scheme: Scheme): FormContent | null {
  if (isNil(filed, form)) return { ...NOTHING, filed, form, nil: true, signature: () => 'nil' };
  return form === 'ledger' ? ledgerContent(filed) : summaryContent(filed, scheme);
}

const NOTHING = {
  tasks: new Set<string>(),
  regions: new Set<string>(),
  declared: { tasks: null, regions: null },
  activityKeys: new Set<string>(),
  cells: new Map<string, string>(),
} as const;

/** A nil statement without a table speaks of every form. */
function isNil({ nilStatement, activities, summary, summarySetAside, forms }: FiledReturn, form: Form): boolean {
  const says = activities.length > 0 || summarySetAside.length > 0 || summary.some(({ state }) => state !== 'blank');
  return nilStatement && !says && (forms.length === 0 || forms.includes(form));
}

function ledgerContent(filed: FiledReturn): FormContent | null {
  const { activities } = filed;
  if (activities.length === 0) return null;
  const tables = activities.table.values.map((table) => filed.tables[table]);
  return {
    ...NOTHING,
    filed,
    form: 'ledger',
    nil: false,
    tasks: new Set(activities.task.values.map((task) => task ?? '')),
    regions: new Set(activities.region.values.map((region) => region ?? '')),
    declared: {
      tasks: allOf(tables.map((table) => table?.task ?? null)),
      regions: allOf(tables.map((table) => table?.region ?? null)),
    },
    activityKeys: activityKeys(activities),
    signature: once(() => Array.from(eachActivity(activities), activityText).toSorted().join('\n')),
  };
}

function once(make: () => string): () => string {
  let made: string | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** A revised row keeps its association and at least one of title and date. */
function activityKeys({ length, association, title, start }: Activities): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let at = 0; at < length; at++) {
    const who = valueAt(association, at);
    const parts = [matchKey(valueAt(title, at)), valueAt(start, at) ?? ''];
    if (who === '') keys.add(parts.join(' '));
    else for (const part of parts) if (part !== '') keys.add(`${who} ${part}`);
  }
  return keys;
}

function activityText({ table: _, row: __, numbers, ...says }: Activity): string {
  return JSON.stringify([says, numbers.map((number) => (number === null ? null : format(number)))]);
}

function summaryContent(filed: FiledReturn, scheme: Scheme): FormContent | null {
  const given = filed.summary.filter(({ state }) => state !== 'blank');
  if (given.length === 0) return null;
  const tasks = taskOfIndicator(scheme);
  const taskOf = ({ indicator }: SummaryCell) => tasks.get(indicator) ?? '';
  const tables = [...new Set(given.map(({ table }) => table))].map((table) => filed.tables[table]);
  const cells = new Map(given.map((cell) => [cellKey(cell), valueText(cell)]));
  return {
    ...NOTHING,
    filed,
    form: 'summary',
    nil: false,
    tasks: new Set(given.map(taskOf)),
    regions: new Set(given.map(({ region }) => region)),
    declared: {
      tasks: new Set(filed.summary.map(taskOf)),
      regions: allOf(tables.map((table) => table?.region ?? null)),
    },
    cells,
    signature: once(() =>
      [...cells]
        .map(([key, value]) => `${key} ${value}`)
        .toSorted()
        .join('\n'),
    ),
  };
}

function cellKey({ region, indicator, yearToDate }: SummaryCell): string {
  return `${region} ${indicator} ${yearToDate}`;
}

function valueText({ value, state }: SummaryCell): string {
  return value === null ? state : format(value);
}

/** The task of each indicator of a scheme. */
export const taskOfIndicator: (scheme: Scheme) => ReadonlyMap<string, string> = perScheme(
  ({ indicators }) => new Map(indicators.map(({ id, task }) => [id, task])),
);

function allOf(names: readonly (string | null)[]): ReadonlySet<string> | null {
  const told = names.filter((name) => name !== null);
  return told.length > 0 && told.length === names.length ? new Set(told) : null;
}
