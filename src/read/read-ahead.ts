import { stat } from 'node:fs/promises';
import type { FoundFile } from '../model/workbook.ts';
import type { ReadLimits } from '../ooxml/read-limits.ts';
import { type ReadFile, readFile } from './read-file.ts';

/** Larger files are read in their turn, lest several of them are in memory. */
const MOST_BYTES = 1024 * 1024;

/**
 * Reads a small file while another one is compiled, as disks and shared folders let one wait; null for what is to be
 * read in its turn. Never fails: what goes wrong is met again then.
 */
export async function readAhead(file: FoundFile, limits?: ReadLimits): Promise<ReadFile | null> {
  if (file.packed !== undefined) return null;
  try {
    const { size } = await stat(file.rawPath ?? file.path);
    return size > MOST_BYTES ? null : await readFile(file, limits);
  } catch {
    return null;
  }
}
