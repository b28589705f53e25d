import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCandidateExtension, type SkipReason, skipByName } from './candidate.ts';

/** What walks have met, by absolute path. */
export interface Walked {
  readonly files: WalkedFile[];
  readonly skipped: { readonly path: string; readonly reason: SkipReason }[];
  /** Links to folders, left for the end so that what they lead to is named by its own place. */
  readonly links: string[];
  /** Real paths of folders that were entered: none is entered twice. */
  readonly entered: Set<string>;
}

export interface WalkedFile {
  readonly path: string;
  /** A link stands on the way to it. */
  readonly linked: boolean;
}

export function nothingWalked(): Walked {
  return { files: [], skipped: [], links: [], entered: new Set() };
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

/** Collects the candidate files below a folder. */
export async function walk(folder: string, walked: Walked, linked = false): Promise<void> {
  let entries: readonly Dirent[];
  try {
    const real = await realpath(folder);
    if (walked.entered.has(real)) return;
    walked.entered.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    walked.skipped.push({ path: folder, reason: 'unreadable' });
    return;
  }
  for (const entry of entries) await meet(entry, join(folder, entry.name), walked, linked);
}

async function meet(entry: Dirent, path: string, walked: Walked, linked: boolean): Promise<void> {
  const byName = skipByName(entry.name);
  if (byName !== null) {
    walked.skipped.push({ path, reason: byName });
    return;
  }
  const isLink = entry.isSymbolicLink();
  const kind = await entryKind(path);
  if (kind === 'folder' && isLink) walked.links.push(path);
  else if (kind === 'folder') await walk(path, walked, linked);
  else if (kind !== 'file') walked.skipped.push({ path, reason: kind === null ? 'brokenLink' : 'notAFile' });
  else if (hasCandidateExtension(entry.name)) walked.files.push({ path, linked: linked || isLink });
  else walked.skipped.push({ path, reason: 'extension' });
}

/** Walks the folders that were met as links, in order of their paths, and those met on the way. */
export async function walkLinks(walked: Walked): Promise<void> {
  while (walked.links.length > 0) {
    for (const link of walked.links.splice(0).toSorted()) await walk(link, walked, true);
  }
}
