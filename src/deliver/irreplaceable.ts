import { lstat, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codedError, plainFile } from './plain-file.ts';
import { writeError } from './write-atomically.ts';

/**
 * Throws `EnvironmentError` when what stands at a path will not let another file take its place: a folder, an open workbook,
 * one that may not be changed, another user's in a folder where each may only remove his own.
 */
export async function refuseIrreplaceable(path: string, platform: string = process.platform): Promise<void> {
  try {
    await plainFile(path);
    // Windows does not replace a file that is open elsewhere.
    if (platform === 'win32') await (await open(path, 'r+')).close();
    else await refuseHeld(path, process.geteuid?.() ?? SUPERUSER);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw writeError(path, cause, platform);
  }
}

const SUPERUSER = 0;
/** Of a folder from which each may only remove his own files. */
const STICKY = 0o1000;

async function refuseHeld(path: string, user: number): Promise<void> {
  const own = await lstat(path);
  const folder = await stat(dirname(path));
  if (isHeld(own, folder, user)) throw codedError('EPERM');
  // What a link leads to keeps its place.
  if (own.isSymbolicLink()) return;
  try {
    await (await open(path, 'r+')).close();
  } catch (cause) {
    // A file that is only to be read may be replaced, one that is marked as never to be changed may not.
    if (codeOf(cause) === 'EPERM') throw cause;
  }
}

/** Whether a folder keeps a user from removing a file of it. */
export function isHeld(file: Owned, folder: Owned & { readonly mode: number }, user: number): boolean {
  return (folder.mode & STICKY) !== 0 && ![SUPERUSER, file.uid, folder.uid].some((owner) => owner === user);
}

interface Owned {
  readonly uid: number;
}

function codeOf(cause: unknown): unknown {
  return (cause as { readonly code?: unknown }).code;
}
