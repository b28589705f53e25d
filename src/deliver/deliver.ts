import { randomUUID } from 'node:crypto';
import { realpath, rmdir } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { type Hashes, ownHashes } from '../model/manifest.ts';
import type { FileContent } from './file-content.ts';
import { withFolderLock } from './file-lock.ts';
import { refuseIrreplaceable } from './irreplaceable.ts';
import { makeFolder } from './make-folder.ts';
import { readManifest, sha256, writeManifest } from './manifest.ts';
import { isOutputName, outputSegments } from './output-name.ts';
import { refuseForeign, removeUnchanged } from './refuse-foreign.ts';
import { settleBegun } from './settle-begun.ts';
import { type StagedFile, stageFile } from './write-atomically.ts';

/** A file to write: its name inside the output folder, with forward slashes. */
export interface OutputFile {
  readonly name: string;
  readonly content: FileContent;
}

export interface DeliverOptions {
  /** Replace files that huizong did not write, or that were changed since. */
  readonly force: boolean;
  /** Folders, by names like those of files, of which all files are written anew: what huizong left there before is removed. */
  readonly renewed?: readonly string[];
  /** Called when all is written but nothing replaced yet; what it throws leaves everything as it was. */
  readonly beforeReplacing?: () => void;
}

/**
 * Writes the files into the folder, which is made when it is not there; gives their paths.
 *
 * All files are written, or none when one of them cannot be, and then no folder within that one is left that was made for
 * them; two runs on one folder write one after the other, and what one that was killed has left there the next removes.
 * Throws `UsageError` for names that leave the folder and for files that huizong did not write (or that were changed since)
 * without `force`, `EnvironmentError` when the folder or a file cannot be written.
 */
export async function deliver(
  files: readonly OutputFile[],
  folder: string,
  options: DeliverOptions,
): Promise<readonly string[]> {
  const targets = files.map((file) => ({ ...file, path: join(folder, ...outputSegments(file.name)) }));
  await makeFolder(folder);
  await withFolderLock(folder, () => replaceAll(targets, folder, options));
  return targets.map((target) => target.path);
}

interface Target extends OutputFile {
  readonly path: string;
}

async function replaceAll(targets: readonly Target[], folder: string, options: DeliverOptions): Promise<void> {
  const known = await readManifest(folder);
  const hashes = new Map(targets.map(({ name, content }) => [name, sha256(content)]));
  if (!options.force) {
    for (const { name, path } of targets) await refuseForeign(path, [...ownHashes(known, name), hashes.get(name)]);
  }
  const files = await settleBegun(folder, known);
  const token = randomUUID().slice(0, 8);
  const staged: (Target & StagedFile)[] = [];
  const made: string[] = [];
  try {
    // Noted before it is done: a run that is killed amid it leaves what the next one knows.
    await writeManifest(folder, { files, begun: { token, files: hashes } });
    for (const { name } of targets) made.push(...(await makeInnerFolders(outputSegments(name).slice(0, -1), folder)));
    for (const target of targets) staged.push({ ...target, ...(await stageFile(target.path, target.content, token)) });
    for (const { path } of targets) await refuseIrreplaceable(path);
    options.beforeReplacing?.();
    for (const { name, replace } of staged) {
      replace();
      files.set(name, hashes.get(name) ?? '');
    }
  } catch (error) {
    for (const { discard } of staged) await discard();
    // Those in which something stands stay.
    for (const one of made.toReversed()) await rmdir(one).catch(() => undefined);
    // What was replaced before the failure is huizong's own; the failure itself is what has to be told.
    await writeManifest(folder, { files, begun: null }).catch(() => undefined);
    throw error;
  }
  for (const [name, hash] of leftovers(files, targets, options.renewed ?? [])) {
    await removeUnchanged(join(folder, ...outputSegments(name)), hash);
    files.delete(name);
  }
  await writeManifest(folder, { files, begun: null });
}

/** What stands in the manifest of the renewed folders and is not written now. */
function leftovers(
  known: Hashes,
  files: readonly OutputFile[],
  renewed: readonly string[],
): readonly [string, string][] {
  const written = new Set(files.map(({ name }) => name));
  return [...known].filter(
    ([name]) => !written.has(name) && isOutputName(name) && renewed.some((folder) => posix.dirname(name) === folder),
  );
}

/** Makes the folders on the way to a file and gives those that are new; a link that leads out of the output folder is refused. */
async function makeInnerFolders(segments: readonly string[], folder: string): Promise<readonly string[]> {
  const made: string[] = [];
  const root = await realpath(folder);
  let inner = folder;
  for (const segment of segments) {
    inner = join(inner, segment);
    made.push(...(await makeFolder(inner)));
    const inside = relative(root, await realpath(inner));
    if (isAbsolute(inside) || inside.split(sep)[0] === '..')
      throw new UsageError(`${inner} leads out of the output folder`);
  }
  return made;
}
