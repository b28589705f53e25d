import type { Format } from './escape.ts';

/** One template file. */
export interface TemplateSource {
  /** Path as shown in messages. */
  readonly file: string;
  /** Where it was read. */
  readonly path?: string;
  /** Empty for a workbook. */
  readonly text: string;
  /** Of a workbook. */
  readonly bytes?: Uint8Array;
  /** Of the built-in workbook: as the build has read and judged it, null where there is no such thing. */
  readonly packed?: () => Promise<Uint8Array | null>;
}

/** Template files by name (`report.html.hbs`, `style.css`): the last folder that has a name wins. */
export type Templates = ReadonlyMap<string, TemplateSource>;

const EXTENSION = '.hbs';

/** The workbook that the report is filled into. */
export const WORKBOOK = 'report.xlsx';

/** Whether a file of a template folder is a template or style sheet by its name. */
export function isPartName(fileName: string): boolean {
  return fileName === WORKBOOK || /^[^.].*\.(?:(?:md|html)\.hbs|css)$/.test(fileName);
}

/** True for files that Handlebars compiles; others (style sheets) are inserted as they are, or filled (the workbook). */
export function isTemplate(fileName: string): boolean {
  return fileName.endsWith(EXTENSION);
}

/** The name by which a template calls the file as a partial: `cell.html` for `cell.html.hbs`, `style.css` for itself. */
export function partialName(fileName: string): string {
  return isTemplate(fileName) ? fileName.slice(0, -EXTENSION.length) : fileName;
}

/** The format that a file's inner extension names. */
export function formatOf(fileName: string): Format {
  if (fileName.endsWith('.html.hbs')) return 'html';
  if (fileName.endsWith('.md.hbs')) return 'md';
  return 'text';
}

/** The lines of a template file, for the excerpt under a fault. */
export function linesOf(templates: Templates, file: string): readonly string[] {
  for (const source of templates.values()) if (source.file === file) return source.text.split(/\r?\n/);
  return [];
}

/** The templates of whole documents; all others are parts that they call. */
export const DOCUMENTS = ['report.md.hbs', 'report.html.hbs', 'status.md.hbs', 'chase.md.hbs', WORKBOOK] as const;
