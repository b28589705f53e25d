import { PackageError } from '../../ooxml/package-error.ts';
import type { UnsupportedKind } from '../file-kind.ts';
import { openCompound } from './compound-file.ts';

const ENTRY = 128;
const NAME_LENGTH = 64;
const TYPE = 66;
const HEADER = 512;
const STREAM = 2;
const MAX_NAMES = 4096;

/** What a compound file holds: an encrypted package, an old workbook, or another document. */
export function compoundKind(bytes: Buffer): 'encrypted' | UnsupportedKind {
  const names = topNames(bytes) ?? allNames(bytes);
  if (names.has('encryptedpackage')) return 'encrypted';
  if (names.has('workbook') || names.has('book')) return 'xls';
  if (names.has('worddocument')) return 'doc';
  return names.has('powerpoint document') ? 'ppt' : 'unknown';
}

/** The streams at the top: a text may hold a workbook as an object within it. Null when its tables are damaged. */
function topNames(bytes: Buffer): ReadonlySet<string> | null {
  try {
    const { streams } = openCompound(bytes);
    return streams.size === 0 ? null : new Set(streams.keys());
  } catch (error) {
    if (error instanceof PackageError) return null;
    throw error;
  }
}

/** The names in what may be sectors of a directory; each place where an entry can be is looked at. */
function allNames(bytes: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = HEADER; at + ENTRY <= bytes.length && names.size < MAX_NAMES; at += ENTRY) {
    const length = bytes.readUInt16LE(at + NAME_LENGTH);
    if (bytes[at + TYPE] !== STREAM || length < 4 || length > NAME_LENGTH || length % 2 === 1) continue;
    names.add(bytes.toString('utf16le', at, at + length - 2).toLowerCase());
  }
  return names;
}
