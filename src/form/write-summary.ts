import type { Worksheet } from 'exceljs';
import { add, type Decimal, decimal, toNumber, ZERO } from '../decimal/decimal.ts';
import { FORM_LABELS } from '../message/form-labels.ts';
import { cellName, columnName } from '../model/place.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { CheckSheet } from './check-rules.ts';
import type { SummaryLayout } from './layout.ts';
import { cellContent, type ReturnValues } from './return-values.ts';
import { allNumbers, quoted, ruleFormula } from './rule-formula.ts';
import { listValidation, numberValidation, validate } from './validation.ts';
import {
  cellValue,
  entrySheet,
  LINE_HEIGHT,
  linesIn,
  type Pen,
  put,
  putWide,
  textValue,
  writeCover,
} from './write-cells.ts';
import type { Options } from './write-options.ts';

const WIDTHS = { number: 6, name: 40, unit: 10, figure: 12, only: 18, check: 46 };

/** Writes the summary form. */
export async function writeSummary(
  pen: Pen,
  layout: SummaryLayout,
  values: ReturnValues,
  options: Options,
  checks: CheckSheet,
  scheme: Scheme,
): Promise<void> {
  const sheet = await entrySheet(pen, layout, {
    frozen: layout.unitColumn,
    pagesWide: 1,
    orientation: layout.totalColumn === null ? 'portrait' : 'landscape',
  });
  setWidths(sheet, layout);
  writeCover(pen, sheet, layout, values);
  for (const { field, row, valueColumns } of layout.fields) {
    if (field === 'nil') validate(sheet, cellName(row, valueColumns[0]), listValidation('', options.nil));
  }
  writeHead(pen, sheet, layout);
  for (const { row, text } of layout.sections) {
    putWide(pen, sheet, [row, 1, layout.lastColumn], 'section', textValue(text));
    sheet.getRow(row).height = 22;
  }
  const texts = new Map(values.figures.map(({ region, indicator, text }) => [`${region} ${indicator}`, text]));
  layout.lines.forEach(({ indicator, row }, at) => {
    put(pen, sheet, [row, layout.numberColumn], 'number', at + 1);
    put(pen, sheet, [row, layout.nameColumn], 'name', textValue(indicator.name));
    put(pen, sheet, [row, layout.unitColumn], 'unit', textValue(indicator.unit));
    const contents = layout.regions.map(({ region, column }) => {
      const content = cellContent(texts.get(`${region.code} ${indicator.id}`) ?? '', indicator.type);
      put(pen, sheet, [row, column], 'entryNumber', cellValue(content));
      return content;
    });
    writeTotal(pen, sheet, layout, row, contents);
    const verdict = checks.verdictOf(indicator.id);
    if (layout.checkColumn !== null)
      put(
        pen,
        sheet,
        [row, layout.checkColumn],
        'check',
        verdict === null ? undefined : { formula: verdict, result: '' },
      );
    const [first, last] = [layout.regions[0]?.column ?? 0, layout.regions.at(-1)?.column ?? 0];
    validate(
      sheet,
      first === last ? cellName(row, first) : `${cellName(row, first)}:${cellName(row, last)}`,
      numberValidation(indicator.name, indicator.unit, indicator.type === 'decimal'),
    );
    sheet.getRow(row).height = linesIn(indicator.name, WIDTHS.name) * LINE_HEIGHT + 6;
  });
  colourFailures(sheet, layout, scheme);
  colourVerdicts(sheet, layout);
}

function setWidths(sheet: Worksheet, layout: SummaryLayout): void {
  const widths = new Map([
    [layout.numberColumn, WIDTHS.number],
    [layout.nameColumn, WIDTHS.name],
    [layout.unitColumn, WIDTHS.unit],
    ...layout.regions.map(({ column }) => [column, layout.totalColumn === null ? WIDTHS.only : WIDTHS.figure] as const),
  ]);
  if (layout.totalColumn !== null) widths.set(layout.totalColumn, WIDTHS.figure);
  if (layout.checkColumn !== null) widths.set(layout.checkColumn, WIDTHS.check);
  for (const [column, width] of widths) sheet.getColumn(column).width = width;
}

function writeHead(pen: Pen, sheet: Worksheet, layout: SummaryLayout): void {
  const { heads, headerRow: row } = layout;
  put(pen, sheet, [row, layout.numberColumn], 'head', textValue(heads.number));
  put(pen, sheet, [row, layout.nameColumn], 'head', textValue(heads.name));
  put(pen, sheet, [row, layout.unitColumn], 'head', textValue(heads.unit));
  if (layout.totalColumn !== null) put(pen, sheet, [row, layout.totalColumn], 'head', textValue(heads.total));
  for (const { region, column } of layout.regions) put(pen, sheet, [row, column], 'head', textValue(region.name));
  if (layout.checkColumn !== null) put(pen, sheet, [row, layout.checkColumn], 'head', textValue(heads.check));
  const width = layout.totalColumn === null ? WIDTHS.only : WIDTHS.figure;
  const lines = layout.regions.map(({ region }) => linesIn(region.name, width));
  sheet.getRow(row).height = Math.max(2, ...lines) * LINE_HEIGHT;
}

/** The sum of the regions' cells; no region filled in, no sum. */
function writeTotal(
  pen: Pen,
  sheet: Worksheet,
  { totalColumn, regions }: SummaryLayout,
  row: number,
  contents: readonly ReturnType<typeof cellContent>[],
): void {
  const [first, last] = [regions[0], regions.at(-1)];
  if (totalColumn === null || !first || !last) return;
  const range = `${cellName(row, first.column)}:${cellName(row, last.column)}`;
  const numbers = contents.flatMap((content) => (content?.kind === 'number' ? [content.number] : []));
  const sum = numbers.reduce<Decimal>((total, number) => add(total, decimal(String(number)) ?? ZERO), ZERO);
  const formula = `IF(COUNT(${range})=0,"",ROUND(SUM(${range}),6))`;
  put(pen, sheet, [row, totalColumn], 'total', { formula, result: numbers.length === 0 ? '' : toNumber(sum) });
}

/** Figures against a rule are red. */
function colourFailures(sheet: Worksheet, layout: SummaryLayout, scheme: Scheme): void {
  const rows = new Map(layout.lines.map(({ indicator, row }) => [indicator.id, row]));
  const columns = [...layout.regions.map(({ column }) => column)];
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return;
  let priority = 10;
  for (const rule of scheme.rules) {
    const row = rows.get(rule.left.find(({ id }) => id !== null)?.id ?? '');
    if (rule.scope !== 'return' || row === undefined) continue;
    const formula = ruleFormula(rule, (id) => {
      const at = rows.get(id);
      return at === undefined ? null : `${columnName(first)}$${at}`;
    });
    if (formula === null) continue;
    sheet.addConditionalFormatting({
      ref: `${cellName(row, first)}:${cellName(row, last)}`,
      rules: [
        {
          type: 'expression',
          priority: priority++,
          formulae: [`AND(${allNumbers(formula)},NOT(${formula.condition}))`],
          style: RED,
        },
      ],
    });
  }
}

const RED = {
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } },
  font: { color: { argb: 'FF9C0006' } },
} as const;
const GREEN = { font: { color: { argb: 'FF1E7B34' } } } as const;

function colourVerdicts(sheet: Worksheet, { checkColumn, firstRow, lastRow }: SummaryLayout): void {
  if (checkColumn === null) return;
  verdictColours(sheet, checkColumn, firstRow, lastRow);
}

/** Verdicts: red when a rule fails, green when all hold. */
export function verdictColours(sheet: Worksheet, column: number, first: number, last: number, to = column): void {
  const cell = cellName(first, column);
  sheet.addConditionalFormatting({
    ref: `${cell}:${cellName(last, to)}`,
    rules: [
      { type: 'expression', priority: 1, formulae: [`LEFT(${cell},1)=${quoted(FORM_LABELS.failed)}`], style: RED },
      { type: 'expression', priority: 2, formulae: [`${cell}=${quoted(FORM_LABELS.passed)}`], style: GREEN },
    ],
  });
}
