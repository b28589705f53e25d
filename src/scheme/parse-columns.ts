import type { Form } from '../model/recognised.ts';
import type { EmptyBecause } from './fault-text.ts';
import { checkUnique, type References, type RowReader } from './row-reader.ts';
import type { Column, ColumnType } from './scheme.ts';
import { TABLES } from './table-spec.ts';

const TYPES: readonly [ColumnType, ...ColumnType[]] = [
  'text',
  'ignore',
  'region',
  'task',
  'uscc',
  'activity_type',
  'date_range',
  'enum',
  'integer',
  'decimal',
  'boolean',
  'personal',
  'check',
];

const FORMS: readonly Form[] = ['ledger', 'summary'];

/** Columns that the meaning of a ledger row rests on; their names and synonyms are the scheme's own. */
const NEEDED: readonly (readonly [string, ColumnType])[] = [
  ['city', 'region'],
  ['county', 'region'],
  ['region_code', 'region'],
  ['task', 'task'],
  ['association', 'text'],
  ['uscc', 'uscc'],
  ['registration_authority', 'text'],
  ['title', 'text'],
  ['activity_type', 'activity_type'],
  ['date', 'date_range'],
  ['venue', 'text'],
  ['part', 'enum'],
];

/** The ledger columns in table order. */
export function parseColumns(rows: readonly RowReader[], activityTypes: References): readonly Column[] {
  checkUnique(rows, 'id', TABLES.columns.file);
  const columns = rows.map((row) => columnOf(row, activityTypes));
  const [heading] = rows;
  for (const [column, type] of NEEDED) {
    if (!columns.some((one) => one.id === column && one.type === type))
      heading?.fault('COLUMN_NEEDED', { column, type });
  }
  return columns;
}

function columnOf(row: RowReader, activityTypes: References): Column {
  const type = row.oneOf('type', TYPES);
  const isNumber = type === 'integer' || type === 'decimal';
  const values = row.list('values');
  const joint = row.oneOf('joint', ['', 'once', 'each']);
  if (isNumber) {
    row.needed('unit');
    row.needed('joint');
  } else {
    mustBeEmpty(row, 'unit', 'notNumber');
    mustBeEmpty(row, 'joint', 'notNumber');
  }
  if (type === 'enum' && values.length === 0) row.needed('values');
  if (type !== 'enum') mustBeEmpty(row, 'values', 'notEnum');
  return {
    id: row.id('id', 'id'),
    name: row.needed('name_zh'),
    nameEn: row.needed('name_en'),
    type,
    unit: row.text('unit'),
    required: row.oneOf('required', ['yes', 'no']) === 'yes',
    requiredFor: row.references('required_for', activityTypes),
    joint: joint === '' ? null : joint,
    values,
    forms: formsOf(row),
    synonyms: row.list('synonyms'),
  };
}

/** A blank cell means the ledger only. */
function formsOf(row: RowReader): readonly Form[] {
  const given = row.list('forms');
  for (const value of given) {
    if (!FORMS.some((form) => form === value))
      row.fault('VALUE_NOT_ALLOWED', { column: 'forms', value, allowed: FORMS });
  }
  return given.length === 0 ? ['ledger'] : FORMS.filter((form) => given.includes(form));
}

function mustBeEmpty(row: RowReader, column: string, because: EmptyBecause): void {
  const value = row.text(column);
  if (value !== '') row.fault('VALUE_NOT_EMPTY', { column, value, because });
}
