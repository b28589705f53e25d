import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { TextDecoder } from 'node:util';
import { hasCandidateExtension, type SkipReason, skipByName } from './candidate.ts';

/** What walks have met, by absolute path. */
export interface Walked {
  readonly files: WalkedFile[];
  readonly skipped: { readonly path: string; readonly rawPath?: Buffer; readonly reason: SkipReason }[];
  /** Links to folders, left for the end so that what they lead to is named by its own place. */
  readonly links: string[];
  /** Real paths of folders that were entered: none is entered twice. */
  readonly entered: Set<string>;
}

export interface WalkedFile {
  readonly path: string;
  /** A link stands on the way to it. */
  readonly linked: boolean;
  /** The bytes of the path, where they are not UTF-8. */
  readonly rawPath?: Buffer;
  /** Its real path, byte by byte, where that is known: to ask for it is to look up each folder on the way. */
  readonly real?: string;
}

export function nothingWalked(): Walked {
  return { files: [], skipped: [], links: [], entered: new Set() };
}

export type EntryKind = 'file' | 'folder' | 'other';

/** What stands at a path, links followed; null when nothing does or it may not be looked at. */
export async function entryKind(path: string | Buffer): Promise<EntryKind | null> {
  try {
    const entry = await stat(path);
    if (entry.isFile()) return 'file';
    return entry.isDirectory() ? 'folder' : 'other';
  } catch {
    return null;
  }
}

/**
 * Collects the candidate files below a folder. `known` is its real path, byte by byte, where it stands in a folder whose
 * real path is known and is no link.
 */
export async function walk(
  folder: string,
  walked: Walked,
  linked = false,
  rawFolder?: Buffer,
  known?: string,
): Promise<void> {
  let entries: readonly Dirent[];
  let odd: readonly Buffer[];
  let real: string;
  try {
    real = known ?? (await realpath(rawFolder ?? folder, 'latin1'));
    if (walked.entered.has(real)) return;
    walked.entered.add(real);
    entries = await readdir(rawFolder ?? folder, { withFileTypes: true });
    odd = await oddNames(entries, rawFolder ?? folder);
  } catch {
    walked.skipped.push({ path: folder, reason: 'unreadable' });
    return;
  }
  const before = walked.files.length + walked.links.length;
  for (const entry of entries) {
    if (!isOdd(entry.name)) {
      const rawPath = rawFolder && rawJoin(rawFolder, Buffer.from(entry.name));
      await meet(entry, { path: join(folder, entry.name), rawPath, real: realJoin(real, entry.name) }, walked, linked);
    }
  }
  for (const name of odd) await meetOdd(name, folder, rawJoin(rawFolder ?? Buffer.from(folder), name), walked);
  // It looks like a return that somebody has put there.
  const isBare = walked.files.length + walked.links.length === before;
  if (isBare && hasCandidateExtension(basename(folder))) walked.skipped.push({ path: folder, reason: 'folder' });
}

/** A name that is not UTF-8, or that may be one with the character that stands for what is not. */
function isOdd(name: string): boolean {
  return name.includes('\uFFFD');
}

/** The bytes of odd names: as text they may lead nowhere. */
async function oddNames(entries: readonly Dirent[], folder: string | Buffer): Promise<readonly Buffer[]> {
  if (!entries.some(({ name }) => isOdd(name))) return [];
  return (await readdir(folder, { encoding: 'buffer' })).filter((name) => isOdd(name.toString('utf8')));
}

function realJoin(folder: string, name: string): string {
  return `${folder}${folder.endsWith(sep) ? '' : sep}${Buffer.from(name).toString('latin1')}`;
}

function rawJoin(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from(sep), name]);
}

async function meetOdd(rawName: Buffer, folder: string, rawPath: Buffer, walked: Walked): Promise<void> {
  const name = printedOdd(rawName);
  const path = join(folder, name);
  const kind = await entryKind(rawPath);
  const byName = skipByName(name);
  if (byName !== null) walked.skipped.push({ path, reason: byName });
  else if (kind === 'folder') await walk(path, walked, true, rawPath);
  else if (kind !== 'file') walked.skipped.push({ path, reason: kind === null ? 'brokenLink' : 'notAFile' });
  else if (hasCandidateExtension(name)) walked.files.push({ path, linked: true, rawPath });
  else walked.skipped.push({ path, rawPath, reason: 'extension' });
}

/** Most such names were GB18030 in a bundle that was unpacked without knowing so. */
function printedOdd(name: Buffer): string {
  if (isUtf8(name)) return name.toString('utf8');
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(name);
  } catch {
    return name.toString('utf8');
  }
}

async function meet(
  entry: Dirent,
  { path, rawPath, real }: { readonly path: string; readonly rawPath: Buffer | undefined; readonly real: string },
  walked: Walked,
  linked: boolean,
): Promise<void> {
  const byName = skipByName(entry.name);
  if (byName !== null) {
    walked.skipped.push({ path, reason: byName });
    return;
  }
  const isLink = entry.isSymbolicLink();
  const kind = kindOf(entry) ?? (await entryKind(rawPath ?? path));
  const raw = rawPath === undefined ? {} : { rawPath };
  if (kind === 'folder' && isLink && rawPath === undefined) walked.links.push(path);
  else if (kind === 'folder') await walk(path, walked, linked, rawPath, isLink ? undefined : real);
  else if (kind !== 'file') walked.skipped.push({ path, reason: kind === null ? 'brokenLink' : 'notAFile' });
  else if (hasCandidateExtension(entry.name))
    walked.files.push({ path, linked: linked || isLink, ...raw, ...(isLink ? {} : { real }) });
  else walked.skipped.push({ path, reason: 'extension', ...raw });
}

/** What an entry is by what its folder says of it; null for links and what is neither file nor folder. */
function kindOf(entry: Dirent): EntryKind | null {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : null;
}

/** Walks the folders that were met as links, in order of their paths, and those met on the way. */
export async function walkLinks(walked: Walked): Promise<void> {
  while (walked.links.length > 0) {
    for (const link of walked.links.splice(0).toSorted()) await walk(link, walked, true);
  }
}
