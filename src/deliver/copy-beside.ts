import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolderLock } from './file-lock.ts';
import { removeAtExit } from './remove-at-exit.ts';
import { writeError } from './write-atomically.ts';

/** A file that is written, and lies in a hidden folder until it gets its name: then it is there at once, and whole. */
export interface CopyBeside {
  /** Where it can be looked at. */
  readonly path: string;
  /** Gives it its name; what stands there is replaced. */
  readonly replace: (target: string) => Promise<void>;
  /** Gives it its name if nothing stands there; false if something does. */
  readonly takePlace: (target: string) => Promise<boolean>;
}

/** Name of the hidden folder; a token behind it tells those of several runs apart. */
const HIDDEN = '.huizong.new';
const LEFT = /^\.huizong\.new(?:\.[0-9a-f]{8})?$/;

/**
 * Writes a file, synced, into a hidden folder in the one that it is to go to, and hands it over: what does not get a name
 * is taken away again, so that nothing wrong ever lies under it. Meanwhile no other process writes into the folder.
 *
 * @throws EnvironmentError when it cannot be written.
 */
export function withCopyBeside<T>(
  place: { readonly folder: string; readonly name: string },
  content: Uint8Array,
  work: (copy: CopyBeside) => Promise<T>,
): Promise<T> {
  return withFolderLock(place.folder, () => withHidden(place, content, work));
}

async function withHidden<T>(
  { folder, name }: { readonly folder: string; readonly name: string },
  content: Uint8Array,
  work: (copy: CopyBeside) => Promise<T>,
): Promise<T> {
  const target = join(folder, name);
  await removeLeft(folder);
  const hidden = join(folder, `${HIDDEN}.${randomUUID().slice(0, 8)}`);
  await orWriteError(target, () => mkdir(hidden));
  const { settled } = removeAtExit(hidden);
  try {
    const path = join(hidden, name);
    await orWriteError(target, () => writeSynced(path, content));
    return await work({
      path,
      replace: (to) => orWriteError(to, () => rename(path, to)),
      takePlace: (to) => orWriteError(to, () => isPlaced(path, to)),
    });
  } finally {
    // What cannot be removed now is tried once more at the exit.
    await rm(hidden, { recursive: true, force: true }).then(settled, () => undefined);
  }
}

/** Removes what processes that were killed have left, as far as it can be: in a shared folder it may be another user's. */
async function removeLeft(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!LEFT.test(name)) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function writeSynced(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Codes by which a drive says that it knows no links. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP']);

/** A link is only made where nothing is; without links the name is taken first, then the file put under it. */
async function isPlaced(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (cause) {
    const { code = '' } = cause as { code?: string };
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.has(code)) throw cause;
  }
  return isMoved(from, to);
}

/** Exported for tests. */
export async function isMoved(from: string, to: string): Promise<boolean> {
  const taken = await open(to, 'wx').catch((cause: unknown) => {
    if ((cause as { code?: string }).code === 'EEXIST') return null;
    throw cause;
  });
  if (taken === null) return false;
  await taken.close();
  try {
    await rename(from, to);
    return true;
  } catch (cause) {
    await rm(to, { force: true }).catch(() => undefined);
    throw cause;
  }
}

async function orWriteError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw writeError(path, cause);
  }
}
