import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../model/errors.ts';
import { type FaultList, faultList } from './faults.ts';
import { type SchemeBytes, unpackScheme } from './packed-scheme.ts';
import type { Scheme } from './scheme.ts';
import { SCHEME_FILES } from './table-spec.ts';

/**
 * The built-in scheme as it was read and checked when the program was built: that takes longer than many a run takes for
 * all else. It stands beside the bundled program only.
 */
const PACKED = new URL('./scheme.bin', import.meta.url);

/** The folder of the scheme that comes with the program. */
export function builtinSchemeFolder(): string {
  return fileURLToPath(new URL('../../schemes/guangdong-six-tasks', import.meta.url));
}

/**
 * Reads and wholly checks the scheme in a folder.
 *
 * @throws ConfigurationError with every fault of every file, each with its 1-based line.
 */
export async function loadScheme(folder: string): Promise<Scheme> {
  const faults = faultList();
  const files = new Map<string, Uint8Array>();
  for (const file of SCHEME_FILES) {
    const bytes = await readFile(join(folder, file)).catch((error: unknown) => error);
    if (bytes instanceof Uint8Array) files.set(file, bytes);
    else if (codeOf(bytes) === 'ENOENT') faults.add(file, null, 'FILE_MISSING', {});
    else faults.add(file, null, 'FILE_UNREADABLE', { detail: codeOf(bytes) });
  }
  const packed = await readFile(PACKED).catch(() => null);
  return (packed && unpackScheme(packed, files)) ?? (await readScheme(folder, files, faults));
}

async function readScheme(folder: string, files: SchemeBytes, faults: FaultList): Promise<Scheme> {
  const [{ decode }, { parseScheme }] = await Promise.all([import('./decode.ts'), import('./parse-scheme.ts')]);
  const texts = new Map<string, string>();
  for (const [file, bytes] of files) {
    const text = decode(bytes);
    if (text === null) faults.add(file, null, 'ENCODING_UNREADABLE', {});
    else texts.set(file, text);
  }
  const scheme = texts.size === 0 ? null : parseScheme(texts, faults);
  const told = faults.sorted(SCHEME_FILES);
  if (scheme === null || told.length > 0) {
    const message = `the scheme in ${folder} has ${told.length} ${told.length === 1 ? 'fault' : 'faults'}`;
    throw new ConfigurationError(message, told, {
      problem: { code: 'SCHEME_FAULTY', args: { folder, faults: told.length } },
    });
  }
  return scheme;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
