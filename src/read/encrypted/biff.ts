import { RECORD, recordAt } from '../old/biff-records.ts';
import { DEFAULT_PASSWORD } from './default-password.ts';
import { digest, number, wide } from './primitives.ts';
import { rc4 } from './rc4.ts';

/** The key of each block of a stream. */
type KeyOf = (block: number) => Buffer;

const BLOCK = 1024;
const RC4 = 1;
const RC4_STREAM = 0x6801;
/** Records that stand as they are, whatever surrounds them ([MS-XLS] 2.2.10). */
const PLAIN: ReadonlySet<number> = new Set([RECORD.bof, RECORD.filePass, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
/** Of a record that names a sheet, its place. */
const PLAIN_START = 4;

/**
 * A stream of BIFF8 records as a password opens it, by default that with which Excel opens it without asking; null when
 * it takes another password, or is encrypted in another way than by RC4.
 */
export function decryptBiff(stream: Buffer, password: string = DEFAULT_PASSWORD): Buffer | null {
  const keyOf = keyFor(filePass(stream), password);
  if (keyOf === null) return null;
  const clear = Buffer.from(stream);
  let block = -1;
  let next = () => 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const end = Math.min(stream.length, at + 4 + stream.readUInt16LE(at + 2));
    const from = PLAIN.has(type) ? end : at + 4 + (type === RECORD.boundSheet ? PLAIN_START : 0);
    // What is not encrypted uses up its part of the key stream all the same.
    for (; at < end; at++) {
      if (Math.floor(at / BLOCK) !== block) {
        block = Math.floor(at / BLOCK);
        next = rc4(keyOf(block));
      }
      const key = next();
      if (at >= from) clear[at] = (stream[at] ?? 0) ^ key;
    }
  }
  return clear;
}

/** The record that says how a stream is encrypted. */
function filePass(stream: Buffer): Buffer {
  for (let at = 0; ; ) {
    const { type, data, next } = recordAt(stream, at);
    if (type === RECORD.filePass) return data;
    at = next;
  }
}

function keyFor(pass: Buffer, password: string): KeyOf | null {
  if (pass.length < 6 || pass.readUInt16LE(0) !== RC4) return null;
  const [major, minor] = [pass.readUInt16LE(2), pass.readUInt16LE(4)];
  if (major === 1 && minor === 1) return checked(pass.subarray(6), oldKey, 'md5', password);
  if (major < 2 || major > 4 || minor !== 2 || pass.length < 14) return null;
  const headerSize = pass.readUInt32LE(10);
  const verifier = pass.subarray(14 + headerSize);
  if (headerSize < 20 || verifier.length < 4 + 32 + 4 + 20 || pass.readUInt32LE(22) !== RC4_STREAM) return null;
  const bits = pass.readUInt32LE(30) || 40;
  if (bits % 8 !== 0 || bits > 128) return null;
  const joined = Buffer.concat([verifier.subarray(4, 36), verifier.subarray(40, 60)]);
  return checked(joined, (salt, word) => newKey(salt, word, bits / 8), 'sha1', password);
}

/** The keys, when they open the verifier that stands behind the salt. */
function checked(
  parts: Buffer,
  make: (salt: Buffer, password: Buffer) => KeyOf,
  hash: 'md5' | 'sha1',
  password: string,
): KeyOf | null {
  const size = hash === 'md5' ? 16 : 20;
  if (parts.length < 32 + size) return null;
  const keyOf = make(parts.subarray(0, 16), wide(password));
  const next = rc4(keyOf(0));
  const opened = Buffer.from(parts.subarray(16, 32 + size)).map((byte) => byte ^ next());
  const expected = digest(hash, opened.subarray(0, 16));
  return expected.equals(opened.subarray(16)) ? keyOf : null;
}

/** [MS-OFFCRYPTO] 2.3.6.2: keys of 40 bits. */
function oldKey(salt: Buffer, password: Buffer): KeyOf {
  const first = digest('md5', password).subarray(0, 5);
  const again = digest('md5', ...Array.from({ length: 16 }, () => [first, salt]).flat()).subarray(0, 5);
  return (block) => digest('md5', again, number(block));
}

/** [MS-OFFCRYPTO] 2.3.5.2; a key of 40 bits is filled up with zeros. */
function newKey(salt: Buffer, password: Buffer, bytes: number): KeyOf {
  const first = digest('sha1', salt, password);
  return (block) => {
    const key = digest('sha1', first, number(block)).subarray(0, bytes);
    return bytes === 5 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
}
