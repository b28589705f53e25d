import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

/** Files that a value was made of: their bytes by name. */
export type SourceFiles = ReadonlyMap<string, Uint8Array>;

/** A value that was made of some files, as bytes for `unpacked`. */
export function packed(value: unknown, sources: SourceFiles): Uint8Array {
  const content = serialize(value);
  return Buffer.concat([sealOf(content, sources), content]);
}

/**
 * What was packed; undefined when it was made of other files, is not whole, or when this Node cannot read it. What a disk has
 * changed would often be read without complaint, as something else.
 */
export function unpacked(bytes: Uint8Array, sources: SourceFiles): unknown {
  const content = bytes.subarray(SEAL);
  if (!sealOf(content, sources).equals(bytes.subarray(0, SEAL))) return undefined;
  try {
    return deserialize(content);
  } catch {
    return undefined;
  }
}

/** Bytes of a SHA-256. */
const SEAL = 32;

function sealOf(content: Uint8Array, sources: SourceFiles): Buffer {
  const hash = createHash('sha256').update(content);
  for (const [name, bytes] of sources) hash.update(`\n${name}\n${bytes.length}\n`).update(bytes);
  return hash.digest();
}
