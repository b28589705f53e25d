import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EnvironmentError } from '../model/errors.ts';
import type { LockHolder, LockSelf } from './lock-self.ts';
import { removeAtExit } from './remove-at-exit.ts';
import { writeError } from './write-atomically.ts';

/** Either the lock is held until `release`, or somebody else holds it. */
export type LockOutcome =
  | { readonly held: true; readonly release: () => Promise<void> }
  /** `by` is null while the lock is being made. */
  | { readonly held: false; readonly by: LockHolder | null };

/** How often a holder says that it is still there, in milliseconds. */
const REFRESH = 10_000;
/** A lock of another computer that was not refreshed for so long was left behind. */
const ABANDONED = 60_000;
/** A lock that names nobody is being made, but not for longer than this. */
const MAKING = 5_000;
/** Clocks are set while a computer runs; what differs less is the same start. */
const SAME_START_S = 120;
/** How long another process is waited for that removes what was left behind, in milliseconds. */
const CLEARING = 5;

/**
 * Takes a lock: a file that names its holder, in a folder that is there. One whose process has ended, by whatever death,
 * is taken over; whether a process of another computer still runs is told by how long ago it has touched its lock.
 *
 * @throws EnvironmentError when the folder cannot be written to.
 */
export async function takeLock(path: string, self: LockSelf): Promise<LockOutcome> {
  const { pid, host, booted } = self;
  const own = JSON.stringify({ pid, host, booted, token: randomUUID() });
  const mine = `${path}.${randomUUID().slice(0, 8)}`;
  const { settled } = removeAtExit(mine);
  try {
    await writeFile(mine, own, { flag: 'wx' }).catch((cause: unknown) => {
      throw writeError(path, cause);
    });
    return await linkedOrHeld(mine, path, own, self).catch((error: unknown) => {
      // Windows lets nobody at a file that is just being removed.
      if (error instanceof EnvironmentError && error.problem?.code === 'OUTPUT_BUSY') return { held: false, by: null };
      throw error;
    });
  } finally {
    await rm(mine, { force: true }).then(settled, () => undefined);
  }
}

async function linkedOrHeld(mine: string, path: string, own: string, self: LockSelf): Promise<LockOutcome> {
  for (;;) {
    if (await isLinked(mine, path)) {
      const release = kept(path, own);
      await removeLeft(path, self);
      return { held: true, release };
    }
    const text = await textOf(path);
    if (text === null) continue;
    const by = holderOf(text);
    if (holds(by, await ageOf(path), self)) return { held: false, by };
    await clear(path, self);
  }
}

/**
 * Removes what those wanted to link who were killed before they took it away again, as far as it can be: in a shared folder
 * it may be another user's.
 */
async function removeLeft(path: string, self: LockSelf): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    const end = name.startsWith(`${basename(path)}.`) ? name.slice(basename(path).length) : '';
    if (!/^(?:\.removing)*\.[0-9a-f]{8}$/.test(end)) continue;
    await removeIfLeft(join(dirname(path), name), self).catch(() => undefined);
  }
}

async function removeIfLeft(path: string, self: LockSelf): Promise<void> {
  const text = await textOf(path);
  if (text !== null && !holds(holderOf(text), await ageOf(path), self)) await rm(path, { force: true });
}

/** A link is made only where nothing is, and with its content. */
async function isLinked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'EEXIST') return false;
    // Some drives know no links.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EOPNOTSUPP')
      return isCreated(from, to);
    throw writeError(to, cause);
  }
}

async function isCreated(from: string, to: string): Promise<boolean> {
  try {
    await writeFile(to, await readFile(from), { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as { code?: string }).code === 'EEXIST') return false;
    throw writeError(to, cause);
  }
}

/**
 * Removes a lock that was left behind. Many may find it so at the same moment, and the slowest must not remove what the first
 * has then made: so only who holds the lock of removing looks once more, and removes.
 */
async function clear(path: string, self: LockSelf): Promise<void> {
  const removing = await takeLock(`${path}.removing`, self);
  if (!removing.held) return sleep(CLEARING);
  try {
    const text = await textOf(path);
    if (text === null || holds(holderOf(text), await ageOf(path), self)) return;
    await rm(path, { force: true }).catch((cause: unknown) => {
      throw writeError(path, cause);
    });
  } finally {
    await removing.release();
  }
}

function holderOf(text: string): LockHolder | null {
  try {
    const { pid, host, booted } = JSON.parse(text) as Partial<LockHolder>;
    return typeof pid === 'number' && typeof host === 'string' && typeof booted === 'number'
      ? { pid, host, booted }
      : null;
  } catch {
    return null;
  }
}

function holds(by: LockHolder | null, age: number, self: LockSelf): boolean {
  if (by === null) return age < MAKING;
  if (by.host !== self.host) return age < ABANDONED;
  return Math.abs(by.booted - self.booted) < SAME_START_S && self.isRunning(by.pid);
}

/** Touches a held lock now and then, and has it removed when the process exits; returns how to give it back. */
function kept(path: string, own: string): () => Promise<void> {
  const { settled } = removeAtExit(path);
  const timer = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), REFRESH).unref();
  return async () => {
    clearInterval(timer);
    if ((await textOf(path)) === own) await rm(path, { force: true });
    settled();
  };
}

/** Null when there is no such file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return null;
    throw writeError(path, cause);
  }
}

/** Milliseconds since a file was touched; none when it is gone. */
async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
}
