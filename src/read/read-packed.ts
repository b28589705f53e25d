import type { FileHandle } from 'node:fs/promises';
import type { PackedFile } from '../model/workbook.ts';
import { byteBudget } from '../ooxml/byte-budget.ts';
import { inflateWhole } from '../ooxml/inflate.ts';
import { PackageError } from '../ooxml/package-error.ts';
import type { ReadLimits } from '../ooxml/read-limits.ts';

/** Bytes of a local header before name and extra field, and the most that those take. */
const HEADER = 30;
const NAME_AND_EXTRA = 2 * 0xffff;

/** The bytes of a file within a bundle, of which no more is read than it takes. Throws `PackageError` when it is damaged. */
export async function readPacked(handle: FileHandle, packed: PackedFile, limits: ReadLimits): Promise<Buffer> {
  const { size } = await handle.stat();
  const length = Math.min(HEADER + NAME_AND_EXTRA + packed.compressedSize, size - packed.offset);
  if (length < HEADER) throw new PackageError('truncated', packed.name);
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, packed.offset);
  const zip = { bytes: bytes.subarray(0, bytesRead), entries: [] };
  return inflateWhole(zip, { ...packed, offset: 0 }, byteBudget(limits));
}
