import type { ReportModel } from '../report/model.ts';
import { reportHelpers } from './helpers/report-helpers.ts';
import { renderTemplate } from './template.ts';
import type { Templates } from './template-source.ts';

/** The report as Markdown, by the template `report.md.hbs`; runs of blank lines become one. */
export function renderMarkdown(model: ReportModel, templates: Templates): string {
  const text = renderTemplate(templates, 'report.md.hbs', model, reportHelpers(model));
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
