import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnvironmentError } from '../model/errors.ts';
import { writeError } from './write-atomically.ts';

/**
 * Makes a folder and those above it; gives those that were not there before, the outermost first.
 *
 * One by one: the recursive option of `mkdir` never ends where a folder that is there refuses a new one by saying that it is
 * not (`/proc`).
 */
export async function makeFolder(folder: string): Promise<readonly string[]> {
  try {
    const first = await made(folder);
    if (first !== null) return first;
    const above = await makeFolder(dirname(folder));
    const own = await made(folder);
    if (own === null) throw Object.assign(new Error('no folder can be made here'), { code: 'EACCES' });
    return [...above, ...own];
  } catch (cause) {
    throw cause instanceof EnvironmentError ? cause : writeError(folder, cause);
  }
}

/** The folder, or nothing when it was there before; null when the one above it is missing. */
async function made(folder: string): Promise<readonly string[] | null> {
  try {
    await mkdir(folder);
    return [folder];
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'ENOENT' && dirname(folder) !== folder) return null;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return [];
    throw cause;
  }
}
