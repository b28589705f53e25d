import type { ReportModel } from '../report/model.ts';
import { reportHelpers } from './helpers/report-helpers.ts';
import { renderTemplate } from './template.ts';
import type { Templates } from './template-source.ts';

/** The templates of whole Markdown documents: the report, who has reported, the chase list. */
export type MarkdownDocument = 'report' | 'status' | 'chase';

/** A document as Markdown, by its template (`report.md.hbs`); runs of blank lines become one. */
export function renderMarkdown(
  model: ReportModel,
  templates: Templates,
  document: MarkdownDocument = 'report',
): string {
  const text = renderTemplate(templates, `${document}.md.hbs`, model, reportHelpers(model));
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
