import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../model/errors.ts';
import { compareText } from '../text/compare.ts';
import type { TemplateSource, Templates } from './template-source.ts';

/** The folder of the templates that huizong ships. */
export function builtinTemplateFolder(): string {
  return fileURLToPath(new URL('../../templates', import.meta.url));
}

/**
 * The template files of the folders; of a name that several folders have, the last folder's wins.
 *
 * Throws `EnvironmentError` when a folder cannot be read.
 */
export async function loadTemplates(folders: readonly string[]): Promise<Templates> {
  const templates = new Map<string, TemplateSource>();
  for (const folder of folders) {
    for (const name of await templateFiles(folder)) {
      const file = join(folder, name);
      templates.set(name, { file, text: await readFile(file, 'utf8') });
    }
  }
  return templates;
}

async function templateFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => /^[^.].*\.(?:hbs|css)$/.test(name)).sort(compareText);
  } catch (cause) {
    throw new EnvironmentError(`cannot read the template folder ${folder}`, { cause });
  }
}
