import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../text/compare.ts';
import { writeAtomically, writeError } from './write-atomically.ts';

/** Hidden, so that a folder of reports that is read again does not show it. */
const MANIFEST = '.huizong.json';

/** SHA-256 of files, by name. */
export type Hashes = ReadonlyMap<string, string>;

/** What huizong wrote into a folder. */
export interface Manifest {
  readonly files: Hashes;
  /** What a run is putting into the place of these, or was when it was killed. */
  readonly begun: { readonly token: string; readonly files: Hashes } | null;
}

/** What huizong wrote into the folder before; empty when it wrote nothing or the list cannot be read. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    const { files, begun } = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
    const isBegun = typeof begun?.token === 'string' && /^[0-9a-f]*$/.test(begun.token);
    return { files: hashesOf(files), begun: isBegun ? { token: begun.token, files: hashesOf(begun.files) } : null };
  } catch {
    return { files: new Map(), begun: null };
  }
}

function hashesOf(files: Readonly<Record<string, unknown>>): Hashes {
  return new Map(Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
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

/** The hashes of a file that huizong wrote, or was writing. */
export function ownHashes({ files, begun }: Manifest, name: string): readonly (string | undefined)[] {
  return [files.get(name), begun?.files.get(name)];
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The hash of what stands at a path; null when nothing does. */
export async function presentHash(path: string): Promise<string | null> {
  try {
    return sha256(await readFile(path));
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return null;
    throw writeError(path, cause);
  }
}
