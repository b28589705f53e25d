import { realpath, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { writeAtomically, writeError } from './write-atomically.ts';

/**
 * Writes a file that the user named: it is replaced when it is there, its folder is made when it is not.
 *
 * Whole or not at all; through a link, into what it leads to. What is no ordinary file (`/dev/null`, a pipe) is written
 * to as it stands, never replaced. Throws `EnvironmentError` when it cannot.
 */
export async function deliverFile(path: string, content: Iterable<string>): Promise<void> {
  const present = await kindOf(path);
  if (present === 'none') await makeFolder(dirname(path));
  if (present !== 'special') return writeAtomically(present === 'file' ? await realpath(path) : path, content);
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw writeError(path, cause);
  }
}

async function kindOf(path: string): Promise<'none' | 'file' | 'special'> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'special';
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return 'none';
    throw writeError(path, cause);
  }
}
