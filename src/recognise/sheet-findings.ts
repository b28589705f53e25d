import { type Finding, finding } from '../model/finding.ts';
import { textOf } from '../model/grid.ts';
import { filePlace, type Place } from '../model/place.ts';
import { type RecognisedFile, ROW_CLASSES } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { shorten } from '../text/shorten.ts';
import { columnFindings } from './column-findings.ts';
import { lineFindings } from './line-findings.ts';
import { missingIndicators } from './missing-indicators.ts';
import { rowsWithoutHeader } from './rows-without-header.ts';
import type { SettledBlock } from './settle-block.ts';
import { MOST_TABLES } from './sheet.ts';
import type { KindedSheet } from './sheet-kind.ts';

/** A sheet whose columns mean what they mean in this file. */
export type SettledSheet = KindedSheet<SettledBlock>;

/** What is to be said of a file's sheets, and the gate that stops it when none of them holds a return. */
export interface SheetFindings {
  readonly gate: Extract<RecognisedFile['gate'], 'form' | 'header'> | null;
  readonly findings: readonly Finding[];
}

export function sheetFindings(
  file: string,
  sheets: readonly SettledSheet[],
  period: Period | null,
  nilStatement: boolean,
  scheme: Scheme,
): SheetFindings {
  const own = [
    ...sheets.flatMap((sheet) => ofPanel(file, sheet, sheets, period, nilStatement, scheme)),
    ...missingIndicators(file, sheets, scheme),
  ];
  if (nilStatement || sheets.some(({ kind }) => kind === 'compiled')) return { gate: null, findings: own };
  const other = sheets.find(({ kind, read }) => kind === 'other' && read.blocks.some(({ trace }) => trace));
  const seen = other ?? sheets.find(({ kind }) => kind === 'other');
  if (!seen) return { gate: 'header', findings: withoutHeader(file, sheets, own) };
  // One sheet speaks for all that are no form; what is not compiled may hold the return.
  const rest = own.filter(({ place, code }) => place.sheet !== seen.read.grid.sheet && code !== 'FORM_UNKNOWN');
  return { gate: 'form', findings: [formUnknown(file, seen.read), ...rest] };
}

/** That no sheet has a header is said once: at the rows that look like those of a return, else of the file. */
function withoutHeader(file: string, sheets: readonly SettledSheet[], own: readonly Finding[]): readonly Finding[] {
  const bare = new Set(sheets.flatMap(({ kind, read }) => (kind === 'noTable' ? [read.grid.sheet] : [])));
  const atRows = own.filter(({ code }) => code === 'HEADER_NOT_FOUND');
  const rest = own.filter(({ place }) => place.sheet === null || !bare.has(place.sheet));
  return [...(atRows.length > 0 ? atRows : [finding('HEADER_NOT_FOUND', filePlace(file), { seen: '' })]), ...rest];
}

/** A table of another subject beside a return, in the same sheet, does not make the sheet another. */
function ofPanel(
  file: string,
  sheet: SettledSheet,
  all: readonly SettledSheet[],
  period: Period | null,
  nilStatement: boolean,
  scheme: Scheme,
): readonly Finding[] {
  const isBeside = all.some(({ kind, read }) => kind === 'compiled' && read.grid.sheet === sheet.read.grid.sheet);
  if (sheet.kind !== 'other' || !isBeside) return ofSheet(file, sheet, period, nilStatement, scheme);
  const place: Place = { file, sheet: sheet.read.grid.sheet, row: null, column: null };
  return sheet.read.blocks.flatMap((block) => ofBlock(place, block, nilStatement, scheme));
}

function ofSheet(
  file: string,
  { kind, read, otherPeriod }: SettledSheet,
  period: Period | null,
  nilStatement: boolean,
  scheme: Scheme,
): readonly Finding[] {
  const place: Place = { file, sheet: read.grid.sheet, row: null, column: null };
  switch (kind) {
    case 'hidden':
      return [finding('SHEET_HIDDEN', place, { rows: dataRows(read) })];
    case 'otherPeriod':
      return [
        finding('SHEET_OTHER_PERIOD', place, {
          found: otherPeriod?.id ?? '',
          expected: period?.id ?? '',
          rows: dataRows(read),
        }),
      ];
    case 'instructions':
    case 'sample':
      return read.blocks.length === 0 ? [] : [finding('SHEET_NOT_COMPILED', place, { kind: place.sheet ?? kind })];
    case 'noTable':
      return nilStatement || read.nil ? [] : ofSheetWithoutTable(place, read, scheme);
    case 'other':
      // A return with a damaged header must not pass for a list of another subject.
      if (read.blocks.some(({ trace }) => trace)) return [formUnknown(file, read)];
      return [finding('SHEET_NOT_COMPILED', place, { kind: place.sheet ?? kind })];
    case 'compiled':
      return [
        ...read.blocks.flatMap((block) => ofBlock(place, block, nilStatement || read.nil, scheme)),
        ...listFindings(place, read),
        ...hiddenRows(place, read),
        ...(read.unread === null
          ? []
          : [finding('TABLES_TOO_MANY', { ...place, row: read.unread }, { limit: MOST_TABLES })]),
      ];
  }
}

/** Rows without any header are no cover: a sheet that goes on with the rows of another must not be passed over. */
function ofSheetWithoutTable(sheet: Place, read: SettledSheet['read'], scheme: Scheme): readonly Finding[] {
  switch (rowsWithoutHeader(read.grid, scheme)) {
    case 'return':
      return [finding('HEADER_NOT_FOUND', { ...sheet, row: read.grid.rowNumbers[0] ?? null }, { seen: '' })];
    case 'other':
      return [finding('SHEET_NOT_COMPILED', sheet, { kind: sheet.sheet ?? 'other' })];
    case null:
      return [];
  }
}

function ofBlock(sheet: Place, block: SettledBlock, nil: boolean, scheme: Scheme): readonly Finding[] {
  const place = { ...sheet, row: block.header.rows[0] };
  if (block.form === 'unknown') {
    const rows = block.tables.reduce((sum, { dataRows: range }) => sum + (range ? range[1] - range[0] + 1 : 0), 0);
    return [
      block.trace
        ? finding('FORM_UNKNOWN', place, { seen: '' })
        : finding('TABLE_NOT_COMPILED', { ...place, column: block.headers[0]?.column ?? null }, { rows }),
    ];
  }
  const empty = block.tables.every(({ dataRows }) => dataRows === null) && !nil;
  return [
    ...columnFindings(sheet, block, scheme),
    ...lineFindings(place, block, scheme),
    ...titleFindings(sheet, block),
    ...(empty ? [finding('NO_DATA_ROWS', place, {})] : []),
  ];
}

function titleFindings(sheet: Place, { strangers, form }: SettledBlock): readonly Finding[] {
  return strangers.map(({ text, city, row, column }) =>
    finding(
      'PART_UNKNOWN',
      { ...sheet, row, column },
      { city, form: form === 'ledger' ? 'ledger' : 'summary' },
      { raw: text },
    ),
  );
}

/** The headers that are known are named; the others may be data of a table without any header. */
function formUnknown(file: string, { grid, blocks }: SettledSheet['read']): Finding {
  const block = blocks.find(({ trace }) => trace) ?? blocks[0];
  const place = { file, sheet: grid.sheet, row: block?.header.rows[0] ?? null, column: null };
  return finding('FORM_UNKNOWN', place, { seen: (block?.known ?? []).slice(0, 8).join(' / ') });
}

const DATA = ROW_CLASSES.indexOf('data');

/** Data rows of the sheet's ledgers and summaries. */
function dataRows(read: SettledSheet['read']): number {
  const ranges = read.blocks.flatMap(({ form, tables }) =>
    form === 'unknown' ? [] : tables.flatMap((table) => (table.dataRows ? [table.dataRows] : [])),
  );
  return countRows(read, (row) => ranges.some(([first, last]) => row >= first && row <= last));
}

/** Lists of choices beside the tables. */
function listFindings(sheet: Place, { grid, lists }: SettledSheet['read']): readonly Finding[] {
  const [[column] = [0]] = lists;
  if (lists.length === 0) return [];
  const columns = lists.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const at = grid.columns.indexOf(column);
  const text = textOf(grid, grid.values[at] ?? 0);
  return [finding('COLUMNS_ASIDE', { ...sheet, column }, { columns, first: shorten(text, LONGEST) })];
}

const LONGEST = 60;

function hiddenRows(place: Place, read: SettledSheet['read']): readonly Finding[] {
  const { hiddenRows: hidden } = read.grid;
  const rows = hidden.size === 0 ? 0 : countRows(read, (row) => hidden.has(row));
  return rows === 0 ? [] : [finding('ROWS_HIDDEN', place, { rows })];
}

function countRows({ grid, classes }: SettledSheet['read'], counts: (row: number) => boolean): number {
  let rows = 0;
  classes.forEach((code, index) => {
    if (code === DATA && counts(grid.rowNumbers[index] ?? 0)) rows++;
  });
  return rows;
}
