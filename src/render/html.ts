import type { ReportModel } from '../report/model.ts';
import { htmlCharts } from './chart/print-chart.ts';
import { reportHelpers } from './helpers/report-helpers.ts';
import { renderTemplate } from './template.ts';
import type { Templates } from './template-source.ts';

/** The report as one HTML file without scripts, by the template `report.html.hbs`. */
export function renderHtml(model: ReportModel, templates: Templates): string {
  return renderTemplate(templates, 'report.html.hbs', model, reportHelpers(model, htmlCharts(model)));
}
