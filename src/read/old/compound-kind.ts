import { PackageError } from '../../ooxml/package-error.ts';
import type { UnsupportedKind } from '../file-kind.ts';
import { openCompound } from './compound-file.ts';

const ENTRY = 128;
const NAME_LENGTH = 64;
const TYPE = 66;
const HEADER = 512;
const STREAM = 2;
const MAX_NAMES = 4096;

/**
 * What a compound file holds: an encrypted package, an old workbook, or another document.
 *
 * Throws `PackageError` when it is damaged so that nobody can tell: one that was cut short has lost its directory.
 */
export function compoundKind(bytes: Buffer): 'encrypted' | UnsupportedKind {
  try {
    // The streams at the top: a text may hold a workbook as an object within it.
    const names = new Set(openCompound(bytes).streams.keys());
    return kindOf(names.size === 0 ? allNames(bytes) : names) ?? 'unknown';
  } catch (error) {
    const kind = error instanceof PackageError ? kindOf(allNames(bytes)) : null;
    if (kind === null) throw error;
    return kind;
  }
}

function kindOf(names: ReadonlySet<string>): 'encrypted' | UnsupportedKind | null {
  if (names.has('encryptedpackage')) return 'encrypted';
  if (names.has('workbook') || names.has('book')) return 'xls';
  if (names.has('worddocument')) return 'doc';
  return names.has('powerpoint document') ? 'ppt' : null;
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
