import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';

/** Codes by which a file that is open elsewhere refuses to be read; Windows says it in more ways. */
const BUSY: ReadonlySet<string> = new Set(['EBUSY', 'ETXTBSY']);
const BUSY_ON_WINDOWS: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
/** How often a file that is just being written is looked at. */
const LOOKS = 3;
const BETWEEN_LOOKS = 200;

/** Why a file could not be read, by the system's code. */
export function refusal(name: string, code: string, platform: string = process.platform): Finding {
  const isBusy = (platform === 'win32' ? BUSY_ON_WINDOWS : BUSY).has(code);
  return isBusy
    ? finding('FILE_BUSY', filePlace(name), {})
    : finding('FILE_UNREADABLE', filePlace(name), { detail: code });
}

/** The bytes of a file that has not changed since it was looked at; null when it keeps changing. Each look is a way to the disk. */
export async function settledBytes(handle: FileHandle, first: Stats): Promise<Buffer | null> {
  let before = first;
  for (let look = 0; look < LOOKS; look++) {
    const bytes = Buffer.alloc(before.size);
    const read = await filled(handle, bytes);
    const after = await handle.stat();
    if (read === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs) return bytes;
    await sleep(BETWEEN_LOOKS);
    before = await handle.stat();
  }
  return null;
}

/** Fills a buffer from the beginning of a file; gives how far that went. */
async function filled(handle: FileHandle, bytes: Buffer): Promise<number> {
  let at = 0;
  while (at < bytes.length) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return at;
}
