import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Scheme } from './scheme.ts';

/** Bytes of the files of a scheme by name. */
export type SchemeBytes = ReadonlyMap<string, Uint8Array>;

interface Packed {
  /** Of the files that the scheme was read from. */
  readonly digest: string;
  readonly scheme: Scheme;
}

/** A scheme without faults with the digest of its files, as bytes for `unpackScheme`. */
export function packScheme(scheme: Scheme, files: SchemeBytes): Uint8Array {
  return serialize({ digest: digestOf(files), scheme } satisfies Packed);
}

/** What was packed; null when it was read from other files, or when this Node cannot read it. */
export function unpackScheme(bytes: Uint8Array, files: SchemeBytes): Scheme | null {
  try {
    const { digest, scheme } = deserialize(bytes) as Packed;
    return digest === digestOf(files) ? scheme : null;
  } catch {
    return null;
  }
}

function digestOf(files: SchemeBytes): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}
