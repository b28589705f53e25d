import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError, type Fault } from '../model/errors.ts';
import { decode } from '../scheme/decode.ts';
import { compareText } from '../text/compare.ts';
import type { JsonSchema } from './schema-shape.ts';
import { BASE_FOLDER } from './template-copy.ts';
import { refuseFaulty, templateFaults } from './template-faults.ts';
import { isPartName, type TemplateSource, type Templates, WORKBOOK } from './template-source.ts';

/** The built-in workbook as it was read and judged when the program was built. It stands beside the bundled program only. */
const PACKED = new URL('./report.xlsx.bin', import.meta.url);

/** The folder of the templates that huizong ships. */
export function builtinTemplateFolder(): string {
  return fileURLToPath(new URL('../../templates', import.meta.url));
}

/** The templates that huizong ships. Throws as `loadTemplates` does. */
export async function loadBuiltinTemplates(): Promise<Templates> {
  const templates = await loadTemplates([builtinTemplateFolder()]);
  const workbook = templates.get(WORKBOOK);
  if (!workbook) return templates;
  return new Map([...templates, [WORKBOOK, { ...workbook, packed: () => readFile(PACKED).catch(() => null) }]]);
}

/** The published schema of the report: what templates may know. */
export async function loadReportSchema(): Promise<JsonSchema> {
  const path = fileURLToPath(new URL('../../docs/report.schema.json', import.meta.url));
  return JSON.parse(await readFile(path, 'utf8').catch(unreadable(path))) as JsonSchema;
}

/** The template files of one folder, or one file. */
export interface TemplateFiles {
  readonly templates: Templates;
  /** Files that cannot be taken. */
  readonly faults: readonly Fault[];
  /** Files, as shown, that look like templates and are none by their name. */
  readonly odd: readonly string[];
}

/** Larger files are no templates. */
const MOST_BYTES = 1_000_000;
const MOST_WORKBOOK_BYTES = 20_000_000;

/**
 * The template files of the folders; of a name that several folders have, the last folder's wins.
 *
 * @throws EnvironmentError when a folder cannot be read, ConfigurationError when a file in it cannot be taken.
 */
export async function loadTemplates(folders: readonly string[]): Promise<Templates> {
  const templates = new Map<string, TemplateSource>();
  for (const folder of folders) {
    const files = await readTemplateFolder(folder, (path) => path);
    refuseFaulty(files.faults);
    for (const [name, source] of files.templates) templates.set(name, source);
  }
  return templates;
}

/** The template files of a folder; `shown` says how a path is printed. Throws `EnvironmentError` when it cannot be read. */
export async function readTemplateFolder(folder: string, shown: (path: string) => string): Promise<TemplateFiles> {
  const names = (await readdir(folder).catch(unreadable(folder))).sort(compareText);
  const root = await realpath(folder);
  const files: Read[] = [];
  for (const name of names.filter(isPartName)) {
    const path = join(folder, name);
    const isFile = (await stat(path).catch(unreadable(path))).isFile();
    if (isFile) files.push({ name, path, isInside: (await realpath(path)).startsWith(root + sep) });
  }
  const odd = names.filter((name) => !name.startsWith('.') && /\.hbs\b/i.test(name) && !isPartName(name));
  return { ...(await readFiles(files, shown)), odd: odd.map((name) => shown(join(folder, name))) };
}

/** Names of the folders in a folder of templates: each may hold a set of templates. */
export async function templateFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return folders.map(({ name }) => name).sort(compareText);
}

/** One file as the template `name`. Throws `EnvironmentError` when it cannot be read. */
export async function readTemplateFile(
  path: string,
  name: string,
  shown: (path: string) => string,
): Promise<TemplateFiles> {
  return { ...(await readFiles([{ name, path, isInside: true }], shown)), odd: [] };
}

/** The built-in text that a copy was made of, kept beside it; null when it is not there any more. */
export async function readBase(path: string, name: string): Promise<string | null> {
  const bytes = await readFile(join(dirname(path), BASE_FOLDER, name)).catch(() => null);
  return bytes && text(bytes);
}

interface Read {
  readonly name: string;
  readonly path: string;
  /** Whether it really lies in its folder. */
  readonly isInside: boolean;
}

async function readFiles(files: readonly Read[], shown: (path: string) => string): Promise<Omit<TemplateFiles, 'odd'>> {
  const templates = new Map<string, TemplateSource>();
  const faults = templateFaults(() => []);
  for (const { name, path, isInside } of files) {
    const file = shown(path);
    const bytes = isInside ? await readFile(path).catch(unreadable(path)) : null;
    const isWorkbook = name === WORKBOOK;
    const most = isWorkbook ? MOST_WORKBOOK_BYTES : MOST_BYTES;
    const content = bytes && bytes.length <= most && !isWorkbook ? text(bytes) : null;
    if (bytes === null) faults.addToFile(file, 'TEMPLATE_PART_OUTSIDE', {});
    else if (bytes.length > most) faults.addToFile(file, 'TEMPLATE_TOO_LARGE', { most });
    else if (isWorkbook) templates.set(name, { file, path, text: '', bytes });
    else if (content === null) faults.addToFile(file, 'TEMPLATE_ENCODING', {});
    else templates.set(name, { file, path, text: content });
  }
  return { templates, faults: faults.all() };
}

/** Line ends are those of the output, whatever the editor wrote. */
function text(bytes: Uint8Array): string | null {
  return decode(bytes)?.replace(/\r\n?/g, '\n') ?? null;
}

function unreadable(path: string): (cause: unknown) => never {
  return (cause) => {
    throw new EnvironmentError(`cannot read ${path}`, { cause, problem: { code: 'PATH_UNREADABLE', args: { path } } });
  };
}
