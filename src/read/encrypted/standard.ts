import { createDecipheriv, createHash } from 'node:crypto';

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
const BLOCK = 16;

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
  const key = keyOf(password, salt, keyBits / 8);
  const expected = sha1(decrypted(key, verifier));
  const stored = decrypted(key, info.subarray(hashAt, hashAt + 2 * BLOCK));
  if (!expected.equals(stored.subarray(0, expected.length))) return null;
  const whole = content.subarray(8, content.length - ((content.length - 8) % BLOCK));
  return decrypted(key, whole).subarray(0, Math.min(Number(content.readBigUInt64LE(0)), whole.length));
}

function keyOf(password: string, salt: Buffer, bytes: number): Buffer {
  let hash = sha1(salt, Buffer.from(password, 'utf16le'));
  const round = Buffer.alloc(4);
  for (let at = 0; at < ROUNDS; at++) {
    round.writeUInt32LE(at);
    hash = sha1(round, hash);
  }
  const last = sha1(hash, Buffer.alloc(4));
  const spread = (pad: number) => sha1(Buffer.alloc(64, pad).map((byte, at) => byte ^ (last[at] ?? 0)));
  return Buffer.concat([spread(0x36), spread(0x5c)]).subarray(0, bytes);
}

function sha1(...parts: readonly Uint8Array[]): Buffer {
  const all = createHash('sha1');
  for (const part of parts) all.update(part);
  return all.digest();
}

function decrypted(key: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}
