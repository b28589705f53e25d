import { readFile, stat } from 'node:fs/promises';
import { EnvironmentError } from '../model/errors.ts';

/**
 * The bytes of a file; null when there is no such file.
 *
 * @throws EnvironmentError for a file that is there but cannot be read: it must not be passed over.
 */
export async function readBytes(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new EnvironmentError(`cannot read ${path}: ${code}`, {
      problem: { code: 'PATH_UNREADABLE', args: { path } },
      cause: error,
    });
  }
}

/** Whether a path leads to a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** Whether a path leads to a file. */
export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
