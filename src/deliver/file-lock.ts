import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EnvironmentError } from '../model/errors.ts';
import { takeLock } from './lock-file.ts';
import { thisProcess } from './lock-self.ts';

/** How long a lock is waited for; after that it is an error. */
export interface LockOptions {
  readonly waitMilliseconds?: number;
}

const WAIT = 15_000;
const POLL = 40;

/**
 * Does work while no other process does any under a lock of the same path; the path itself need not be there.
 *
 * The lock is a hidden file beside it. Whatever the work decides by must be read inside of it.
 *
 * @throws EnvironmentError when the lock stays taken or cannot be made.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  { waitMilliseconds = WAIT }: LockOptions = {},
): Promise<T> {
  const release = await waitFor(path, waitMilliseconds);
  try {
    return await work();
  } finally {
    await release();
  }
}

/** Does work while no other process writes into a folder, which is there. */
export function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  return withLock(join(folder, 'huizong'), work);
}

async function waitFor(path: string, wait: number): Promise<() => Promise<void>> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const until = Date.now() + wait;
  for (;;) {
    const outcome = await takeLock(lock, thisProcess());
    if (outcome.held) return outcome.release;
    if (Date.now() >= until) {
      throw new EnvironmentError(`${path} is being written by another huizong; if none runs any more, delete ${lock}`, {
        problem: { code: 'OUTPUT_LOCKED', args: { path, lock } },
      });
    }
    await sleep(POLL);
  }
}
