import { writeFile } from 'node:fs/promises';
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
 * Makes folders and files that are not there yet below a folder, which is made, too. Nothing is ever replaced.
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
  for (const { name, content } of files) {
    const path = join(folder, ...outputSegments(name));
    await makeFolder(dirname(path));
    ((await isNew(path, content)) ? created : kept).push(name);
  }
  for (const name of folders) await makeFolder(join(folder, ...outputSegments(name)));
  return { created, kept };
}

async function isNew(path: string, content: FileContent): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as { code?: string }).code === 'EEXIST') return false;
    throw writeError(path, cause);
  }
}
