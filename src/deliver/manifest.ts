import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../text/compare.ts';
import { writeAtomically } from './write-atomically.ts';

/** Hidden, so that a folder of reports that is read again does not show it. */
const MANIFEST = '.huizong.json';

/** SHA-256 of the files that huizong wrote into a folder, by name. */
export type Manifest = ReadonlyMap<string, string>;

/** What huizong wrote into the folder before; empty when it wrote nothing or the list cannot be read. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    const { files } = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as { files: Record<string, unknown> };
    return new Map(Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return new Map();
  }
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const files = Object.fromEntries([...manifest].sort(([a], [b]) => compareText(a, b)));
  await writeAtomically(join(folder, MANIFEST), `${JSON.stringify({ files }, null, 2)}\n`);
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
