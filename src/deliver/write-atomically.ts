import { renameSync } from 'node:fs';
import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EnvironmentError } from '../model/errors.ts';
import type { FileContent } from './file-content.ts';
import { removeAtExit } from './remove-at-exit.ts';

/** Codes by which a file that is open elsewhere refuses to be replaced; Windows says it in more ways. */
const BUSY: ReadonlySet<string> = new Set(['EBUSY', 'ETXTBSY']);
const BUSY_ON_WINDOWS: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** A file that is written, but not yet where it belongs. */
export interface StagedFile {
  /**
   * Puts it in its place. At once, so that a signal comes before the files that are replaced together, or after. Throws
   * `EnvironmentError` when that cannot be.
   */
  readonly replace: () => void;
  readonly discard: () => Promise<void>;
}

/** Where a file is written before it gets its name; the token tells those of several runs apart. */
export function temporaryPath(path: string, token = ''): string {
  return join(dirname(path), `.${basename(path)}.${token === '' ? '' : `${token}.`}tmp`);
}

/**
 * Writes a file beside the one whose place it is to take, so that each is there whole or not at all. What a run that was
 * killed has left in this place is removed: who writes holds a lock, or has a token of its own.
 *
 * Throws `EnvironmentError` when it cannot; nothing is left behind then, nor when the process exits before it is settled.
 */
export async function stageFile(
  path: string,
  content: FileContent | Iterable<string>,
  token?: string,
): Promise<StagedFile> {
  const temporary = temporaryPath(path, token);
  const { settled } = removeAtExit(temporary);
  const discard = async () => {
    await rm(temporary, { force: true });
    settled();
  };
  try {
    await rm(temporary, { force: true });
    await writeFile(temporary, content, { flag: 'wx' });
  } catch (cause) {
    await discard();
    throw writeError(path, cause);
  }
  const replace = () => {
    try {
      renameSync(temporary, path);
    } catch (cause) {
      throw writeError(path, cause);
    }
    settled();
  };
  return { replace, discard };
}

/**
 * Writes a file whole or not at all; only for who holds a lock under which no other process writes it. Throws
 * `EnvironmentError` when it cannot; nothing is left behind then.
 */
export async function writeAtomically(path: string, content: FileContent | Iterable<string>): Promise<void> {
  const { replace, discard } = await stageFile(path, content);
  try {
    replace();
  } catch (error) {
    await discard();
    throw error;
  }
}

/**
 * Writes a file whole or not at all, and so that it is there also when the computer stops right afterwards; only for who
 * holds a lock under which no other process writes it.
 *
 * Throws `EnvironmentError` when it cannot; nothing is left behind then.
 */
export async function writeDurably(path: string, content: string): Promise<void> {
  const temporary = temporaryPath(path);
  const { settled } = removeAtExit(temporary);
  try {
    await rm(temporary, { force: true });
    await synced(temporary, 'wx', (file) => file.writeFile(content));
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw writeError(path, cause);
  } finally {
    settled();
  }
  // Windows opens no folders; its file system keeps names by itself.
  await synced(dirname(path), 'r', async () => undefined).catch(() => undefined);
}

async function synced(path: string, flags: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Why a path cannot be written, as an error for the user. */
export function writeError(path: string, cause: unknown, platform: string = process.platform): EnvironmentError {
  const { code = '', message = String(cause) } = cause as { code?: string; message?: string };
  if ((platform === 'win32' ? BUSY_ON_WINDOWS : BUSY).has(code)) {
    return new EnvironmentError(`cannot replace ${path}: close it in Excel or WPS and run again`, {
      cause,
      problem: { code: 'OUTPUT_BUSY', args: { path } },
    });
  }
  return new EnvironmentError(`cannot write ${path}: ${message}`, {
    cause,
    problem: { code: 'OUTPUT_UNWRITABLE', args: { path, detail: code || message } },
  });
}
