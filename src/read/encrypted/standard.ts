import { BLOCK, decrypted, digest, number, spun } from './primitives.ts';

const AES_128 = 0x660e;
const AES_192 = 0x660f;
const AES_256 = 0x6610;
const KEY_BITS: ReadonlyMap<number, number> = new Map([
  [AES_128, 128],
  [AES_192, 192],
  [AES_256, 256],
]);
const ROUNDS = 50_000;
const HEADER = 12;
const SALT = 16;

/**
 * The package as the password opens it, encrypted as Excel 2007 does it ([MS-OFFCRYPTO] 2.3.4.5); null when it does not
 * open, or when the file is encrypted in another way.
 */
export function decryptStandard(info: Buffer, content: Buffer, password: string): Buffer | null {
  const headerSize = info.length < HEADER ? 0 : info.readUInt32LE(8);
  const verifierAt = HEADER + headerSize;
  // Salt size, salt, verifier, size of its hash, its hash.
  if (headerSize < 20 || verifierAt + 4 + SALT + BLOCK + 4 + 2 * BLOCK > info.length) return null;
  const keyBits = KEY_BITS.get(info.readUInt32LE(HEADER + 8));
  if (keyBits === undefined || info.readUInt32LE(verifierAt) !== SALT) return null;
  const salt = info.subarray(verifierAt + 4, verifierAt + 4 + SALT);
  const verifier = info.subarray(verifierAt + 4 + SALT, verifierAt + 4 + SALT + BLOCK);
  const hashAt = verifierAt + 4 + SALT + BLOCK + 4;
  const key = keyOf(spun('sha1', salt, password, ROUNDS)).subarray(0, keyBits / 8);
  const opened = (blocks: Buffer) => decrypted(`aes-${keyBits}-ecb`, key, null, blocks);
  const expected = digest('sha1', opened(verifier));
  const stored = opened(info.subarray(hashAt, hashAt + 2 * BLOCK)).subarray(0, expected.length);
  return expected.equals(stored) ? opened(content) : null;
}

/** [MS-OFFCRYPTO] 2.3.4.7; a key is the beginning of it. */
function keyOf(secret: Buffer): Buffer {
  const last = digest('sha1', secret, number(0));
  const spread = (pad: number) =>
    digest(
      'sha1',
      Buffer.alloc(64, pad).map((byte, at) => byte ^ (last[at] ?? 0)),
    );
  return Buffer.concat([spread(0x36), spread(0x5c)]);
}
