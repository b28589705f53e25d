import { FORM_LABELS } from '../message/form-labels.ts';
import { childrenOf, ownLevelOf, regionIndex } from '../scheme/regions.ts';
import type { Column, ColumnType, Scheme } from '../scheme/scheme.ts';
import { displayWidth } from '../text/width.ts';
import { fixedTexts, NIL_FIELD, signOffFields } from './cover.ts';
import type { FormRequest } from './form-request.ts';
import type { CoverCell, LedgerColumn, LedgerLayout } from './layout.ts';

const COVER_ROW = 2;
const FIELDS_ROW = 3;
const HEADER_ROW = 4;
/** Rows made ready for entries. */
const ROWS = 200;

const WIDTHS: Readonly<Record<ColumnType, number>> = {
  ignore: 6,
  region: 14,
  task: 18,
  text: 20,
  uscc: 21,
  activity_type: 18,
  date_range: 14,
  enum: 10,
  integer: 11,
  decimal: 12,
  boolean: 12,
  personal: 12,
  check: 30,
};
/** Columns of the title and of the fixed texts, which stay together on the first page. */
const TITLE_END = 8;
/** What a field of the cover needs at least. */
const FIELD_WIDTH = 18;

/** The ledger form: a row per activity of an association. */
export function ledgerLayout(request: FormRequest, sheet: string): LedgerLayout {
  const { scheme } = request;
  const columns = columnsAsked(request).map(
    (definition, at): LedgerColumn => ({
      definition,
      header: headerOf(definition, scheme),
      column: at + 1,
      width: WIDTHS[definition.type],
    }),
  );
  const check = columns.find(({ definition }) => definition.type === 'check');
  return {
    sheet,
    title: scheme.title + sheet,
    titleEnd: Math.min(TITLE_END, columns.length),
    lastColumn: columns.length,
    cover: coverOf(request),
    fields: fieldsOf(request, columns),
    headerRow: HEADER_ROW,
    firstRow: HEADER_ROW + 1,
    checkColumn: check?.column ?? null,
    columns,
    ownRegion: columns.some(({ definition }) => definition.type === 'region')
      ? (ownLevelOf(regionIndex(scheme), request.bureau.code)?.name ?? null)
      : null,
    rows: ROWS,
  };
}

/**
 * All columns of the ledger but those of people, who are named once on the cover, and those of regions above or below
 * the parts of the bureau.
 */
function columnsAsked({ scheme, bureau, without = [] }: FormRequest): readonly Column[] {
  const parts = childrenOf(regionIndex(scheme), bureau.code).length > 0;
  const region = !parts ? null : bureau.level === 'province' ? 'city' : 'county';
  const asked = scheme.columns.filter(
    ({ id, type }) =>
      !without.includes(id) && type !== 'personal' && type !== 'check' && (type !== 'region' || id === region),
  );
  const checks = scheme.columns.filter(({ type, forms }) => type === 'check' && forms.includes('ledger'));
  return [...asked, ...checks.slice(0, 1)];
}

/** A header with its unit, if its name does not say it. */
function headerOf({ name, unit }: Column, { words }: Scheme): string {
  if (unit === '' || name.endsWith(unit) || name.endsWith(FORM_LABELS.bracketed(unit))) return name;
  return words.countUnits.includes(unit) || Object.hasOwn(words.moneyUnits, unit)
    ? name + FORM_LABELS.bracketed(unit)
    : name;
}

function coverOf(request: FormRequest): LedgerLayout['cover'] {
  const [bureau, period, mark] = fixedTexts(request);
  return [
    { text: bureau, row: COVER_ROW, column: 1, lastColumn: 4 },
    { text: period, row: COVER_ROW, column: 5, lastColumn: 7 },
    { text: mark, row: COVER_ROW, column: 8, lastColumn: 10 },
  ];
}

/** Side by side, for the rows below belong to the activities; each label and value over columns enough. */
function fieldsOf(request: FormRequest, columns: readonly LedgerColumn[]): readonly CoverCell[] {
  let next = 0;
  const wide = (width: number): readonly [number, number] => {
    const first = next + 1;
    for (let room = 0; room < width && next < columns.length; next++) room += columns[next]?.width ?? 0;
    return [first, Math.max(first, next)];
  };
  return [NIL_FIELD, ...signOffFields(request)].map((field) => {
    const labelColumns = wide(displayWidth(field.label));
    return { ...field, row: FIELDS_ROW, labelColumns, valueColumns: wide(FIELD_WIDTH) };
  });
}
