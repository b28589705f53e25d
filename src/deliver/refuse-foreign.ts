import { rm } from 'node:fs/promises';
import { UsageError } from '../model/errors.ts';
import { presentHash } from './manifest.ts';

/** Refuses to replace a file that is there and has none of these hashes: huizong did not write it, or it was changed since. */
export async function refuseForeign(path: string, own: readonly (string | undefined)[]): Promise<void> {
  const present = await presentHash(path);
  if (present === null || own.includes(present)) return;
  throw new UsageError(
    `${path} is there already and was not written by huizong as it stands; use --force to replace it`,
    { problem: { code: 'OUTPUT_EXISTS', args: { path } } },
  );
}

/** Removes a file of huizong's own; one that was changed since is somebody's, and stays. */
export async function removeUnchanged(path: string, own: string): Promise<void> {
  if ((await presentHash(path)) === own) await rm(path, { force: true });
}
