import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';

/** What stands at a path, or what a link there leads to. Throws when that is a folder, or a pipe or device: reading one may never end. */
export async function plainFile(path: string): Promise<Stats> {
  const stats = await stat(path);
  if (!stats.isFile()) throw codedError(stats.isDirectory() ? 'EISDIR' : 'notAFile');
  return stats;
}

/** An error such as the system throws. */
export function codedError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
