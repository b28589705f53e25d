import type { Row, Workbook, Worksheet } from 'exceljs';
import type { ReportLabels } from '../../message/report-labels.ts';
import { reasonWord } from '../helpers/cells.ts';
import { formatNumber } from '../helpers/numbers.ts';
import { type CellStyles, PLAIN } from './cell-styles.ts';
import { cellText, displayWidth } from './cell-text.ts';
import type { SheetCell, SheetColumn, SheetRow, SheetSpec } from './sheet-spec.ts';

const GREY = 'FF6B7280';
const AMBER = 'FF8A5A00';
const FILL: Readonly<Record<'header' | 'area' | 'group', string>> = {
  header: 'FFE9EDF3',
  area: 'FFDFE6F0',
  group: 'FFF0F3F8',
};
const PART_INDENT = 3;
const LINE_HEIGHT = 16;
/** Excel's rows are at most 409 points high. */
const MOST_LINES = 25;
/** Texts longer than this are cut off in sight anyway. */
const MOST_MEASURED = 2000;

/** What all sheets of a workbook share. */
export interface SheetContext {
  readonly labels: ReportLabels;
  readonly styles: CellStyles;
}

/** Adds the sheet to the workbook: title, lines, header, rows; frozen and repeated heads, A4 landscape, one page wide. */
export function writeSheet(workbook: Workbook, name: string, spec: SheetSpec, context: SheetContext): void {
  const { labels } = context;
  const header = spec.lines.length + 2;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: spec.frozen, ySplit: header, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${header}:${header}`,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: labels.pageFooter },
  });
  const widths = spec.columns.map((column, at) => widthOf(column, at, spec.rows, labels));
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  writeTitle(sheet, spec, context);
  writeHeader(sheet.getRow(header), spec.columns, widths, context);
  spec.rows.forEach((row, at) => {
    const line = sheet.getRow(header + 1 + at);
    writeRow(line, row, spec.columns, context);
    line.height = rowLines(row, spec.columns, widths) * LINE_HEIGHT + 2;
  });
  const last = header + spec.rows.length;
  if (spec.filter)
    sheet.autoFilter = { from: { row: header, column: 1 }, to: { row: last, column: spec.columns.length } };
  if (spec.shaded) shadeUnits(sheet, spec, header);
}

function writeTitle(sheet: Worksheet, spec: SheetSpec, { labels, styles }: SheetContext): void {
  [spec.title, ...spec.lines].forEach((text, at) => {
    const cell = sheet.getCell(at + 1, 1);
    cell.value = cellText(text, labels);
    cell.style = styles.of(at === 0 ? { ...PLAIN, size: 16, bold: true } : { ...PLAIN, size: 10, color: GREY });
  });
  sheet.getRow(1).height = 30;
}

function writeHeader(
  row: Row,
  columns: readonly SheetColumn[],
  widths: readonly number[],
  context: SheetContext,
): void {
  let lines = 1;
  columns.forEach((column, at) => {
    const cell = row.getCell(at + 1);
    cell.value = cellText(column.header, context.labels);
    cell.style = context.styles.of({
      ...PLAIN,
      bold: true,
      fill: FILL.header,
      align: 'center',
      wrap: true,
      bordered: true,
    });
    lines = Math.max(lines, wrappedLines(column.header, widths[at] ?? 0));
  });
  row.height = lines * LINE_HEIGHT + 6;
}

function writeRow(row: Row, { kind, cells }: SheetRow, columns: readonly SheetColumn[], context: SheetContext): void {
  cells.forEach((value, at) => {
    const cell = row.getCell(at + 1);
    const { content, ...look } = contentOf(value, context.labels);
    cell.value = content;
    cell.style = context.styles.of({
      size: 11,
      bordered: true,
      numFmt: look.numFmt,
      color: look.color,
      bold: kind === 'area' || kind === 'group',
      fill: kind === 'area' || kind === 'group' ? FILL[kind] : null,
      align: look.centred ? 'center' : columns[at]?.kind === 'number' ? 'right' : 'left',
      wrap: columns[at]?.kind === 'text',
      indent: look.centred ? 0 : kind === 'part' && at === 1 ? PART_INDENT : 1,
    });
  });
}

/** Lines that the row's longest text needs; spreadsheets do not always find out by themselves. */
function rowLines({ cells }: SheetRow, columns: readonly SheetColumn[], widths: readonly number[]): number {
  let lines = 1;
  cells.forEach((cell, at) => {
    if (typeof cell !== 'string' || columns[at]?.kind !== 'text') return;
    lines = Math.max(lines, wrappedLines(cell.slice(0, MOST_MEASURED), widths[at] ?? 0));
  });
  return Math.min(lines, MOST_LINES);
}

function wrappedLines(text: string, width: number): number {
  const room = Math.max(4, width - 3);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
}

interface Content {
  readonly content: string | number | null;
  readonly numFmt: string | null;
  readonly color: string | null;
  readonly centred: boolean;
}

/** What the cell holds: numbers as numbers with a format, everything else as text, never a formula. */
function contentOf(cell: SheetCell, labels: ReportLabels): Content {
  if (cell === null || cell === '') return content(null);
  if (typeof cell === 'string') return content(cellText(cell, labels));
  if (typeof cell === 'number') return content(cell, '#,##0');
  if ('rate' in cell) return cell.rate === null ? { ...content('—'), centred: true } : content(cell.rate, '0.0');
  if (cell.value === null) return { ...content(reasonWord(cell.reason, labels)), color: GREY, centred: true };
  const format = cell.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.decimals)}`;
  return cell.complete ? content(cell.value, format) : { ...content(cell.value, `${format}"*"`), color: AMBER };
}

function content(value: Content['content'], numFmt: string | null = null): Content {
  return { content: value, numFmt, color: null, centred: false };
}

/** Wide enough for every number; as wide as the texts, within the column's bounds. */
function widthOf(column: SheetColumn, at: number, rows: readonly SheetRow[], labels: ReportLabels): number {
  let widest = Math.min(displayWidth(column.header), column.kind === 'number' ? 12 : column.widest);
  for (const { cells } of rows) {
    const cell = cells[at] ?? null;
    const needed = printedWidth(cell, labels);
    widest = Math.max(widest, column.kind === 'number' ? needed : Math.min(needed, column.widest));
  }
  return widest + 4;
}

function printedWidth(cell: SheetCell, labels: ReportLabels): number {
  if (cell === null) return 0;
  if (typeof cell === 'string') return displayWidth(cell.slice(0, MOST_MEASURED));
  if (typeof cell === 'number') return formatNumber(cell, 0).length;
  if ('rate' in cell) return 7;
  if (cell.value === null) return displayWidth(reasonWord(cell.reason, labels));
  return formatNumber(cell.value, cell.decimals).length + (cell.complete ? 0 : 1);
}

function shadeUnits(sheet: Worksheet, spec: SheetSpec, header: number): void {
  const first = spec.rows.findIndex(({ kind }) => kind === 'unit');
  if (first < 0) return;
  spec.columns.forEach((column, at) => {
    if (column.kind !== 'number') return;
    const letter = sheet.getColumn(at + 1).letter;
    sheet.addConditionalFormatting({
      ref: `${letter}${header + 1 + first}:${letter}${header + spec.rows.length}`,
      rules: [
        {
          type: 'colorScale',
          priority: at + 1,
          cfvo: [{ type: 'min' }, { type: 'max' }],
          color: [{ argb: 'FFFFFFFF' }, { argb: 'FF8FB0DA' }],
        },
      ],
    });
  });
}
