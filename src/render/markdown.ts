import { PICTURE_FOLDER } from '../model/manifest.ts';
import type { ReportModel } from '../report/model.ts';
import { markdownCharts, type PictureFile } from './chart/print-chart.ts';
import { type ChartHelper, reportHelpers } from './helpers/report-helpers.ts';
import { renderTemplate } from './template.ts';
import type { Templates } from './template-source.ts';

/** The templates of whole Markdown documents: the report, who has reported, the chase list. */
export type MarkdownDocument = 'report' | 'status' | 'chase';

/** A document as Markdown without pictures, by its template (`report.md.hbs`); runs of blank lines become one. */
export function renderMarkdown(
  model: ReportModel,
  templates: Templates,
  document: MarkdownDocument = 'report',
  chart?: ChartHelper,
): string {
  const text = renderTemplate(templates, `${document}.md.hbs`, model, reportHelpers(model, chart));
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** The report as Markdown, and the pictures that it shows: files of a folder beside it, by the names that it calls them by. */
export function renderMarkdownWithPictures(
  model: ReportModel,
  templates: Templates,
): { readonly text: string; readonly pictures: readonly PictureFile[]; readonly pictureFolder: string } {
  const pictures = new Map<string, PictureFile>();
  const text = renderMarkdown(model, templates, 'report', markdownCharts(model, pictures));
  return { text, pictures: [...pictures.values()], pictureFolder: PICTURE_FOLDER };
}
