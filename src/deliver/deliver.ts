import { realpath, rmdir } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { withLock } from './file-lock.ts';
import { makeFolder } from './make-folder.ts';
import { type Manifest, readManifest, sha256, writeManifest } from './manifest.ts';
import { isOutputName, outputSegments } from './output-name.ts';
import { refuseForeign, removeUnchanged } from './refuse-foreign.ts';
import { refuseIrreplaceable, type StagedFile, stageFile } from './write-atomically.ts';

/** A file to write: its name inside the output folder, with forward slashes. */
export interface OutputFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface DeliverOptions {
  /** Replace files that huizong did not write, or that were changed since. */
  readonly force: boolean;
  /** Folders, by names like those of files, of which all files are written anew: what huizong left there before is removed. */
  readonly renewed?: readonly string[];
  /** Called when all is written but nothing replaced yet; what it throws leaves everything as it was. */
  readonly beforeReplacing?: () => void;
}

/** Beside what is written into a folder: who holds its lock writes alone. */
export function folderLock(folder: string): string {
  return join(folder, 'huizong');
}

/**
 * Writes the files into the folder, which is made when it is not there; gives their paths.
 *
 * All files are written, or none when one of them cannot be, and then no folder within that one is left that was made for
 * them; two runs on one folder write one after the other. Throws `UsageError` for names that leave the folder and for files that huizong did not write (or that were changed since) without `force`,
 * `EnvironmentError` when the folder or a file cannot be written.
 */
export async function deliver(
  files: readonly OutputFile[],
  folder: string,
  options: DeliverOptions,
): Promise<readonly string[]> {
  const targets = files.map((file) => ({ ...file, path: join(folder, ...outputSegments(file.name)) }));
  await makeFolder(folder);
  await withLock(folderLock(folder), () => replaceAll(targets, folder, options));
  return targets.map((target) => target.path);
}

interface Target extends OutputFile {
  readonly path: string;
}

async function replaceAll(targets: readonly Target[], folder: string, options: DeliverOptions): Promise<void> {
  const manifest = new Map(await readManifest(folder));
  if (!options.force) {
    for (const { name, path, content } of targets) await refuseForeign(path, [manifest.get(name), sha256(content)]);
  }
  const staged: (Target & StagedFile)[] = [];
  const made: string[] = [];
  let replaced = 0;
  try {
    for (const { name } of targets) made.push(...(await makeInnerFolders(outputSegments(name).slice(0, -1), folder)));
    for (const target of targets) staged.push({ ...target, ...(await stageFile(target.path, target.content)) });
    for (const { path } of targets) await refuseIrreplaceable(path);
    options.beforeReplacing?.();
    for (const { name, content, replace } of staged) {
      await replace();
      replaced++;
      manifest.set(name, sha256(content));
    }
  } catch (error) {
    for (const { discard } of staged) await discard();
    // Those in which something stands stay.
    for (const one of made.toReversed()) await rmdir(one).catch(() => undefined);
    // What was replaced before the failure is huizong's own; the failure itself is what has to be told.
    if (replaced > 0) await writeManifest(folder, manifest).catch(() => undefined);
    throw error;
  }
  for (const [name, hash] of leftovers(manifest, targets, options.renewed ?? [])) {
    await removeUnchanged(join(folder, ...outputSegments(name)), hash);
    manifest.delete(name);
  }
  await writeManifest(folder, manifest);
}

/** What stands in the manifest of the renewed folders and is not written now. */
function leftovers(
  manifest: Manifest,
  files: readonly OutputFile[],
  renewed: readonly string[],
): readonly [string, string][] {
  const written = new Set(files.map(({ name }) => name));
  return [...manifest].filter(
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
