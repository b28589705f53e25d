import type { FileContent } from '../deliver/file-content.ts';
import { type FORMATS, REPORT } from '../model/manifest.ts';
import { type Templates, WORKBOOK } from '../render/template-source.ts';
import type { ReportModel } from '../report/model.ts';

export type Format = (typeof FORMATS)[number];

/** Formats written when none is asked for. */
export const DEFAULT_FORMATS: readonly Format[] = ['md', 'html', 'xlsx'];

/** A file of the report; a workbook may still be on its way, packed by other threads. */
export interface RenderedFile {
  readonly name: string;
  readonly content: FileContent | Promise<Uint8Array>;
  /** A picture of the file before it: written, but not told of. */
  readonly isPicture?: true;
  /** The folder of its pictures, named like the file itself. */
  readonly pictureFolder?: string;
}

/**
 * The report in all formats, in their order; `onFormat` is called after each, and what it throws ends the work.
 *
 * The workbook is begun first: others are rendered while it is packed.
 */
export async function renderReports(
  model: ReportModel,
  formats: readonly Format[],
  templates: Templates,
  pictures: boolean,
  onFormat: () => void,
): Promise<readonly RenderedFile[]> {
  const files = new Map<Format, readonly RenderedFile[]>();
  for (const format of [...formats].sort((a, b) => Number(b === 'xlsx') - Number(a === 'xlsx'))) {
    files.set(format, await renderReport(model, format, templates, pictures));
    onFormat();
  }
  return formats.flatMap((format) => files.get(format) ?? []);
}

/**
 * The report in a format; renderers and templates are loaded only for the formats that need them.
 *
 * With `pictures` a Markdown report is followed by the files of its pictures; without, it shows none.
 */
async function renderReport(
  model: ReportModel,
  format: Format,
  templates: Templates,
  pictures: boolean,
): Promise<readonly RenderedFile[]> {
  const name = `${REPORT}.${format}`;
  if (format === 'xlsx') {
    const { bytes } = await (await import('../render/workbook.ts')).renderWorkbook(model, templates);
    // Whoever writes it hears of what fails.
    bytes.catch(() => undefined);
    return [{ name, content: bytes }];
  }
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

async function content(
  model: ReportModel,
  format: Exclude<Format, 'xlsx'>,
  templates: Templates,
): Promise<FileContent> {
  switch (format) {
    case 'md':
      return (await import('../render/markdown.ts')).renderMarkdown(model, templates);
    case 'html':
      return (await import('../render/html.ts')).renderHtml(model, templates);
    case 'json':
      return (await import('../render/json.ts')).renderJson(model);
  }
}
