import { access, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { writeDurably, writeError } from './write-atomically.ts';

/** Names of the drafts in a folder, in order; none where there is no such folder. */
export async function listDrafts(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).toSorted();
}

/** Keeps a draft: when this returns it is on the disk. Throws `EnvironmentError` when it cannot be. */
export async function keepDraft(folder: string, name: string, text: string): Promise<void> {
  await makeFolder(folder);
  await writeDurably(join(folder, name), text);
}

/** Takes a draft away whose return is written. */
export async function dropDraft(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true });
}

/** The name under which a draft would be put aside: the first that is free. */
export async function nameAside(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const aside = name.replace(/\.json$/, `.${number}.json`);
    if (await isFree(join(folder, aside))) return aside;
  }
}

export async function putDraftAside(folder: string, name: string, aside: string): Promise<void> {
  await rename(join(folder, name), join(folder, aside)).catch((cause: unknown) => {
    throw writeError(join(folder, aside), cause);
  });
}

async function isFree(path: string): Promise<boolean> {
  return access(path).then(
    () => false,
    () => true,
  );
}
