import ExcelJS from 'exceljs';
import type { ReportLabels } from '../message/report-labels.ts';
import { finishWorkbook } from '../ooxml/finish-workbook.ts';
import { sheetNames } from '../ooxml/sheet-name.ts';
import type { ReportModel } from '../report/model.ts';
import { formatNumber } from './helpers/numbers.ts';
import { date, filled, lacks, names } from './helpers/words.ts';
import { cellStyles } from './xlsx/cell-styles.ts';
import { matrixSheet, overviewSheet, regionsSheet, taskSheets } from './xlsx/figure-sheets.ts';
import { coverageSheet, findingsSheet, setAsideSheet, sourcesSheet } from './xlsx/list-sheets.ts';
import type { SheetSpec } from './xlsx/sheet-spec.ts';
import { writeSheet } from './xlsx/write-sheet.ts';

/** The report as a workbook; the same model gives the same bytes everywhere. */
export async function renderXlsx(model: ReportModel): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = model.tool.name;
  workbook.lastModifiedBy = model.tool.name;
  workbook.created = workbook.modified = new Date(`${model.asOf}T00:00:00Z`);
  workbook.title = model.title;
  const specs = reportSheets(model);
  const sheets = sheetNames(specs.map(({ name }) => name));
  const context = { labels: model.labels, styles: cellStyles(model.labels.font) };
  specs.forEach((spec, at) => {
    writeSheet(workbook, sheets[at] ?? spec.name, spec, context);
  });
  // Stored, not deflated: `finishWorkbook` packs the parts again.
  const written = await workbook.xlsx.writeBuffer({
    zip: { compression: 'STORE' },
  } as Partial<ExcelJS.XlsxWriteOptions>);
  return finishWorkbook(new Uint8Array(written));
}

/** The sheets of the report in their order. */
export function reportSheets(model: ReportModel): readonly SheetSpec[] {
  const facts = [factLine(model)];
  const figures = [...facts, noteLine(model)];
  return [
    overviewSheet(model, [...facts, coverageLine(model), noteLine(model)]),
    regionsSheet(model, figures),
    matrixSheet(model, figures),
    ...taskSheets(model, figures),
    coverageSheet(model, [...facts, coverageLine(model)]),
    findingsSheet(model, facts),
    setAsideSheet(model, facts),
    sourcesSheet(model, facts),
  ];
}

function factLine({ area, period, asOf, labels }: ReportModel): string {
  const { facts } = labels;
  return inLine(labels, [
    [facts.area, area.name],
    [facts.period, period.label],
    [facts.asOf, date(asOf, labels)],
  ]);
}

function coverageLine({ coverage, views, labels }: ReportModel): string {
  const { facts, state } = labels;
  const { reported } = views.coverage.rates;
  const missing = views.chase.map(({ name }) => name);
  return inLine(labels, [
    [facts.due, String(coverage.due)],
    [facts.reported, String(views.coverage.reported)],
    [facts.rate, reported === null ? '—' : `${formatNumber(reported, 1)}%`],
    [state.accepted, String(coverage.accepted)],
    [state.provisional, String(coverage.provisional)],
    [state.rejected, String(coverage.rejected)],
    [
      state.missing,
      missing.length === 0 ? '0' : filled(labels.counted, { count: missing.length, names: names(missing, labels) }),
    ],
  ]);
}

function noteLine({ views, labels }: ReportModel): string {
  const { common, words } = views;
  const gaps = common.lacks.length === 0 ? '' : words.whole + lacks(common.lacks, [], labels) + labels.factSeparator;
  return gaps + labels.notes.incomplete;
}

function inLine(labels: ReportLabels, facts: readonly (readonly [string, string])[]): string {
  return facts.map(([label, value]) => filled(labels.fact, { label, value })).join(labels.factSeparator);
}
