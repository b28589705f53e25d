import { createHash } from 'node:crypto';
import { realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { ownHashes } from '../model/manifest.ts';
import { withFolderLock } from './file-lock.ts';
import { makeFolder } from './make-folder.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { settleBegun } from './settle-begun.ts';
import { stageFile, writeError } from './write-atomically.ts';

/** What may be written where the user names files one by one. */
export interface FileRules {
  /** Replace files that huizong did not write, or that were changed since. */
  readonly force: boolean;
  /** Absolute paths that are never written to, whatever `force` says. */
  readonly reserved: readonly string[];
}

/**
 * Throws `UsageError` when one of the files may not be written: it is one of the reserved ones, the same as another one
 * (through a link, or but for case), or is there and huizong did not write it as it stands (only with `force`). Looks
 * before anything is written.
 */
export async function refuseFiles(paths: readonly string[], { force, reserved }: FileRules): Promise<void> {
  const kept = new Set(await Promise.all(reserved.map(async (path) => keyOf(await target(path)))));
  const wanted = new Map<string, string>();
  for (const path of paths) {
    const real = await target(path);
    const other = wanted.get(keyOf(real));
    if (other !== undefined) {
      throw new UsageError(`${path} and ${other} are one file: give each output a file of its own`, {
        problem: { code: 'OUTPUT_TWICE', args: { path, other } },
      });
    }
    wanted.set(keyOf(real), path);
    if (kept.has(keyOf(real))) {
      throw new UsageError(`${path} belongs to the workspace: let --write name another file`, {
        problem: { code: 'OUTPUT_IS_TABLE', args: { path } },
      });
    }
    if (force || (await kindOf(real)) !== 'file') continue;
    await refuseForeign(path, ownHashes(await readManifest(dirname(real)), basename(real)));
  }
}

/** Windows and macOS take names that differ in case for one. */
function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/**
 * Writes a file that the user named: it is replaced when it is there, its folder is made when it is not.
 *
 * Whole or not at all; through a link, into what it leads to. What is no ordinary file (`/dev/null`, a pipe) is written
 * to as it stands, never replaced. That huizong wrote it is noted beside it. Throws `EnvironmentError` when it cannot.
 */
export async function deliverFile(path: string, content: Iterable<string>): Promise<void> {
  const present = await kindOf(path);
  if (present === 'special') {
    return writeFile(path, content).catch((cause: unknown) => {
      throw writeError(path, cause);
    });
  }
  if (present === 'none') await makeFolder(dirname(path));
  const real = await target(path);
  const folder = dirname(real);
  const hash = createHash('sha256');
  const bytes = hashed(content, (part) => hash.update(part));
  await withFolderLock(folder, async () => {
    const files = await settleBegun(folder, await readManifest(folder));
    const written = new Map<string, string>();
    const note = (content: string) =>
      writeManifest(folder, { files, begun: { token: '', files: written.set(basename(real), content) } });
    try {
      // Noted before it is done, then with its content, which is only known when it is written.
      await note('');
      await stagedAndReplaced(real, bytes, () => note(hash.digest('hex')));
    } catch (error) {
      await writeManifest(folder, { files, begun: null }).catch(() => undefined);
      throw error;
    }
    await writeManifest(folder, { files: new Map([...files, ...written]), begun: null });
  });
}

async function stagedAndReplaced(path: string, bytes: Iterable<string>, note: () => Promise<void>): Promise<void> {
  const { replace, discard } = await stageFile(path, bytes);
  try {
    await note();
    replace();
  } catch (error) {
    await discard();
    throw error;
  }
}

function* hashed(content: Iterable<string>, update: (part: string) => void): Iterable<string> {
  for (const part of content) {
    update(part);
    yield part;
  }
}

/** Where a path leads, also when only some of its folders are there. */
async function target(path: string): Promise<string> {
  const folder = dirname(path);
  return realpath(path).catch(async () => (folder === path ? path : join(await target(folder), basename(path))));
}

async function kindOf(path: string): Promise<'none' | 'file' | 'special'> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'special';
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return 'none';
    throw writeError(path, cause);
  }
}
