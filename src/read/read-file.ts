import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { Staged } from '../model/staged.ts';
import type { FoundFile, Workbook } from '../model/workbook.ts';
import { bundledFiles } from '../ooxml/bundle.ts';
import { openPackage } from '../ooxml/package.ts';
import { PackageError } from '../ooxml/package-error.ts';
import { DEFAULT_READ_LIMITS, MEGABYTE, megabytes, type ReadLimits } from '../ooxml/read-limits.ts';
import { inMemory } from './byte-source.ts';
import { markupKind, signatureOf, type UnsupportedKind } from './file-kind.ts';
import { LARGE, type LargeText, largeText } from './large-text.ts';
import type { OtherFile } from './old/read-old.ts';
import { openText } from './open-text.ts';
import { packageFinding } from './package-finding.ts';
import { packageKind } from './package-kind.ts';
import { readPacked } from './read-packed.ts';
import { refusal, settledBytes } from './settled-bytes.ts';
import { readDelimited } from './text-file.ts';
import { readXlsx } from './xlsx.ts';

/** A file as opened; `bytes` and `text` are null when it could not be read, and findings say why. */
export interface ReadFile {
  /** Empty when nothing could be read. */
  readonly sha256: string;
  readonly bytes: Buffer | null;
  /** A large text instead of its bytes. */
  readonly text: LargeText | null;
  readonly findings: readonly Finding[];
}

/** Opens and hashes a file. What the disk refuses is a finding: the other files are still compiled. */
export async function readFile(
  { path, rawPath, name, packed }: FoundFile,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Promise<ReadFile> {
  try {
    if (packed?.encrypted) return unread(finding('FILE_ENCRYPTED', filePlace(name), { locked: 'bundle' }));
    if (packed !== undefined) {
      // Whoever interrupts the run is heard between two files.
      await turn();
      return hashed(readPacked(rawPath ?? path, packed, limits));
    }
    const handle = await open(rawPath ?? path);
    try {
      const stats = await handle.stat();
      const { size } = stats;
      const limit = megabytes(limits.fileMegabytes);
      if (size > limits.fileMegabytes * MEGABYTE)
        return unread(finding('FILE_TOO_LARGE', filePlace(name), { part: '', limit }));
      const text = size >= LARGE ? largeText(rawPath ?? path) : null;
      if (text !== null) return { sha256: text.sha256, bytes: null, text, findings: [] };
      const bytes = await settledBytes(handle, stats);
      return bytes === null ? unread(finding('FILE_BUSY', filePlace(name), {})) : hashed(bytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof PackageError) return unread(packageFinding(error, filePlace(name)));
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return unread(refusal(name, code));
  }
}

function hashed(bytes: Buffer): ReadFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes, text: null, findings: [] };
}

function unread(why: Finding): ReadFile {
  return { sha256: '', bytes: null, text: null, findings: [why] };
}

/** The sheets of a file, whatever its name says it is; null when nothing could be read, and findings say why. */
export async function readWorkbook(
  bytes: Buffer,
  file: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Promise<Staged<Workbook | null>> {
  if (bytes.length === 0) return nothing(finding('FILE_EMPTY', filePlace(file), {}));
  try {
    const signature = signatureOf(bytes);
    if (signature === 'zip') return await readZip(bytes, file, limits);
    if (signature === 'text') return await readText(bytes, file, limits);
    if (signature === 'sealed') return nothing(finding('FILE_ENCRYPTED', filePlace(file), { locked: 'software' }));
    if (signature === 'zeros') throw new PackageError('zeros');
    const kind = signature === 'compound' ? await kindWithin(bytes) : signature;
    if (kind === 'encrypted') return await readEncrypted(bytes, file, limits);
    return await readOther(kind, { bytes, pack: null, text: null, limits }, file);
  } catch (error) {
    return nothing(packageFinding(error, filePlace(file)));
  }
}

/** A large text as a workbook; null when it has changed or could not be read on, and findings say so. */
export function readLargeText(
  text: LargeText,
  file: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Staged<Workbook | null> {
  if (text.size > limits.textMegabytes * MEGABYTE) return nothing(textTooLarge(file, limits));
  try {
    const read = readDelimited(text, file, limits);
    return text.isUnchanged() ? read : nothing(finding('FILE_BUSY', filePlace(file), {}));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return nothing(code === '' ? packageFinding(error, filePlace(file)) : refusal(file, code));
  }
}

async function kindWithin(bytes: Buffer): Promise<'encrypted' | UnsupportedKind> {
  const { compoundKind } = await import('./old/compound-kind.ts');
  return compoundKind(bytes);
}

function textTooLarge(file: string, { textMegabytes }: ReadLimits): Finding {
  return finding('FILE_TOO_LARGE', filePlace(file), { part: '', limit: megabytes(textMegabytes) });
}

function nothing(why: Finding): Staged<null> {
  return { value: null, findings: [why] };
}

/** A workbook that Excel opens without asking for a password is read like every other one. */
async function readEncrypted(bytes: Buffer, file: string, limits: ReadLimits): Promise<Staged<Workbook | null>> {
  // It is held as stored, joined and decrypted.
  if (bytes.length > limits.textMegabytes * MEGABYTE) return nothing(textTooLarge(file, limits));
  const { openEncrypted } = await import('./encrypted/open-encrypted.ts');
  const inner = openEncrypted(bytes);
  if (inner === null) return nothing(finding('FILE_ENCRYPTED', filePlace(file), {}));
  return readZip(inner, file, limits);
}

async function readZip(bytes: Buffer, file: string, limits: ReadLimits): Promise<Staged<Workbook | null>> {
  const pack = openPackage(bytes, limits);
  const kind = await packageKind(pack);
  if ('workbook' in kind) return readXlsx(pack, kind.workbook, file);
  // A bundle comes here when it was not opened: it holds too much, or nothing that is read.
  if (kind.unsupported === 'zip') bundledFiles(pack.zip, () => true, limits);
  return readOther(kind.unsupported, { bytes, pack, text: null, limits }, file);
}

async function readText(bytes: Buffer, file: string, limits: ReadLimits): Promise<Staged<Workbook | null>> {
  if (bytes.length > limits.textMegabytes * MEGABYTE) return nothing(textTooLarge(file, limits));
  const text = openText(inMemory(bytes), bytes.length);
  const kind = text === null ? 'unknown' : markupKind(text.head);
  return text !== null && kind === null
    ? readDelimited(text, file, limits)
    : readOther(kind ?? 'unknown', { bytes, pack: null, text, limits }, file);
}

const OLD_FORMATS: ReadonlySet<UnsupportedKind> = new Set(['xls', 'xlsb', 'ods', 'html', 'xml']);

/** Files that are neither xlsx nor text; what reads them is loaded when the first of them comes. */
async function readOther(kind: UnsupportedKind, other: OtherFile, file: string): Promise<Staged<Workbook | null>> {
  const old = OLD_FORMATS.has(kind) ? await import('./old/read-old.ts') : null;
  return (await old?.readOld(kind, other, file)) ?? nothing(finding('FILE_UNSUPPORTED', filePlace(file), { kind }));
}
