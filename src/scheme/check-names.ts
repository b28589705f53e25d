import type { Form } from '../model/recognised.ts';
import { plainKey } from './dictionary.ts';
import { headerKey } from './header-key.ts';
import { regionKey } from './region-index.ts';
import type { RowReader } from './row-reader.ts';
import type { Column, Indicator, Scheme } from './scheme.ts';

const FORMS: readonly Form[] = ['ledger', 'summary'];

/** Rows parallel to the scheme's columns and indicators, to tell faults at. */
export interface HeaderRows {
  readonly columns: readonly RowReader[];
  readonly indicators: readonly RowReader[];
}

/** Tells names and synonyms that would make one header mean two things within one form. */
export function checkHeaders(scheme: Scheme, rows: HeaderRows): void {
  for (const form of FORMS) {
    const taken = new Map<string, string>();
    const claim = ({ id, name, synonyms }: Column | Indicator, row: RowReader | undefined): void => {
      for (const value of [name, ...synonyms]) {
        if (value === '') continue;
        const { key } = headerKey(value, scheme);
        const other = taken.get(key) ?? id;
        taken.set(key, other);
        if (key === '') row?.fault('NAME_UNUSABLE', { column: 'synonyms', value });
        else if (other !== id) row?.fault('SYNONYM_TWICE', { value, form, others: [other] });
      }
    };
    scheme.columns.forEach((column, at) => {
      if (column.forms.includes(form)) claim(column, rows.columns[at]);
    });
    if (form !== 'summary') continue;
    scheme.indicators.forEach((indicator, at) => {
      claim(indicator, rows.indicators[at]);
    });
  }
}

/** Tells names by which two tasks, or two activity types of one task, would be meant. */
export function checkTaskNames(scheme: Scheme, taskRows: readonly RowReader[], typeRows: readonly RowReader[]): void {
  const tasks = new Map<string, string>();
  for (const task of scheme.tasks) {
    const row = taskRows.find((one) => one.text('id') === task.id);
    claimNames(tasks, task.id, [task.id, task.name, task.shortName, ...task.synonyms], plainKey, row);
  }
  const types = new Map<string, Map<string, string>>();
  scheme.activityTypes.forEach((type, at) => {
    const own = types.get(type.task) ?? new Map<string, string>();
    types.set(type.task, own);
    claimNames(own, type.id, [type.id, type.name, ...type.synonyms], plainKey, typeRows[at]);
  });
}

/** Tells names that two cities, or two units of one city, would share. */
export function checkRegionNames(scheme: Scheme, rows: readonly RowReader[]): void {
  const rowsOf = new Map<string, RowReader[]>();
  for (const row of rows) {
    const code = row.text('alias_of') || row.text('code') || row.text('id');
    rowsOf.set(code, [...(rowsOf.get(code) ?? []), row]);
  }
  const scopes = new Map<string | null, Map<string, string>>();
  for (const region of scheme.regions) {
    if (region.level === 'self') continue;
    const taken = scopes.get(region.parent) ?? new Map<string, string>();
    scopes.set(region.parent, taken);
    for (const text of [region.name, region.shortName, ...region.aliases]) {
      const row = rowsOf.get(region.code)?.find((one) => namesIn(one).includes(text));
      claimNames(taken, region.code, [text], regionKey, row);
    }
  }
}

function namesIn(row: RowReader): readonly string[] {
  return [row.text('name'), row.text('short_name'), ...row.list('aliases'), ...row.list('short_names')];
}

function claimNames(
  taken: Map<string, string>,
  id: string,
  names: readonly string[],
  keyOf: (name: string) => string,
  row: RowReader | undefined,
): void {
  for (const value of names) {
    if (value === '') continue;
    const key = keyOf(value);
    const other = taken.get(key) ?? id;
    taken.set(key, other);
    if (key === '') row?.fault('NAME_UNUSABLE', { column: 'name', value });
    else if (other !== id) row?.fault('NAME_TWICE', { column: 'name', value, first: other });
  }
}
