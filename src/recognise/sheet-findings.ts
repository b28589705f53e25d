import { type Finding, finding } from '../model/finding.ts';
import { filePlace, type Place } from '../model/place.ts';
import { type RecognisedFile, ROW_CLASSES } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { columnFindings } from './column-findings.ts';
import type { ReadSheet } from './sheet.ts';
import type { KindedSheet } from './sheet-kind.ts';
import type { ReadBlock } from './table-block.ts';

/** What is to be said of a file's sheets, and the gate that stops it when none of them holds a return. */
export interface SheetFindings {
  readonly gate: Extract<RecognisedFile['gate'], 'form' | 'header'> | null;
  readonly findings: readonly Finding[];
}

export function sheetFindings(
  file: string,
  sheets: readonly KindedSheet[],
  nilStatement: boolean,
  scheme: Scheme,
): SheetFindings {
  const own = sheets.flatMap((sheet) => ofSheet(file, sheet, nilStatement, scheme));
  if (nilStatement || sheets.some(({ kind }) => kind === 'compiled')) return { gate: null, findings: own };
  const other = sheets.find(({ kind, read }) => kind === 'other' && read.blocks.some(({ trace }) => trace));
  const seen = other ?? sheets.find(({ kind }) => kind === 'other');
  if (!seen) return { gate: 'header', findings: [finding('HEADER_NOT_FOUND', filePlace(file), { seen: '' }), ...own] };
  const rest = own.filter(({ place }) => place.sheet !== seen.read.sheet.grid.sheet);
  return { gate: 'form', findings: [formUnknown(file, seen.read), ...rest] };
}

function ofSheet(file: string, { kind, read }: KindedSheet, nilStatement: boolean, scheme: Scheme): readonly Finding[] {
  const place: Place = { file, sheet: read.sheet.grid.sheet, row: null, column: null };
  switch (kind) {
    case 'hidden':
      return [finding('SHEET_HIDDEN', place, { rows: dataRows(read) })];
    case 'instructions':
    case 'sample':
      return read.blocks.length === 0 ? [] : [finding('SHEET_NOT_COMPILED', place, { kind: place.sheet ?? kind })];
    case 'noTable':
      return [];
    case 'other':
      // A return with a damaged header must not pass for a list of another subject.
      if (read.blocks.some(({ trace }) => trace)) return [formUnknown(file, read)];
      return [finding('SHEET_NOT_COMPILED', place, { kind: place.sheet ?? kind })];
    case 'compiled':
      return [
        ...read.blocks.flatMap((block) => ofBlock(place, block, nilStatement || read.nil, scheme)),
        ...hiddenRows(place, read),
      ];
  }
}

function ofBlock(sheet: Place, block: ReadBlock, nil: boolean, scheme: Scheme): readonly Finding[] {
  const place = { ...sheet, row: block.header.rows[0] };
  if (block.form === 'unknown') return block.trace ? [finding('FORM_UNKNOWN', place, { seen: '' })] : [];
  const empty = block.tables.every(({ dataRows }) => dataRows === null) && !nil;
  return [...columnFindings(sheet, block, scheme), ...(empty ? [finding('NO_DATA_ROWS', place, {})] : [])];
}

/** The headers that are known are named; the others may be data of a table without any header. */
function formUnknown(file: string, { sheet, blocks }: ReadSheet): Finding {
  const block = blocks.find(({ trace }) => trace) ?? blocks[0];
  const place = { file, sheet: sheet.grid.sheet, row: block?.header.rows[0] ?? null, column: null };
  return finding('FORM_UNKNOWN', place, { seen: (block?.known ?? []).slice(0, 8).join(' / ') });
}

const DATA = ROW_CLASSES.indexOf('data');

/** Data rows of the sheet's ledgers and summaries. */
function dataRows({ sheet, blocks }: ReadSheet): number {
  const ranges = blocks.flatMap(({ form, tables }) =>
    form === 'unknown' ? [] : tables.flatMap((table) => (table.dataRows ? [table.dataRows] : [])),
  );
  return countRows(sheet, (row) => ranges.some(([first, last]) => row >= first && row <= last));
}

function hiddenRows(place: Place, read: ReadSheet): readonly Finding[] {
  const { hiddenRows: hidden } = read.sheet.grid;
  const rows = hidden.size === 0 ? 0 : countRows(read.sheet, (row) => hidden.has(row));
  return rows === 0 ? [] : [finding('ROWS_HIDDEN', place, { rows })];
}

function countRows({ grid, classes }: ReadSheet['sheet'], counts: (row: number) => boolean): number {
  let rows = 0;
  classes.forEach((code, index) => {
    if (code === DATA && counts(grid.rowNumbers[index] ?? 0)) rows++;
  });
  return rows;
}
