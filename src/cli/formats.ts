import type { Templates } from '../render/template-source.ts';
import type { ReportModel } from '../report/model.ts';

/** Formats of the report; their names are the extensions of the files. */
export const FORMATS = ['md', 'html', 'xlsx', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** Formats written when none is asked for. */
export const DEFAULT_FORMATS: readonly Format[] = ['md', 'html', 'xlsx'];

/** A file of the report, ready to be written. */
export interface RenderedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** The report in a format; renderers and templates are loaded only for the formats that need them. */
export async function renderReport(model: ReportModel, format: Format, templates: Templates): Promise<RenderedFile> {
  return { name: `report.${format}`, content: await content(model, format, templates) };
}

/** The templates of whole documents that the formats need. */
export function documentsOf(formats: readonly Format[]): readonly string[] {
  return formats.filter((format) => format === 'md' || format === 'html').map((format) => `report.${format}.hbs`);
}

async function content(model: ReportModel, format: Format, templates: Templates): Promise<string | Uint8Array> {
  switch (format) {
    case 'md':
      return (await import('../render/markdown.ts')).renderMarkdown(model, templates);
    case 'html':
      return (await import('../render/html.ts')).renderHtml(model, templates);
    case 'xlsx':
      return (await import('../render/xlsx.ts')).renderXlsx(model);
    case 'json':
      return (await import('../render/json.ts')).renderJson(model);
  }
}
