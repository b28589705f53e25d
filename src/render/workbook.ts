import type { ReportModel } from '../report/model.ts';
import { reportHelpers } from './helpers/report-helpers.ts';
import { type Templates, WORKBOOK } from './template-source.ts';
import { fillWorkbook } from './workbook-template/fill-workbook.ts';

/** The report as the workbook `report.xlsx` of the templates, filled in. Throws a `ConfigurationError` with its faults. */
export function renderWorkbook(model: ReportModel, templates: Templates): Promise<Uint8Array> {
  const { file = WORKBOOK, bytes = new Uint8Array() } = templates.get(WORKBOOK) ?? {};
  const { labels, asOf, tool } = model;
  const properties = { date: asOf, creator: tool.name };
  return fillWorkbook(bytes, file, {
    data: model,
    helpers: reportHelpers(model),
    labels,
    properties,
  });
}
