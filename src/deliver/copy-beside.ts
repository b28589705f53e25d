import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeAtExit } from './remove-at-exit.ts';
import { writeError } from './write-atomically.ts';

/**
 * Writes a file into a hidden folder of its own in the one that it is to go to, lets it be looked at, and takes it away
 * again: what is wrong with it never lies under its name.
 *
 * @throws EnvironmentError when it cannot be written.
 */
export async function withCopyBeside<T>(
  path: { readonly folder: string; readonly name: string },
  content: Uint8Array,
  look: (copy: string) => Promise<T>,
): Promise<T> {
  const target = join(path.folder, path.name);
  const hidden = await orWriteError(target, () => mkdtemp(join(path.folder, '.huizong-')));
  const { settled } = removeAtExit(hidden);
  try {
    const copy = join(hidden, path.name);
    await orWriteError(target, () => writeFile(copy, content, { flag: 'wx' }));
    return await look(copy);
  } finally {
    await rm(hidden, { recursive: true, force: true });
    settled();
  }
}

async function orWriteError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw writeError(path, cause);
  }
}
