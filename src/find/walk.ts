import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCandidateExtension, type SkipReason, skipByName } from './candidate.ts';

/** What a walk meets, by absolute path. */
export interface Walked {
  readonly files: string[];
  readonly skipped: { readonly path: string; readonly reason: SkipReason }[];
}

export type EntryKind = 'file' | 'folder' | 'other';

/** What stands at a path, links followed; null when nothing does or it may not be looked at. */
export async function entryKind(path: string): Promise<EntryKind | null> {
  try {
    const entry = await stat(path);
    if (entry.isFile()) return 'file';
    return entry.isDirectory() ? 'folder' : 'other';
  } catch {
    return null;
  }
}

/** Collects the candidate files below a folder; links are followed, but no folder is entered twice. */
export async function walk(folder: string, walked: Walked, entered: Set<string> = new Set()): Promise<void> {
  let names: string[];
  try {
    const real = await realpath(folder);
    if (entered.has(real)) return;
    entered.add(real);
    names = await readdir(folder);
  } catch {
    walked.skipped.push({ path: folder, reason: 'unreadable' });
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    const byName = skipByName(name);
    if (byName !== null) {
      walked.skipped.push({ path, reason: byName });
      continue;
    }
    const kind = await entryKind(path);
    if (kind === 'folder') await walk(path, walked, entered);
    else if (kind !== 'file') walked.skipped.push({ path, reason: kind === null ? 'brokenLink' : 'notAFile' });
    else if (hasCandidateExtension(name)) walked.files.push(path);
    else walked.skipped.push({ path, reason: 'extension' });
  }
}
