import { type Finding, finding } from '../model/finding.ts';
import { cellName, columnName, type Place } from '../model/place.ts';
import { nearest } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { joined } from './columns.ts';
import type { HeaderText } from './header-text.ts';
import type { SettledBlock } from './settle-block.ts';

/** More unknown columns than this are told in one finding. */
const MOST_UNKNOWN = 20;
/** Longer headers are cut in findings. */
const LONGEST = 60;

/** Columns that are missing, that two headers claim, that the scheme does not know, and numbers under no header at all. */
export function columnFindings(sheet: Place, block: SettledBlock, scheme: Scheme): readonly Finding[] {
  return [
    ...missing(sheet, block, scheme),
    ...ofOtherPeriods(sheet, block, scheme),
    ...twice(sheet, block, scheme),
    ...unknown(sheet, block),
    ...byCells(sheet, block),
    ...bare(sheet, block),
  ];
}

/** Required ledger columns that neither a header nor title, section, sheet or file name gives. */
function missing(sheet: Place, block: SettledBlock, scheme: Scheme): readonly Finding[] {
  if (block.form !== 'ledger') return [];
  const present = new Set(block.read.columns.map(({ meaning }) => meaning));
  const headers = block.read.unknown.slice(0, MOST_UNKNOWN).map(headerOf);
  // A sender is known or the file is stopped: its region columns may all be left out.
  const required = scheme.columns.filter(
    (column) => column.required && column.type !== 'region' && !present.has(column.id),
  );
  const place = { ...sheet, row: block.header.rows[1] };
  return required
    .filter(
      ({ type }) => type !== 'task' || block.tables.some(({ task, dataRows }) => task === null && dataRows !== null),
    )
    .map(({ id, name, synonyms }) => {
      const close = headers.filter((header) => nearest(header, [name, ...synonyms]).length > 0).slice(0, 3);
      return finding('COLUMN_MISSING', place, { name, nearest: close }, { column: id });
    });
}

/** Every column of figures names another period, or a part of the file's own: 1月, 2月, 3月. */
function ofOtherPeriods(
  sheet: Place,
  { form, parts, read, headers }: SettledBlock,
  scheme: Scheme,
): readonly Finding[] {
  const indicators = new Set(scheme.indicators.map(({ id }) => id));
  const isRead = read.columns.some(({ meaning }) => indicators.has(meaning ?? ''));
  if (form !== 'summary' || parts !== null || isRead) return [];
  const told = new Set([...read.unknown, ...read.twice.map(({ column }) => column)]);
  const aside = headers.find((header, at) => read.columns[at]?.meaning === null && !told.has(header));
  return aside ? [finding('PERIOD_NOT_FOUND', placeOf(sheet, aside), {}, { raw: headerOf(aside) })] : [];
}

function twice(sheet: Place, { read }: SettledBlock, scheme: Scheme): readonly Finding[] {
  const names = new Map([...scheme.indicators, ...scheme.columns].map(({ id, name }) => [id, name]));
  const indicators = new Set(scheme.indicators.map(({ id }) => id));
  return read.twice.slice(0, MOST_UNKNOWN).map(({ column, id, kept }) => {
    const args = { name: names.get(id) ?? id, kept: placed(kept), ignored: placed(column) };
    const field = indicators.has(id) ? { indicator: id } : { column: id };
    return finding('COLUMN_TWICE', placeOf(sheet, column), args, field);
  });
}

/** Equal headers are told apart by their column letter. */
function placed(header: HeaderText): string {
  return `${columnName(header.column)} ${headerOf(header)}`;
}

function unknown(sheet: Place, { read }: SettledBlock): readonly Finding[] {
  const [first] = read.unknown;
  if (first && read.unknown.length > MOST_UNKNOWN) {
    const args = { columns: read.unknown.length, first: headerOf(first) };
    return [finding('COLUMNS_UNKNOWN', placeOf(sheet, first), args)];
  }
  return read.unknown.map((header) => finding('COLUMN_UNKNOWN', placeOf(sheet, header), { header: headerOf(header) }));
}

function byCells(sheet: Place, { read }: SettledBlock): readonly Finding[] {
  return read.byCells.map((header) => {
    const id = read.columns.find(({ column }) => column === header.column)?.meaning;
    const about = id == null ? {} : { column: id };
    return finding('COLUMN_BY_CELLS', placeOf(sheet, header), { header: headerOf(header) }, about);
  });
}

/** They stand where their header is missing. */
function bare(sheet: Place, { bareColumns, header }: SettledBlock): readonly Finding[] {
  return bareColumns.slice(0, MOST_UNKNOWN).map(({ column, numbers, first }) => {
    const place = { ...sheet, row: header.rows[1], column };
    return finding('COLUMN_WITHOUT_HEADER', place, { numbers, first: cellName(first, column) });
  });
}

function headerOf({ levels }: HeaderText): string {
  const header = joined(levels);
  return header.length > LONGEST ? `${header.slice(0, LONGEST)}…` : header;
}

function placeOf(sheet: Place, { row, column }: HeaderText): Place {
  return { ...sheet, row, column };
}
