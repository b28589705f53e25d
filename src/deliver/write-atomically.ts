import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EnvironmentError } from '../model/errors.ts';

/** Codes by which a file that is open elsewhere refuses to be replaced; Windows says it in more ways. */
const BUSY: ReadonlySet<string> = new Set(['EBUSY', 'ETXTBSY']);
const BUSY_ON_WINDOWS: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/**
 * Writes a file whole or not at all: into a file beside it, which then takes its place.
 *
 * Throws `EnvironmentError` when it cannot; nothing is left behind then.
 */
export async function writeAtomically(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw writeError(path, cause);
  }
}

/**
 * Writes a file whole or not at all, and so that it is there also when the computer stops right afterwards.
 *
 * Throws `EnvironmentError` when it cannot; nothing is left behind then.
 */
export async function writeDurably(path: string, content: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await synced(temporary, 'wx', (file) => file.writeFile(content));
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw writeError(path, cause);
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
