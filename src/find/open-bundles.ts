import { readFile, stat } from 'node:fs/promises';
import type { PackedFile } from '../model/workbook.ts';
import { bundledFiles, isDocument } from '../ooxml/bundle.ts';
import { PackageError } from '../ooxml/package-error.ts';
import { MEGABYTE, type ReadLimits } from '../ooxml/read-limits.ts';
import { openZip } from '../ooxml/zip.ts';
import { hasCandidateExtension, skipByName } from './candidate.ts';

/** A file as walked, or one within a zip bundle. */
export interface Unpacked {
  readonly path: string;
  readonly linked: boolean;
  readonly rawPath?: Buffer;
  /** Its path within the bundle. */
  readonly within?: string;
  readonly packed?: PackedFile;
}

/**
 * Puts the files within zip bundles in the place of the bundles; a bundle that cannot be opened, holds too much or nothing
 * that may be a return stays as it is, and reading it says why.
 */
export async function openBundles(files: readonly Unpacked[], limits: ReadLimits): Promise<readonly Unpacked[]> {
  const all: Unpacked[] = [];
  for (const file of files) {
    const inner = /\.zip$/i.test(file.path) ? await filesIn(file, limits) : [];
    if (inner.length === 0) all.push(file);
    else for (const one of inner) all.push(one);
  }
  return all;
}

async function filesIn(file: Unpacked, limits: ReadLimits): Promise<readonly Unpacked[]> {
  const bytes = await bytesOf(file.rawPath ?? file.path, limits.fileMegabytes * MEGABYTE);
  if (bytes === null) return [];
  try {
    const zip = openZip(bytes);
    if (isDocument(zip)) return [];
    return bundledFiles(zip, mayBeReturn, limits).map(({ path, entry }) => ({ ...file, within: path, packed: entry }));
  } catch (error) {
    if (error instanceof PackageError) return [];
    throw error;
  }
}

async function bytesOf(path: string | Buffer, limit: number): Promise<Buffer | null> {
  try {
    return (await stat(path)).size > limit ? null : await readFile(path);
  } catch {
    return null;
  }
}

/** Whether the segments of a path within a bundle, folders and name, are those of a possible return. */
function mayBeReturn(segments: readonly string[]): boolean {
  return segments.every((segment) => skipByName(segment) === null) && hasCandidateExtension(segments.at(-1) ?? '');
}
