import { copyFileSync, linkSync, lstatSync, readFileSync, renameSync, rmSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Begun } from '../model/manifest.ts';
import { sha256 } from './manifest.ts';
import { isOutputName, outputSegments } from './output-name.ts';
import { temporaryPath, writeError } from './write-atomically.ts';

/** What stands at a path, a link as such; nothing when nothing does. */
export function standing(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/**
 * Keeps what stands at a path beside it until all files are replaced, so that this can be undone: by the run that fails amid
 * it, or by the next one when that was killed. Like that, at once, so that a signal comes before all of it or after. Throws
 * `EnvironmentError` when it cannot; where nothing stands nothing is kept.
 */
export function keep(path: string, token: string): void {
  const old = standing(path);
  if (old === undefined) return;
  const kept = keptPath(path, token);
  // A shared folder may not let the link to another user's file be removed again.
  if (old.uid === (process.geteuid?.() ?? old.uid) && isLinked(path, kept)) return;
  try {
    copyFileSync(path, kept);
  } catch (cause) {
    throw writeError(path, cause);
  }
}

/**
 * Puts back what was replaced, as it was, and removes what was new, unless somebody has changed it since. Whether all is
 * as it was: what cannot be put back stays kept.
 */
export function putBack(folder: string, { token, files, added }: Begun): boolean {
  let isAsBefore = true;
  for (const [name, hash] of files) {
    if (!isOutputName(name)) continue;
    try {
      putFileBack(join(folder, ...outputSegments(name)), { token, hash, isNew: added.has(name) });
    } catch {
      isAsBefore = false;
    }
  }
  return isAsBefore;
}

/** Removes what was kept of the files. What cannot be removed is nobody's hindrance. */
export function removeKept(folder: string, { token, files }: Begun): void {
  for (const name of files.keys()) {
    if (!isOutputName(name)) continue;
    try {
      rmSync(keptPath(join(folder, ...outputSegments(name)), token), { force: true });
    } catch {}
  }
}

function putFileBack(path: string, { token, hash, isNew }: { token: string; hash: string; isNew: boolean }): void {
  const kept = keptPath(path, token);
  const isKept = standing(kept) !== undefined;
  // While the new file still has its temporary name, it took nobody's place, and what is kept may be half a copy.
  const isReplaced = (isKept || isNew) && !standing(temporaryPath(path, token)) && standing(path) !== undefined;
  if (isReplaced && sha256(readFileSync(path)) === hash) {
    if (isKept) renameSync(kept, path);
    else rmSync(path);
  }
  rmSync(kept, { force: true });
}

function keptPath(path: string, token: string): string {
  return join(dirname(path), `.${basename(path)}.${token}.old`);
}

/** Not every file system has hard links, nor every file allows them. */
function isLinked(path: string, kept: string): boolean {
  try {
    linkSync(path, kept);
    return true;
  } catch {
    return false;
  }
}
