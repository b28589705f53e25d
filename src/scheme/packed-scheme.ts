import { packed, type SourceFiles, unpacked } from './packed-value.ts';
import type { Scheme } from './scheme.ts';

/** Bytes of the files of a scheme by name. */
export type SchemeBytes = SourceFiles;

/** A scheme without faults, read from the files, as bytes for `unpackScheme`. */
export function packScheme(scheme: Scheme, files: SchemeBytes): Uint8Array {
  return packed(scheme, files);
}

/** What was packed; null when it was read from other files, is damaged, or when this Node cannot read it. */
export function unpackScheme(bytes: Uint8Array, files: SchemeBytes): Scheme | null {
  return (unpacked(bytes, files) as Scheme | undefined) ?? null;
}
