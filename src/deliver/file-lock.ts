import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EnvironmentError } from '../model/errors.ts';
import { removeAtExit } from './remove-at-exit.ts';
import { writeError } from './write-atomically.ts';

/** How long a lock is waited for; after that it is an error. */
export interface LockOptions {
  readonly waitMilliseconds?: number;
}

const WAIT = 15_000;
const POLL = 40;
const REFRESH = 10_000;
/** A lock of another computer that was not refreshed for so long was left behind. */
const ABANDONED = 60_000;
/** Whoever clears a lock away does so in a few milliseconds. */
const CLEARING = 5_000;

/**
 * Does work while no other process does any under a lock of the same path; the path itself need not be there.
 *
 * The lock is a hidden file beside it. One that a dead process or a computer that is gone has left is cleared away.
 * Whatever the work decides by must be read inside of it.
 *
 * @throws EnvironmentError when the lock stays taken or cannot be made.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  { waitMilliseconds = WAIT }: LockOptions = {},
): Promise<T> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const release = await take(lock, path, waitMilliseconds);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function take(lock: string, path: string, wait: number): Promise<() => Promise<void>> {
  const token = randomUUID();
  const until = Date.now() + wait;
  while (!(await isMade(lock, token))) {
    if (await isLeftBehind(lock)) await clearAway(lock);
    else if (Date.now() >= until) {
      throw new EnvironmentError(`${path} is being written by another huizong; if none runs any more, delete ${lock}`, {
        problem: { code: 'OUTPUT_LOCKED', args: { path, lock } },
      });
    } else await sleep(POLL);
  }
  const { settled } = removeAtExit(lock);
  const timer = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => undefined), REFRESH).unref();
  return async () => {
    clearInterval(timer);
    if ((await ownerOf(lock))?.token === token) await rm(lock, { force: true });
    settled();
  };
}

async function isMade(lock: string, token: string): Promise<boolean> {
  try {
    await writeFile(lock, JSON.stringify({ pid: process.pid, host: hostname(), token }), { flag: 'wx' });
    return true;
  } catch (cause) {
    const { code } = cause as { code?: string };
    // Windows refuses a name that is just being deleted.
    if (code === 'EEXIST' || (process.platform === 'win32' && code === 'EPERM')) return false;
    throw writeError(lock, cause);
  }
}

/** One at a time clears, and looks again before it does: the lock that looked abandoned may have been taken since. */
async function clearAway(lock: string): Promise<void> {
  const clearing = `${lock}.clearing`;
  if ((await ageOf(clearing)) > CLEARING) await rm(clearing, { force: true });
  if (!(await isMade(clearing, ''))) return void (await sleep(POLL));
  try {
    if (await isLeftBehind(lock)) await rm(lock, { force: true });
  } finally {
    await rm(clearing, { force: true });
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

async function isLeftBehind(lock: string): Promise<boolean> {
  const owner = await ownerOf(lock);
  const age = await ageOf(lock);
  if (owner === null || owner.host !== hostname()) return age > ABANDONED;
  return age > uptime() * 1000 || !isAlive(owner.pid);
}

/** Null when there is no lock, or one that is just being made. */
async function ownerOf(lock: string): Promise<Owner | null> {
  try {
    const { pid, host, token } = JSON.parse(await readFile(lock, 'utf8')) as Partial<Owner>;
    return typeof pid === 'number' && typeof host === 'string' && typeof token === 'string'
      ? { pid, host, token }
      : null;
  } catch {
    return null;
  }
}

/** Milliseconds since a file was touched; below zero when there is none. */
async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => -1,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as { code?: string }).code === 'EPERM';
  }
}
