import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError, EnvironmentError } from '../model/errors.ts';
import { decode } from '../scheme/decode.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { parseSources, SOURCES_FILE, type SourcesTable } from './sources.ts';

/** A `sources.csv` with the place it was found in. */
export interface LoadedSources {
  readonly table: SourcesTable;
  /** Absolute path, so that the table itself is not taken for a return. */
  readonly path: string | null;
}

/**
 * The `sources.csv` of the first folder that has one.
 *
 * @throws ConfigurationError with every fault of the table.
 */
export async function loadSources(folders: readonly string[], scheme: Scheme): Promise<LoadedSources> {
  for (const folder of folders) {
    const path = join(folder, SOURCES_FILE);
    const bytes = await bytesOf(path);
    if (bytes === null) continue;
    const { table, faults } = parseSources(decode(bytes) ?? '', scheme);
    if (faults.length > 0) throw new ConfigurationError(`${path} has ${faults.length} faults`, faults);
    return { table, path };
  }
  return { table: { rows: [] }, path: null };
}

/** Null when there is no such file; a table that is there but cannot be read must not be passed over. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new EnvironmentError(`cannot read ${path}: ${code}`, {
      problem: { code: 'PATH_UNREADABLE', args: { path } },
      cause: error,
    });
  }
}
