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
  /** Its real path, where that is known. */
  readonly real?: string;
  /** Its path within the bundle. */
  readonly within?: string;
  readonly packed?: PackedFile;
  readonly bundled?: number;
}

/** What was found, bundles opened. */
export interface Opened {
  readonly files: readonly Unpacked[];
  /** What bundles hold beside files that may be returns, as a folder is passed over that has it. */
  readonly passedOver: readonly Unpacked[];
}

const NOTHING: Opened = { files: [], passedOver: [] };
/** What is only named costs nothing. */
const UNBOUNDED = { bundleFiles: Number.POSITIVE_INFINITY, fileMegabytes: Number.POSITIVE_INFINITY };

/**
 * Puts the files within zip bundles in the place of the bundles; a bundle that cannot be opened, holds too much or nothing
 * that may be a return stays as it is, and reading it says why.
 */
export async function openBundles(files: readonly Unpacked[], limits: ReadLimits): Promise<Opened> {
  const all: Unpacked[] = [];
  const passedOver: Unpacked[] = [];
  for (const file of files) {
    const inner = /\.zip$/i.test(file.path) ? await filesIn(file, limits) : NOTHING;
    if (inner.files.length === 0) all.push(file);
    else for (const one of inner.files) all.push(one);
    for (const one of inner.passedOver) passedOver.push(one);
  }
  return { files: all, passedOver };
}

async function filesIn(file: Unpacked, limits: ReadLimits): Promise<Opened> {
  const bytes = await bytesOf(file.rawPath ?? file.path, limits.fileMegabytes * MEGABYTE);
  if (bytes === null) return NOTHING;
  try {
    const zip = openZip(bytes);
    if (isDocument(zip)) return NOTHING;
    const found = (isWanted: (segments: readonly string[]) => boolean, bounds: ReadLimits) =>
      bundledFiles(zip, isWanted, bounds).map(({ path, entry }) => ({ ...file, within: path, packed: entry }));
    const files = found(mayBeReturn, limits);
    return {
      files: files.map((one) => ({ ...one, bundled: files.length })),
      passedOver: found(isPassedOver, { ...limits, ...UNBOUNDED }),
    };
  } catch (error) {
    if (error instanceof PackageError) return NOTHING;
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
  return isVisible(segments) && hasCandidateExtension(segments.at(-1) ?? '');
}

function isPassedOver(segments: readonly string[]): boolean {
  return isVisible(segments) && !hasCandidateExtension(segments.at(-1) ?? '');
}

function isVisible(segments: readonly string[]): boolean {
  return segments.every((segment) => skipByName(segment) === null);
}
