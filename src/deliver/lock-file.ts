import { link, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { writeError } from './write-atomically.ts';

/** Which process holds a lock. */
export interface LockHolder {
  readonly pid: number;
  /** Name of its computer. */
  readonly host: string;
  /** When that computer was started, in seconds since 1970: before it no process of today ran. */
  readonly booted: number;
}

/** This process, and how it sees others of its computer. */
export interface LockSelf extends LockHolder {
  readonly isRunning: (pid: number) => boolean;
}

/** Either the lock is held until `release`, or somebody else holds it. */
export type LockOutcome =
  | { readonly held: true; readonly release: () => Promise<void> }
  | { readonly held: false; readonly by: LockHolder };

/** Clocks are set while a computer runs; what differs less is the same start. */
const SAME_START_S = 120;

/**
 * Takes a lock: a file that names its holder. One whose process has ended, by whatever death, is taken over; whether a
 * process of another computer still runs cannot be told, so that its lock holds.
 *
 * @throws EnvironmentError when the folder cannot be written to.
 */
export async function takeLock(path: string, self: LockSelf): Promise<LockOutcome> {
  await makeFolder(dirname(path));
  const own = JSON.stringify({ pid: self.pid, host: self.host, booted: self.booted } satisfies LockHolder);
  const folder = await mkdtemp(`${path}.`).catch((cause: unknown) => {
    throw writeError(path, cause);
  });
  try {
    const mine = join(folder, 'mine');
    await writeFile(mine, own);
    for (;;) {
      if (await isLinked(mine, path)) return { held: true, release: () => release(path, own) };
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null) continue;
      const by = holderOf(text);
      if (by !== null && holds(by, self)) return { held: false, by };
      await putAside(path, join(folder, 'stale'), text);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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

/** Moves a stale lock away; another process may have done so and hold a new one, which is put back. */
async function putAside(path: string, aside: string, stale: string): Promise<void> {
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => null);
  if (moved !== null && moved !== stale) await isLinked(aside, path);
  await rm(aside, { force: true });
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

function holds({ pid, host, booted }: LockHolder, self: LockSelf): boolean {
  if (host !== self.host) return true;
  return Math.abs(booted - self.booted) < SAME_START_S && self.isRunning(pid);
}

async function release(path: string, own: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === own) await rm(path, { force: true });
}
