import { closeSync, fstatSync, openSync } from 'node:fs';
import type { PackedFile } from '../model/workbook.ts';
import { byteBudget } from '../ooxml/byte-budget.ts';
import { inflateWhole } from '../ooxml/inflate.ts';
import { PackageError } from '../ooxml/package-error.ts';
import { MEGABYTE, megabytes, type ReadLimits } from '../ooxml/read-limits.ts';
import { onDisk } from './byte-source.ts';

/** Bytes of a local header before its name and extra field, and where the lengths of these stand. */
const HEADER = 30;
const NAME_LENGTH = 26;
const EXTRA_LENGTH = 28;
/** The extra field is mostly shorter. */
const EXTRA = 64;

/**
 * The bytes of a file within a bundle, of which no more is read than it takes; at once, as a bundle has thousands of small
 * ones, and was read just before. Throws `PackageError` when it is damaged.
 */
export function readPacked(path: string | Buffer, packed: PackedFile, limits: ReadLimits): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size > limits.fileMegabytes * MEGABYTE)
      throw new PackageError('fileBytes', '', megabytes(limits.fileMegabytes));
    const source = onDisk(descriptor);
    const most = size - packed.offset;
    const read = (length: number) => source(packed.offset, Math.min(length, most));
    if (most < HEADER) throw new PackageError('truncated', packed.name);
    let bytes = read(HEADER + packed.rawName.length + EXTRA + packed.compressedSize);
    if (bytes.length < HEADER) throw new PackageError('truncated', packed.name);
    const length = HEADER + bytes.readUInt16LE(NAME_LENGTH) + bytes.readUInt16LE(EXTRA_LENGTH) + packed.compressedSize;
    if (length > bytes.length) bytes = read(length);
    return inflateWhole({ bytes, entries: [] }, { ...packed, offset: 0 }, byteBudget(limits));
  } finally {
    closeSync(descriptor);
  }
}
