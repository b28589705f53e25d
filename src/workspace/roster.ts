import type { RosterEntry } from '../model/due.ts';
import type { Fault } from '../model/errors.ts';
import type { Form } from '../model/recognised.ts';
import { type FaultList, faultList } from '../scheme/faults.ts';
import { type RowReader, rowReaders } from '../scheme/row-reader.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { readTable } from '../scheme/table.ts';
import type { TableSpec } from '../scheme/table-spec.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { dateCell } from './date-text.ts';
import { regionCell } from './region-setting.ts';

/** Who is due, as `roster.csv` says it; null when there is no such table. */
export type RosterTable = readonly RosterEntry[] | null;

export const ROSTER_FILE = 'roster.csv';
export const ROSTER_COLUMNS = ['bureau', 'name', 'forms', 'valid_from', 'valid_to', 'exempt'] as const;

const SPEC: TableSpec = {
  file: ROSTER_FILE,
  columns: ['bureau'],
  optional: [...ROSTER_COLUMNS.slice(1), 'remark'],
  mayBeEmpty: false,
};

/** Reads `roster.csv` and tells all its faults; the lines of one bureau must not hold on the same day. */
export function parseRoster(
  text: string,
  scheme: Scheme,
): { readonly table: RosterTable; readonly faults: readonly Fault[] } {
  const faults = faultList();
  const rows = rowReaders(readTable(text, SPEC, faults), faults).map((row) => ({
    line: row.line,
    ...entry(row, scheme),
  }));
  tellTwice(rows, faults);
  return { table: rows.map(({ line: _, ...one }) => one), faults: faults.sorted([ROSTER_FILE]) };
}

function entry(row: RowReader, scheme: Scheme): RosterEntry {
  const bureau = row.needed('bureau') === '' ? null : regionCell(row, 'bureau', scheme, null);
  const validFrom = dateCell(row, 'valid_from');
  const validTo = dateCell(row, 'valid_to');
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    row.fault('DATES_REVERSED', { column: 'valid_to', value: validTo, other: 'valid_from', than: validFrom });
  }
  return {
    bureau: bureau ?? '',
    name: row.text('name') || null,
    forms: formsOf(row, scheme),
    validFrom,
    validTo,
    exempt: isYes(row, 'exempt', scheme),
  };
}

const FORMS: readonly Form[] = ['ledger', 'summary'];

/** Forms by id or by a word of the scheme, in a fixed order. */
function formsOf(row: RowReader, scheme: Scheme): readonly Form[] {
  const { forms } = wordSets(scheme);
  const named = row.list('forms').flatMap((value): readonly Form[] => {
    const form = FORMS.find((one) => value === one || forms[one].has(matchKey(value)));
    if (form === undefined) row.fault('VALUE_NOT_ALLOWED', { column: 'forms', value, allowed: FORMS });
    return form === undefined ? [] : [form];
  });
  return FORMS.filter((form) => named.includes(form));
}

const YES_NO = ['yes', 'no'] as const;

/** Yes or no in English or in a word of the scheme; nothing is no. */
function isYes(row: RowReader, column: string, scheme: Scheme): boolean {
  const value = row.text(column);
  if (value === '') return false;
  const { yes, no } = wordSets(scheme);
  const key = matchKey(value);
  if (key === 'YES' || yes.has(key)) return true;
  if (key !== 'NO' && !no.has(key)) row.fault('VALUE_NOT_ALLOWED', { column, value, allowed: YES_NO });
  return false;
}

function tellTwice(rows: readonly (RosterEntry & { readonly line: number })[], faults: FaultList): void {
  const known = new Map<string, (RosterEntry & { readonly line: number })[]>();
  for (const row of rows) {
    if (row.bureau === '') continue;
    const same = known.get(row.bureau) ?? [];
    const first = same.find((other) => overlap(row, other));
    if (first) faults.add(ROSTER_FILE, row.line, 'ROW_TWICE', { first: `${ROSTER_FILE}:${first.line}` });
    known.set(row.bureau, [...same, row]);
  }
}

function overlap(a: RosterEntry, b: RosterEntry): boolean {
  return startsBefore(a, b) && startsBefore(b, a);
}

function startsBefore({ validFrom }: RosterEntry, { validTo }: RosterEntry): boolean {
  return validFrom === null || validTo === null || validFrom <= validTo;
}
