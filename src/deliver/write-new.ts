import { open, rm } from 'node:fs/promises';
import { writeError } from './write-atomically.ts';

/**
 * Writes a file that is not there yet; false when it is. When this returns it is on the disk.
 *
 * @throws EnvironmentError when it cannot be written; nothing is left behind then.
 */
export async function writeNew(path: string, content: string | Uint8Array): Promise<boolean> {
  const file = await open(path, 'wx').catch((cause: unknown) => {
    if ((cause as { code?: string }).code === 'EEXIST') return null;
    throw writeError(path, cause);
  });
  if (file === null) return false;
  try {
    await file.writeFile(content);
    await file.sync();
    return true;
  } catch (cause) {
    await rm(path, { force: true });
    throw writeError(path, cause);
  } finally {
    await file.close();
  }
}
