import { readFile, stat } from 'node:fs/promises';
import type { PackedFile } from '../model/workbook.ts';
import { bundledFiles, isDocument } from '../ooxml/bundle.ts';
import { PackageError } from '../ooxml/package-error.ts';
import { openZip } from '../ooxml/zip.ts';
import { hasCandidateExtension, skipByName } from './candidate.ts';

/** A file as walked, or one within a zip bundle. */
export interface Unpacked {
  readonly path: string;
  readonly linked: boolean;
  /** Its path within the bundle. */
  readonly within?: string;
  readonly packed?: PackedFile;
}

const MAX_BYTES = 400 * 1024 * 1024;

/**
 * Puts the files within zip bundles in the place of the bundles; a bundle that cannot be opened, holds too much or nothing
 * that may be a return stays as it is, and reading it says why.
 */
export async function openBundles(files: readonly Unpacked[]): Promise<readonly Unpacked[]> {
  const all: Unpacked[] = [];
  for (const file of files) {
    const inner = /\.zip$/i.test(file.path) ? await filesIn(file) : [];
    if (inner.length === 0) all.push(file);
    else for (const one of inner) all.push(one);
  }
  return all;
}

async function filesIn(file: Unpacked): Promise<readonly Unpacked[]> {
  const bytes = await bytesOf(file.path);
  if (bytes === null) return [];
  try {
    const zip = openZip(bytes);
    if (isDocument(zip)) return [];
    return bundledFiles(zip, mayBeReturn).map(({ path, entry }) => ({ ...file, within: path, packed: entry }));
  } catch (error) {
    if (error instanceof PackageError) return [];
    throw error;
  }
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return (await stat(path)).size > MAX_BYTES ? null : await readFile(path);
  } catch {
    return null;
  }
}

/** Whether the segments of a path within a bundle, folders and name, are those of a possible return. */
function mayBeReturn(segments: readonly string[]): boolean {
  return segments.every((segment) => skipByName(segment) === null) && hasCandidateExtension(segments.at(-1) ?? '');
}
