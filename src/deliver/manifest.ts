import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Hashes, MANIFEST, type Manifest, parseManifest } from '../model/manifest.ts';
import { compareText } from '../text/compare.ts';
import { type FileContent, piecesOf } from './file-content.ts';
import { plainFile } from './plain-file.ts';
import { writeAtomically, writeError } from './write-atomically.ts';

/** What huizong wrote into the folder before; empty when it wrote nothing or the list cannot be read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  const text = plainFile(path).then(() => readFile(path, 'utf8'));
  return parseManifest(await text.catch(() => ''));
}

/** The list of a folder; there is none of nothing. */
export async function writeManifest(folder: string, { files, begun }: Manifest): Promise<void> {
  const path = join(folder, MANIFEST);
  if (files.size === 0 && begun === null) return rm(path, { force: true });
  const kept = begun === null ? {} : { begun: { token: begun.token, files: sorted(begun.files) } };
  await writeAtomically(path, `${JSON.stringify({ files: sorted(files), ...kept }, null, 2)}\n`);
}

function sorted(files: Hashes): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].sort(([a], [b]) => compareText(a, b)));
}

export function sha256(content: FileContent): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(content)) hash.update(piece);
  return hash.digest('hex');
}

/** The hash of what stands at a path; null when nothing does. */
export async function presentHash(path: string): Promise<string | null> {
  try {
    await plainFile(path);
    return sha256(await readFile(path));
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return null;
    throw writeError(path, cause);
  }
}
