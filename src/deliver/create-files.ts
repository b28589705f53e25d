import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutputFile } from './deliver.ts';
import type { FileContent } from './file-content.ts';
import { makeFolder } from './make-folder.ts';
import { outputSegments } from './output-name.ts';
import { writeError } from './write-atomically.ts';

/** What was made, and what was there already and stays as it is. */
export interface CreatedFiles {
  readonly created: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Makes folders and files that are not there yet below a folder, which is made, too. Nothing is ever replaced, and no file is
 * left when one cannot be written.
 *
 * @throws EnvironmentError when something cannot be written.
 */
export async function createFiles(
  folder: string,
  files: readonly OutputFile[],
  folders: readonly string[],
): Promise<CreatedFiles> {
  const created: string[] = [];
  const kept: string[] = [];
  await makeFolder(folder);
  const pathOf = (name: string) => join(folder, ...outputSegments(name));
  try {
    for (const { name, content } of files) {
      await makeFolder(dirname(pathOf(name)));
      ((await isNew(pathOf(name), content)) ? created : kept).push(name);
    }
    for (const name of folders) await makeFolder(pathOf(name));
  } catch (error) {
    for (const name of created) await rm(pathOf(name), { force: true }).catch(() => undefined);
    throw error;
  }
  return { created, kept };
}

async function isNew(path: string, content: FileContent): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as { code?: string }).code === 'EEXIST') return false;
    // A part of it would pass for one that was there already.
    await rm(path, { force: true }).catch(() => undefined);
    throw writeError(path, cause);
  }
}
