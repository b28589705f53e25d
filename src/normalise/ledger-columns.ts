import type { CellContent } from '../model/grid.ts';
import { numberColumns } from '../scheme/dictionary.ts';
import { regionIndex } from '../scheme/regions.ts';
import type { Column } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { remember } from '../text/remember.ts';
import { activityTypeReader, taskReader } from './activity-type.ts';
import { parseBoolean } from './boolean.ts';
import { brokenCell } from './cell-text.ts';
import type { NormaliseContext } from './context.ts';
import { creditCodeReader } from './credit-code-cell.ts';
import { type Days, dateReader } from './date-cell.ts';
import type { Field } from './field.ts';
import { ledgerNumberReader } from './ledger-number.ts';
import type { NumberReading } from './number-cell.ts';
import { NO_REMARKS, type Reading, type Remark, remark } from './reading.ts';
import type { RegionFields } from './region-cells.ts';
import { ledgerRegions, type RegionFinder, type RowRegion, registrationRegions } from './region-finder.ts';
import { registrarCheck } from './registrar.ts';
import { rememberCell } from './remember-cell.ts';
import type { Slot } from './table-rows.ts';
import { columnMeaning, type TableView } from './table-view.ts';

type ReadCell<T> = (cell: CellContent | undefined) => T;

/** The columns of one ledger table with their readers, prepared once, so that rows cost little. */
export interface LedgerColumns {
  readonly slots: readonly Slot[];
  readonly regions: RegionFields;
  readonly regionOf: RegionFinder;
  readonly authority: Field;
  /** The region by the registering authority; null when rows count where they take place. */
  readonly registeredIn: ((authority: string) => RowRegion | null) | null;
  readonly task: Field;
  readonly taskOf: (text: string) => Reading<string | null>;
  readonly type: Field;
  readonly typeOf: (text: string, task: string | null) => Reading<string | null>;
  readonly date: Field;
  /** Null: a blank cell. */
  readonly readDate: ReadCell<Reading<Days> | null>;
  readonly creditCode: Field;
  readonly readCreditCode: ReadCell<Reading<string | null>>;
  /** What a code says beside the region of its row. */
  readonly registrarRemarks: (code: string, region: string) => readonly Remark[];
  readonly association: Field;
  readonly title: Field;
  readonly venue: Field;
  readonly part: Field;
  /** All number columns of the scheme, in the order of `Activity.numbers`. */
  readonly numbers: readonly (Field & { readonly definition: Column; readonly read: ReadCell<NumberReading> })[];
  /** Yes/no columns of the table. */
  readonly flags: readonly (Field & { readonly read: ReadCell<Reading<boolean>> })[];
  /** Columns of the table that take one of a list of values. */
  readonly lists: readonly (Field & { readonly read: ReadCell<Reading<string>> })[];
  /** Columns of the table, of words and yes/no, that are kept or must not be blank. */
  readonly wanted: readonly (Field & { readonly definition: Column })[];
  /** Whether a text says that there is nothing. */
  readonly isNil: (text: string) => boolean;
}

/** Free texts that an `Activity` keeps. */
const KEPT = ['association', 'title', 'venue'];
/** Nothing of them is read. */
const UNREAD: ReadonlySet<Column['type']> = new Set(['ignore', 'personal', 'check']);

/** Prepares the columns of ledger tables, once for those under one header: there may be thousands of sections. */
export function ledgerColumnsReader(context: NormaliseContext): (view: TableView) => LedgerColumns {
  const prepared = new WeakMap<object, Map<string, LedgerColumns>>();
  return (view) => {
    const { columns, region, bannerUnit } = view.table;
    const ofHeader = prepared.get(columns) ?? new Map<string, LedgerColumns>();
    prepared.set(columns, ofHeader);
    const key = `${region} ${bannerUnit}`;
    const known = ofHeader.get(key) ?? ledgerColumns(view, context);
    ofHeader.set(key, known);
    return known;
  };
}

function ledgerColumns(view: TableView, { scheme, sender, period }: NormaliseContext): LedgerColumns {
  const { table } = view;
  const { nilMarks, ofWhich, yes, no } = wordSets(scheme);
  const isNil = nilReader(nilMarks);
  const read = scheme.columns.filter(({ type }) => !UNREAD.has(type));
  const slots = read.map(({ id, type }) => ({
    column: columnMeaning(table, id)?.column ?? null,
    spread: type !== 'integer' && type !== 'decimal',
  }));
  const fields = new Map(read.map(({ id }, slot) => [id, { id, slot, column: slots[slot]?.column ?? null }]));
  const field = (id: string): Field => fields.get(id) ?? { id, slot: -1, column: null };
  const present = (...types: readonly Column['type'][]) =>
    read.filter(({ id, type }) => types.includes(type) && field(id).column !== null);
  const scope = { index: regionIndex(scheme), sender, home: table.region ?? sender, nilMarks, ofWhich };
  return {
    slots,
    regions: { city: field('city'), county: field('county'), region_code: field('region_code') },
    regionOf: ledgerRegions(scope),
    authority: field('registration_authority'),
    registeredIn: scheme.countingRegion === 'registration' ? registrationRegions(scope) : null,
    task: field('task'),
    taskOf: taskReader(scheme),
    type: field('activity_type'),
    typeOf: activityTypeReader(scheme),
    date: field('date'),
    readDate: dateReader(period, isNil),
    creditCode: field('uscc'),
    readCreditCode: creditCodeReader(scheme, isNil),
    registrarRemarks: registrarCheck(scheme),
    association: field('association'),
    title: field('title'),
    venue: field('venue'),
    part: field('part'),
    numbers: numberColumns(scheme).map((column) => ({
      ...field(column.id),
      definition: column,
      read: ledgerNumberReader(view, column, scheme),
    })),
    flags: present('boolean').map(({ id }) => ({ ...field(id), read: flagReader({ yes, no, nilMarks }) })),
    lists: present('enum').map((column) => ({ ...field(column.id), read: listReader(column, isNil) })),
    wanted: present('text', 'enum', 'boolean')
      .filter(({ id, required, requiredFor }) => required || requiredFor.length > 0 || KEPT.includes(id))
      .map((definition) => ({ ...field(definition.id), definition })),
    isNil,
  };
}

/** Titles and names hardly repeat and are longer than any nil mark with spaces in it: they are not looked up. */
function nilReader(nilMarks: ReadonlySet<string>): (text: string) => boolean {
  const longest = 2 + Math.max(0, ...[...nilMarks].map(({ length }) => length));
  const isNilMark = remember((text: string) => nilMarks.has(matchKey(text)));
  return (text) => text.length <= longest && isNilMark(text);
}

const YES: Reading<boolean> = { value: true, remarks: NO_REMARKS };
const NO: Reading<boolean> = { value: false, remarks: NO_REMARKS };
const NEITHER: Reading<boolean> = { value: false, remarks: [remark('BOOLEAN_UNREADABLE', {})] };

function flagReader(words: Parameters<typeof parseBoolean>[1]): ReadCell<Reading<boolean>> {
  const readText = remember((text: string) => {
    const flag = parseBoolean(text, words);
    if (flag === null) return NEITHER;
    return flag ? YES : NO;
  });
  const readCell = rememberCell((text) => readText(text.trim()));
  return (cell) => {
    if (cell === undefined) return NO;
    const broken = brokenCell(cell);
    if (broken !== null) return { value: false, remarks: [broken] };
    if (cell.kind === 'boolean') return cell.number === 1 ? YES : NO;
    return readCell(cell);
  };
}

const NO_VALUE: Reading<string> = { value: '', remarks: NO_REMARKS };

/** The value as listed; empty when blank or not listed. */
function listReader({ values }: Column, isNil: (text: string) => boolean): ReadCell<Reading<string>> {
  const listed = new Map(values.map((value) => [matchKey(value), value]));
  const notListed: Reading<string> = { value: '', remarks: [remark('VALUE_NOT_LISTED', { allowed: values })] };
  const readText = remember((text: string): Reading<string> => {
    const value = listed.get(matchKey(text));
    if (value !== undefined) return { value, remarks: NO_REMARKS };
    return text === '' || isNil(text) ? NO_VALUE : notListed;
  });
  const readCell = rememberCell((text) => readText(text.trim()));
  return (cell) => {
    if (cell === undefined) return NO_VALUE;
    const broken = brokenCell(cell);
    return broken === null ? readCell(cell) : { value: '', remarks: [broken] };
  };
}
