import type { Cell, CellValue, Style, Workbook, Worksheet } from 'exceljs';
import { FORM_LABELS } from '../message/form-labels.ts';
import { columnName } from '../model/place.ts';
import { displayWidth } from '../text/width.ts';
import type { EntrySheet } from './layout.ts';
import { type CellContent, cellContent, type ReturnValues } from './return-values.ts';
import type { CellRole } from './styles.ts';

/** What the sheets of a form are written with. */
export interface Pen {
  readonly workbook: Workbook;
  readonly styles: Readonly<Record<CellRole, Partial<Style>>>;
}

export const LINE_HEIGHT = 16;

/** Writes a value into a cell in the looks of its role. */
export function put(pen: Pen, sheet: Worksheet, [row, column]: readonly [number, number], role: CellRole): Cell;
export function put(
  pen: Pen,
  sheet: Worksheet,
  at: readonly [number, number],
  role: CellRole,
  value: CellValue | undefined,
): Cell;
export function put(
  { styles }: Pen,
  sheet: Worksheet,
  [row, column]: readonly [number, number],
  role: CellRole,
  value?: CellValue,
): Cell {
  const cell = sheet.getCell(row, column);
  cell.style = styles[role];
  if (value !== undefined && value !== null) cell.value = value;
  return cell;
}

/** A text as a cell holds it: `_x000D_` and the like are no escapes. */
export function textValue(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

export function cellValue(content: CellContent | null): CellValue | undefined {
  switch (content?.kind) {
    case 'text':
      return textValue(content.text);
    case 'number':
      return content.number;
    case 'day':
      return content.serial;
    default:
      return undefined;
  }
}

/** A cell merged over some columns; the parts look alike. */
export function putWide(
  pen: Pen,
  sheet: Worksheet,
  [row, first, last]: readonly [row: number, first: number, last: number],
  role: CellRole,
  value?: CellValue,
): void {
  for (let column = first + 1; column <= last; column++) put(pen, sheet, [row, column], role);
  put(pen, sheet, [row, first], role, value);
  if (last > first) sheet.mergeCells(row, first, row, last);
}

/** Title, fixed texts and fields of a sheet of entries. */
export function writeCover(pen: Pen, sheet: Worksheet, layout: EntrySheet, { cover }: ReturnValues): void {
  putWide(pen, sheet, [1, 1, layout.titleEnd], 'title', textValue(layout.title));
  sheet.getRow(1).height = 30;
  for (const { text, row, column, lastColumn } of layout.cover) {
    putWide(pen, sheet, [row, column, lastColumn], 'cover', textValue(text));
    sheet.getRow(row).height = 20;
  }
  for (const { field, label, row, labelColumns, valueColumns } of layout.fields) {
    putWide(pen, sheet, [row, ...labelColumns], 'label', textValue(label));
    putWide(pen, sheet, [row, ...valueColumns], 'field', cellValue(cellContent(cover[field] ?? '', 'text')));
    sheet.getRow(row).height = 22;
  }
}

/** A sheet of entries: heads in sight and on every page, one page wide, locked but for its entries. */
export async function entrySheet(
  { workbook }: Pen,
  { sheet: name, headerRow }: EntrySheet,
  how: { readonly frozen: number; readonly pagesWide: number; readonly orientation: 'portrait' | 'landscape' },
): Promise<Worksheet> {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: how.frozen, ySplit: headerRow, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: how.orientation,
      fitToPage: true,
      fitToWidth: how.pagesWide,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headerRow}:${headerRow}`,
      ...(how.pagesWide > 1 && how.frozen > 0 ? { printTitlesColumn: `A:${columnName(how.frozen)}` } : {}),
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: FORM_LABELS.pageFooter },
  });
  await lock(sheet);
  return sheet;
}

/** Locks a sheet without a password: rows may be put in, columns and rows sized. */
export async function lock(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    sort: true,
    autoFilter: true,
  });
}

/** Lines that a text takes in a column of some width. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(4, width - 2);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
}
