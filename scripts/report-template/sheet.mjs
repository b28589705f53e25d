// A sheet of the template row by row: cells, merges, links, print set-up.
import { GROWING, LOOKS } from './looks.mjs';

const MARGINS = { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 };

/** The name of a column, from 1. */
export function column(number) {
  return number > 26
    ? column(Math.floor((number - 1) / 26)) + column(((number - 1) % 26) + 1)
    : String.fromCharCode(64 + number);
}

/**
 * Adds a sheet. `head` is the last row that stays in sight and `heads` those that are repeated on every page;
 * Sheets are one page wide and of as
 * many pages as they need or `pages`; `wide` ones are one page high.
 */
export function addSheet(
  workbook,
  name,
  { widths, frozen = 1, head, heads = head ? `${head}:${head}` : undefined, wide = false, pages = 0 },
) {
  const sheet = workbook.addWorksheet(name, {
    views: [{ ...(head ? { state: 'frozen', xSplit: frozen, ySplit: head } : {}), showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: wide ? 0 : 1,
      fitToHeight: wide ? 1 : pages,
      horizontalCentered: !wide,
      ...(heads ? { printTitlesRow: heads } : {}),
      ...(wide ? { printTitlesColumn: 'A:A' } : {}),
      margins: MARGINS,
    },
    headerFooter: { oddFooter: '&L{{@root.title}}&C第 &P 页，共 &N 页&R数据截至{{date @root.asOf}}' },
  });
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  return { sheet, name, columns: widths.length, charts: [], links: [] };
}

/** Writes a row: each cell is `[text, look]`, `null` for none; a look alone is an empty cell. */
export function row({ sheet }, number, cells, height = GROWING) {
  const line = sheet.getRow(number);
  cells.forEach((given, at) => {
    if (given === null) return;
    const [text, look] = given;
    const cell = line.getCell(at + 1);
    if (text !== '') cell.value = text;
    cell.style = LOOKS[look];
  });
  line.height = height;
}

/** A text over all columns. */
export function line(page, number, text, look, height) {
  const { sheet, columns } = page;
  row(page, number, [[text, look]], height);
  sheet.mergeCells(number, 1, number, columns);
}

/** The title of the sheet, and what it is of. */
export function heading(page, title, at = 1) {
  const before = Array(at - 1).fill(null);
  row(page, 1, [...before, [title, 'title']], 32);
  row(
    page,
    2,
    [
      ...before,
      ['汇总范围：{{@root.area.name}}　报告期：{{@root.period.label}}　数据截至：{{date @root.asOf}}', 'facts'],
    ],
    18,
  );
}

/** Links of a cell of the template; what they lead to is filled in. */
export function link({ links }, ref, location, tip) {
  links.push({ ref, location, tip });
}

/** Words instead of numbers are grey. */
export function greyWords({ sheet }, ref) {
  const [first] = ref.split(':');
  sheet.addConditionalFormatting({
    ref,
    rules: [
      {
        type: 'expression',
        priority: 90,
        formulae: [`ISTEXT(${first})`],
        style: { font: { color: { argb: 'FF6B7280' } } },
      },
    ],
  });
}

/** Shades the numbers of each column by size, in steps of the largest of the column; `cell` is that of the template. */
export function shade({ sheet }, cell) {
  const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(cell);
  const most = `MAX(${letters}$${number}:${letters}$${number})`;
  const steps = [0.8, 0.6, 0.4, 0.2, 0];
  const fills = ['FF8FB0DA', 'FFA9C2E3', 'FFC3D5EC', 'FFDDE7F4', 'FFF3F7FC'];
  sheet.addConditionalFormatting({
    ref: cell,
    rules: steps.map((step, at) => ({
      type: 'expression',
      priority: at + 1,
      formulae: [`AND(ISNUMBER(${cell}),${cell}>${step}*${most})`],
      style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fills[at] } } },
    })),
  });
}

/** Bars in the cells as long as their numbers. */
export function bars({ sheet }, ref) {
  sheet.addConditionalFormatting({
    ref,
    rules: [
      {
        type: 'dataBar',
        priority: 10,
        cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
        color: { argb: 'FF8FB0DA' },
        gradient: false,
        border: false,
      },
    ],
  });
}
