import { realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { FoundFile } from '../model/workbook.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';
import { compareText } from '../text/compare.ts';
import { hasCandidateExtension, type Skipped, skipByName } from './candidate.ts';
import { expandGlob, namesExtension, parseGlob } from './glob.ts';
import { openBundles, type Unpacked } from './open-bundles.ts';
import { isOwnReport } from './own-report.ts';
import { pageParts } from './page-parts.ts';
import { commonFolder, isWithin, printedName } from './printed-name.ts';
import { entryKind, nothingWalked, type Walked, type WalkedFile, walk, walkLinks } from './walk.ts';

/** The files of a run. */
export interface FoundFiles {
  /** In code-point order of their names, each file once. */
  readonly files: readonly FoundFile[];
  /** What was passed over in folders and bundles, in the same order. */
  readonly skipped: readonly Skipped[];
  /** Those of them that no extension names as a table: documents sent in the place of a return, or one without its extension; of a bundle no more than may be read. */
  readonly passedOver: readonly FoundFile[];
  /** Absolute folder that names are relative to. */
  readonly root: string;
  /** Name of that folder when it was asked for itself: 惠州市/ may say who sent what lies in it. */
  readonly folder: string | null;
  /** The deepest folder that holds all paths, absolute. */
  readonly common: string;
}

export interface FindOptions {
  /** What relative paths are relative to; absolute. */
  readonly cwd: string;
  /** Folder that names are told from, if it holds all paths; else the deepest folder that does. */
  readonly root: string | null;
  /** Where names are told from when `root` does not hold all paths, in place of the deepest folder that does. */
  readonly beside?: string;
  readonly limits?: ReadLimits;
}

/**
 * Finds the candidate files that paths, folders and patterns (`*`, `?`, `**`) name.
 *
 * Folders are walked whole and give what has the extension of a spreadsheet, text or bundle; a file that is named
 * itself is always taken. Files within zip bundles are files, too: `bundle.zip/ledger.xlsx`. Throws `UsageError` for a path
 * that is not there, and when there is nothing that could be opened.
 */
export async function findFiles(
  paths: readonly string[],
  { cwd, root, beside, limits = DEFAULT_READ_LIMITS }: FindOptions,
): Promise<FoundFiles> {
  const walked = nothingWalked();
  const folders: string[] = [];
  for (const path of paths) folders.push(await collect(path, cwd, walked));
  await walkLinks(walked);
  await passOverReports(walked, paths.length === 1 ? resolve(cwd, paths[0] ?? '') : null);
  if (walked.files.length === 0 && !walked.skipped.some(isPassedOver)) throw noCandidate(paths);
  const common = commonFolder(folders);
  const isInRoot = root !== null && isWithin(common, root);
  const from = isInRoot ? root : (beside ?? common);
  const opened = await openBundles(walked.files, limits);
  const parts = pageParts(opened.files);
  const passedOver = opened.passedOver.map((file) => ({ ...file, reason: 'extension' as const }));
  const skipped = [...walked.skipped, ...passedOver]
    .filter((one) => !isPassedOver(one) || !parts.isResource({ ...one, linked: false }))
    .map((one) => named(one, from))
    .toSorted(byName);
  return {
    files: await eachOnce(opened.files.filter((file) => !parts.isFrame(file)).map((file) => named(file, from))),
    skipped: skipped.map(({ name, reason }) => ({ name, reason })),
    passedOver: mayBeOpened(skipped.filter(isPassedOver), limits),
    root: from,
    folder: isInRoot || beside !== undefined ? null : basename(from),
    common,
  };
}

/**
 * Takes out huizong's own reports: a run on the folder that the last one wrote into finds what that one found, also where
 * the shell names all that lies in it, and through links. Only the one path of a run asks for such a file.
 */
async function passOverReports({ files, skipped }: Walked, asked: string | null): Promise<void> {
  for (const [at, one] of skipped.entries()) {
    if (isPassedOver(one) && (await isOwnReport(one.path))) skipped[at] = { ...one, reason: 'ownReport' };
  }
  for (const file of files.splice(0)) {
    const isOwn = file.path !== asked && ((await isOwnReport(file.path)) || (await leadsToReport(file)));
    if (isOwn) skipped.push({ path: file.path, reason: 'ownReport' });
    else files.push(file);
  }
}

async function leadsToReport({ path, rawPath, real: known }: WalkedFile): Promise<boolean> {
  const bytes = known ?? (await realpath(rawPath ?? path, 'latin1').catch(() => null));
  const real = bytes === null ? path : Buffer.from(bytes, 'latin1').toString();
  return real !== path && isOwnReport(real);
}

/** Nothing was found that could be a return. */
export function noCandidate(paths: readonly string[]): UsageError {
  return new UsageError(`No workbook or text file found in ${paths.join(', ')}`, {
    problem: { code: 'NO_CANDIDATE_FILE', args: { paths } },
  });
}

function isPassedOver({ reason }: Pick<Skipped, 'reason'>): boolean {
  return reason === 'extension';
}

/** A bundle may hold tens of thousands of photos: what is beyond the files that may be read of one is only named. */
function mayBeOpened<File extends FoundFile>(files: readonly File[], { bundleFiles }: ReadLimits): readonly File[] {
  const taken = new Map<string, number>();
  return files.filter(({ path, packed }) => {
    const count = (taken.get(path) ?? 0) + 1;
    taken.set(path, count);
    return packed === undefined || count <= bundleFiles;
  });
}

/** A file by its printed name: that of its bundle and the path within it. */
function named<File extends Pick<Unpacked, 'path' | 'within'>>(
  { within, ...file }: File,
  from: string,
): Omit<File, 'within'> & { readonly name: string } {
  const name = printedName(file.path, from);
  return { ...file, name: within === undefined ? name : `${name}/${within}` };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compareText(a.name, b.name);
}

/** Adds what one path names; returns the folder that it is told from. */
async function collect(path: string, cwd: string, walked: Walked): Promise<string> {
  const absolute = resolve(cwd, path);
  const kind = await entryKind(absolute);
  if (kind === 'file') {
    walked.files.push({ path: absolute, linked: false });
    return dirname(absolute);
  }
  if (kind === 'folder') {
    await walk(absolute, walked);
    return absolute;
  }
  if (kind === 'other') {
    throw new UsageError(`Not a file or folder: ${path}`, { problem: { code: 'PATH_UNREADABLE', args: { path } } });
  }
  return collectGlob(path, cwd, walked);
}

async function collectGlob(path: string, cwd: string, walked: Walked): Promise<string> {
  const glob = parseGlob(path);
  const folder = resolve(cwd, glob?.folder ?? '');
  const matches = glob === null ? [] : await expandGlob(folder, glob.segments);
  if (glob === null || matches.length === 0) {
    throw new UsageError(`No such file or folder: ${path}`, { problem: { code: 'PATH_NOT_FOUND', args: { path } } });
  }
  for (const match of matches) {
    const kind = await entryKind(match);
    const byName = skipByName(basename(match));
    if (byName === 'temporary') walked.skipped.push({ path: match, reason: byName });
    else if (kind === 'folder') await walk(match, walked);
    else if (kind !== 'file') walked.skipped.push({ path: match, reason: kind === null ? 'brokenLink' : 'notAFile' });
    else if (namesExtension(glob) || hasCandidateExtension(basename(match)))
      walked.files.push({ path: match, linked: false });
    else walked.skipped.push({ path: match, reason: 'extension' });
  }
  return folder;
}

type NamedFile = FoundFile & Pick<Unpacked, 'linked' | 'real'>;

/** Drops files that are the same on disk as another: of links the file itself stays, else the first by name. */
async function eachOnce(files: readonly NamedFile[]): Promise<readonly FoundFile[]> {
  const once = new Map<string, FoundFile>();
  const ordered = files.toSorted((a, b) => Number(a.linked) - Number(b.linked) || byName(a, b));
  for (const { linked: _, real: known, ...file } of ordered) {
    const { path, rawPath = path, packed } = file;
    const real = known ?? (await realpath(rawPath, 'latin1').catch(() => path));
    const key = packed === undefined ? real : `${real}\0${packed.offset}\0${packed.name}`;
    if (!once.has(key)) once.set(key, file);
  }
  return [...once.values()].toSorted(byName);
}
