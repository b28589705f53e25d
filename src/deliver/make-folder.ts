import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnvironmentError } from '../model/errors.ts';
import { writeError } from './write-atomically.ts';

/**
 * Makes a folder and those above it, one by one: the recursive option of `mkdir` never ends where a folder that is there
 * refuses a new one by saying that it is not (`/proc`).
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    if (await made(folder)) return;
    await makeFolder(dirname(folder));
    if (!(await made(folder))) throw Object.assign(new Error('no folder can be made here'), { code: 'EACCES' });
  } catch (cause) {
    throw cause instanceof EnvironmentError ? cause : writeError(folder, cause);
  }
}

/** Whether the folder is there now; false when the one above it is missing. */
async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'ENOENT' && dirname(folder) !== folder) return false;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return true;
    throw cause;
  }
}
