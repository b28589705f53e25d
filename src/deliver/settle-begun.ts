import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../model/manifest.ts';
import { presentHash } from './manifest.ts';
import { isOutputName, outputSegments } from './output-name.ts';
import { temporaryPath } from './write-atomically.ts';

/**
 * What huizong wrote into a folder, once what a run that was killed has left there is removed: a file that it had put in
 * its place is huizong's own like the others. Only for who holds the folder's lock.
 */
export async function settleBegun(folder: string, { files, begun }: Manifest): Promise<Map<string, string>> {
  const settled = new Map<string, string>(files);
  for (const [name, hash] of begun?.files ?? []) {
    if (!isOutputName(name)) continue;
    const path = join(folder, ...outputSegments(name));
    // Something else may stand there or on the way by now: it stays, and is nobody's hindrance.
    await rm(temporaryPath(path, begun?.token), { force: true }).catch(() => undefined);
    if ((await presentHash(path).catch(() => null)) === hash) settled.set(name, hash);
  }
  return settled;
}
