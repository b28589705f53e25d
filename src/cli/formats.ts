import { type Templates, WORKBOOK } from '../render/template-source.ts';
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
  /** A picture of the file before it: written, but not told of. */
  readonly isPicture?: true;
  /** The folder of its pictures, named like the file itself. */
  readonly pictureFolder?: string;
}

/**
 * The report in a format; renderers and templates are loaded only for the formats that need them.
 *
 * With `pictures` a Markdown report is followed by the files of its pictures; without, it shows none.
 */
export async function renderReport(
  model: ReportModel,
  format: Format,
  templates: Templates,
  pictures: boolean,
): Promise<readonly RenderedFile[]> {
  const name = `report.${format}`;
  if (format !== 'md' || !pictures) return [{ name, content: await content(model, format, templates) }];
  const made = (await import('../render/markdown.ts')).renderMarkdownWithPictures(model, templates);
  return [
    { name, content: made.text, pictureFolder: made.pictureFolder },
    ...made.pictures.map((picture) => ({ ...picture, isPicture: true as const })),
  ];
}

/** The templates of whole documents that the formats need. */
export function documentsOf(formats: readonly Format[]): readonly string[] {
  return formats.flatMap((format) => {
    if (format === 'json') return [];
    return [format === 'xlsx' ? WORKBOOK : `report.${format}.hbs`];
  });
}

async function content(model: ReportModel, format: Format, templates: Templates): Promise<string | Uint8Array> {
  switch (format) {
    case 'md':
      return (await import('../render/markdown.ts')).renderMarkdown(model, templates);
    case 'html':
      return (await import('../render/html.ts')).renderHtml(model, templates);
    case 'xlsx':
      return (await import('../render/workbook.ts')).renderWorkbook(model, templates);
    case 'json':
      return (await import('../render/json.ts')).renderJson(model);
  }
}
