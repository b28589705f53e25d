import { createDecipheriv, createHash } from 'node:crypto';

/** Of AES. */
export const BLOCK = 16;

/** The hash of parts that follow one another. */
export function digest(hash: string, ...parts: readonly Uint8Array[]): Buffer {
  const all = createHash(hash);
  for (const part of parts) all.update(part);
  return all.digest();
}

/** A number as it is hashed: of a block, a segment or a round. */
export function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A password as it is hashed. */
export function wide(password: string): Buffer {
  return Buffer.from(password, 'utf16le');
}

/** The hash of a password, hashed once more in each round. */
export function spun(hash: string, salt: Buffer, password: string, rounds: number): Buffer {
  let all = digest(hash, salt, wide(password));
  for (let round = 0; round < rounds; round++) all = digest(hash, number(round), all);
  return all;
}

/** What AES opens; the last block of what was cut short is left out. */
export function decrypted(cipher: string, key: Buffer, start: Buffer | null, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(cipher, key, start).setAutoPadding(false);
  return decipher.update(bytes.subarray(0, bytes.length - (bytes.length % BLOCK)));
}
