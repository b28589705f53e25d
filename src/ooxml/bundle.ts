import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { PackageError } from './package-error.ts';
import { partKey } from './part-name.ts';
import { DEFAULT_READ_LIMITS, MEGABYTE, megabytes, type ReadLimits } from './read-limits.ts';
import type { Zip, ZipEntry } from './zip.ts';

/** A file in a bundle, by its path within it: folders parted by slashes, made safe. */
export interface BundledFile {
  readonly path: string;
  readonly entry: ZipEntry;
}

/** Bytes of a path: those of the 260 characters that Windows has room for, with some to spare. */
const MAX_NAME = 1024;

/** What only workbooks and other documents have. */
const DOCUMENT_PARTS: ReadonlySet<string> = new Set(['[content_types].xml', 'meta-inf/manifest.xml', 'mimetype']);

/** Whether a zip is a document made of parts, not a bundle of files. */
export function isDocument({ entries }: Zip): boolean {
  return entries.some(({ name }) => DOCUMENT_PARTS.has(partKey(name)));
}

/**
 * The files of a bundle that `isWanted` takes, by the segments of their paths. Throws `PackageError` when they are more than are read.
 *
 * A file that turns out larger than its directory says is damaged, so that the sizes stated there are a bound.
 */
export function bundledFiles(
  { entries }: Zip,
  isWanted: (segments: readonly string[]) => boolean,
  { bundleFiles, fileMegabytes }: ReadLimits = DEFAULT_READ_LIMITS,
): readonly BundledFile[] {
  const files: BundledFile[] = [];
  const paths = new Map<string, number>();
  let bytes = 0;
  for (const entry of entries) {
    if (entry.rawName.length > MAX_NAME) throw new PackageError('bundleNames');
    const segments = entryName(entry)
      .split(/[\\/]/)
      .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
    if (segments.length === 0 || !isWanted(segments)) continue;
    files.push({ path: ownPath(composed(segments.join('/')), paths), entry });
    bytes += entry.size;
    if (files.length > bundleFiles) throw new PackageError('bundleFiles', '', String(bundleFiles));
    if (bytes > fileMegabytes * MEGABYTE) throw new PackageError('fileBytes', '', megabytes(fileMegabytes));
  }
  return files;
}

/** As names are printed: marks beyond any script's are left as they stand, see `compatible`. */
function composed(path: string): string {
  return /\p{M}{31}/u.test(path) ? path : path.normalize('NFC');
}

/** A path that no file before has, with the number up to which its own are taken; of a later one of the same name it is numbered, so that each can be told. */
function ownPath(path: string, taken: Map<string, number>): string {
  const dot = path.lastIndexOf('.');
  const cut = dot > path.lastIndexOf('/') ? dot : path.length;
  let own = path;
  let number = taken.get(path) ?? 1;
  for (; taken.has(own); number++) own = `${path.slice(0, cut)} (${number + 1})${path.slice(cut)}`;
  taken.set(path, number);
  taken.set(own, taken.get(own) ?? 1);
  return own;
}

/** Programs on Chinese Windows write names in GB18030 and do not say so, or say that they are UTF-8. */
function entryName({ rawName, isUtf8: isMarked, unicodeName }: ZipEntry): string {
  if (unicodeName !== null) return unicodeName;
  if (isUtf8(rawName) && (isMarked || !hasHigh(rawName) || rawName.some((byte) => byte >= 0xe0))) {
    return rawName.toString('utf8');
  }
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(rawName);
  } catch {
    return rawName.toString('utf8');
  }
}

function hasHigh(bytes: Buffer): boolean {
  return bytes.some((byte) => byte >= 0x80);
}
