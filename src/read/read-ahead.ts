import type { FoundFile } from '../model/workbook.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';
import { type ReadFile, readFile } from './read-file.ts';

/** Larger files are read in their turn, lest several of them are in memory. */
const MOST_MEGABYTES = 1;

/**
 * Reads a small file while another one is compiled, as disks and shared folders let one wait; null for what is to be
 * read in its turn. Never fails: what goes wrong is met again then.
 */
export async function readAhead(file: FoundFile, limits: ReadLimits = DEFAULT_READ_LIMITS): Promise<ReadFile | null> {
  if (file.packed !== undefined) return null;
  const small = { ...limits, fileMegabytes: Math.min(limits.fileMegabytes, MOST_MEGABYTES) };
  const read = await readFile(file, small).catch(() => null);
  return read?.bytes ? read : null;
}
