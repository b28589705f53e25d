import { FORM_LABELS } from '../message/form-labels.ts';
import { CHECK_FIRST, CHECK_HEADER, type CheckSheet, verdict } from './check-rules.ts';
import type { SummaryLayout } from './layout.ts';
import { LINE_HEIGHT, linesIn, lock, type Pen, put, putWide, textValue } from './write-cells.ts';
import { verdictColours } from './write-summary.ts';

const WIDTHS = [8, 56, 10] as const;
const REGION_WIDTH = 12;

/** The sheet that judges every rule in every region. */
export async function writeChecks(pen: Pen, name: string, layout: SummaryLayout, checks: CheckSheet): Promise<void> {
  const names = layout.regions.map(({ region }) => region.name);
  const sheet = pen.workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: CHECK_HEADER, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: names.length > 1 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${CHECK_HEADER}:${CHECK_HEADER}`,
    },
    headerFooter: { oddFooter: FORM_LABELS.pageFooter },
  });
  await lock(sheet);
  const { heads, severity } = FORM_LABELS;
  putWide(pen, sheet, [1, 1, CHECK_FIRST + names.length - 1], 'title', heads.relation);
  sheet.getRow(1).height = 30;
  [heads.rule, heads.relation, heads.severity, ...names].forEach((text, at) => {
    put(pen, sheet, [CHECK_HEADER, at + 1], 'head', textValue(text));
    sheet.getColumn(at + 1).width = WIDTHS[at] ?? REGION_WIDTH;
  });
  sheet.getRow(CHECK_HEADER).height = Math.max(2, ...names.map((text) => linesIn(text, REGION_WIDTH))) * LINE_HEIGHT;
  for (const { rule, row, formulas } of checks.rules) {
    put(pen, sheet, [row, 1], 'unit', rule.id);
    put(pen, sheet, [row, 2], 'name', textValue(rule.message));
    put(pen, sheet, [row, 3], 'unit', severity[rule.severity]);
    formulas.forEach((formula, at) => {
      put(pen, sheet, [row, CHECK_FIRST + at], 'unit', { formula: verdict(formula), result: '' });
    });
    sheet.getRow(row).height = linesIn(rule.message, WIDTHS[1]) * LINE_HEIGHT + 4;
  }
  const last = checks.rules.at(-1);
  if (last) verdictColours(sheet, CHECK_FIRST, CHECK_HEADER + 1, last.row, CHECK_FIRST + names.length - 1);
}
