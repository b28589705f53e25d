import type { ReportModel } from '../report/model.ts';
import { reportHelpers } from './helpers/report-helpers.ts';
import type { TemplateSource } from './template-source.ts';
import { fillWorkbook } from './workbook-template/fill-workbook.ts';

/** The report as the workbook `report.xlsx` of the templates, filled in. Throws a `ConfigurationError` with its faults. */
export function renderWorkbook(model: ReportModel, { file, bytes }: TemplateSource): Promise<Uint8Array> {
  const { labels, asOf, tool } = model;
  const properties = { date: asOf, creator: tool.name };
  return fillWorkbook(bytes ?? new Uint8Array(), file, {
    data: model,
    helpers: reportHelpers(model),
    labels,
    properties,
  });
}
