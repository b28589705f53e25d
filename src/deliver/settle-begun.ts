import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../model/manifest.ts';
import { presentHash, writeManifest } from './manifest.ts';
import { isOutputName, outputSegments } from './output-name.ts';
import { putBack, removeKept } from './put-back.ts';
import { temporaryPath } from './write-atomically.ts';

/**
 * What huizong wrote into a folder, once what a run that was killed has left there is settled: when it had not replaced
 * all its files, those are as before; what it has left besides is removed. Only for who holds the folder's lock.
 */
export async function settleBegun(folder: string, { files, begun }: Manifest): Promise<Map<string, string>> {
  const settled = new Map<string, string>(files);
  if (begun === null) return settled;
  // The list takes its place last.
  const isDone = [...begun.files].every(([name, hash]) => files.get(name) === hash);
  if (!isDone) putBack(folder, begun);
  removeKept(folder, begun);
  for (const [name, hash] of begun.files) {
    if (!isOutputName(name)) continue;
    const path = join(folder, ...outputSegments(name));
    // Something else may stand there or on the way by now: it stays, and is nobody's hindrance.
    await rm(temporaryPath(path, begun.token), { force: true }).catch(() => undefined);
    if ((await presentHash(path).catch(() => null)) === hash) settled.set(name, hash);
  }
  await writeManifest(folder, { files: settled, begun: null });
  return settled;
}
