import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { rc4 } from '../../src/read/encrypted/rc4.ts';
import { compoundBytes, record, words } from './biff-bytes.ts';

const hash = (name: string, ...parts: readonly Uint8Array[]) => {
  const all = createHash(name);
  for (const part of parts) all.update(part);
  return all.digest();
};
const wide = (text: string) => Buffer.from(text, 'utf16le');
const long = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const padded = (bytes: Uint8Array, to = 16) => Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);
const sized = (content: Uint8Array, encrypted: Buffer) => Buffer.concat([long(content.length), long(0), encrypted]);

function aes(kind: string, key: Buffer, iv: Buffer | null, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv(kind, key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded(bytes)), cipher.final()]);
}

/** Of a package: how long its key is, what is hashed how, and keys beside the one that the password opens. */
export interface AgileWay {
  readonly bits?: 128 | 192 | 256;
  readonly hash?: 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512';
  readonly otherKeys?: string;
}

/** A package as Excel encrypts it since 2010. */
export function agileBytes(
  content: Uint8Array,
  password: string,
  rounds = 1000,
  { bits = 256, hash: name = 'SHA512', otherKeys = '' }: AgileWay = {},
): Buffer {
  const [salt, keySalt, key, verifier] = [randomBytes(16), randomBytes(16), randomBytes(bits / 8), randomBytes(16)];
  const hashed = (...parts: readonly Uint8Array[]) => hash(name.toLowerCase(), ...parts);
  const locked = (one: Buffer, start: Buffer, bytes: Uint8Array) => aes(`aes-${bits}-cbc`, one, start, bytes);
  let secret = hashed(keySalt, wide(password));
  for (let round = 0; round < rounds; round++) secret = hashed(long(round), secret);
  const forPassword = (purpose: string, bytes: Uint8Array) => {
    const one = Buffer.concat([hashed(secret, Buffer.from(purpose, 'hex')), Buffer.alloc(32, 0x36)]);
    return locked(one.subarray(0, bits / 8), keySalt, bytes).toString('base64');
  };
  const way = `blockSize="16" keyBits="${bits}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC"`;
  const salted = (one: Buffer) =>
    `saltSize="16" ${way} hashSize="${hashed().length}" hashAlgorithm="${name}" saltValue="${one.toString('base64')}"`;
  const xml = `<encryption xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${salted(salt)}/>
<keyEncryptors>${otherKeys}<keyEncryptor><p:encryptedKey spinCount="${rounds}" ${salted(keySalt)}
encryptedVerifierHashInput="${forPassword('fea7d2763b4b9e79', verifier)}"
encryptedVerifierHashValue="${forPassword('d7aa0f6d3061344e', hashed(verifier))}"
encryptedKeyValue="${forPassword('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const segments: Buffer[] = [];
  for (let at = 0; at < content.length; at += 4096) {
    const start = hashed(salt, long(at / 4096)).subarray(0, 16);
    segments.push(locked(key, start, content.subarray(at, at + 4096)));
  }
  return compoundBytes({
    EncryptionInfo: Buffer.concat([words(4, 4), long(0x40), Buffer.from(xml)]),
    EncryptedPackage: sized(content, Buffer.concat(segments)),
  });
}

/** A package as Excel 2007 encrypts it. */
export function standardBytes(content: Uint8Array, password: string): Buffer {
  const [salt, verifier] = [randomBytes(16), randomBytes(16)];
  let secret = hash('sha1', salt, wide(password));
  for (let round = 0; round < 50_000; round++) secret = hash('sha1', long(round), secret);
  const last = hash('sha1', secret, long(0));
  const key = hash(
    'sha1',
    Buffer.alloc(64, 0x36).map((byte, at) => byte ^ (last[at] ?? 0)),
  ).subarray(0, 16);
  const header = Buffer.concat([
    ...[0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(long),
    wide('Microsoft Enhanced RSA and AES Cryptographic Provider\0'),
  ]);
  const locked = (bytes: Uint8Array) => aes('aes-128-ecb', key, null, bytes);
  return compoundBytes({
    EncryptionInfo: Buffer.concat([
      ...[words(3, 2), long(0x24), long(header.length), header, long(16), salt, locked(verifier), long(20)],
      locked(padded(hash('sha1', verifier), 32)),
    ]),
    EncryptedPackage: sized(content, locked(content)),
  });
}

/** A stream of BIFF8 records, encrypted by RC4 in the old way (Excel 97) or the new one (Excel 2002). */
export function encryptedBiff(stream: Buffer, password: string, way: 'old' | 'new'): Buffer {
  const [salt, verifier] = [randomBytes(16), randomBytes(16)];
  const keyOf = way === 'old' ? oldKey(salt, password) : newKey(salt, password);
  const next = rc4(keyOf(0));
  const kind = way === 'old' ? 'md5' : 'sha1';
  const locked = Buffer.concat([verifier, hash(kind, verifier)]).map((byte) => byte ^ next());
  const pass =
    way === 'old'
      ? record(0x2f, words(1, 1, 1), salt, locked)
      : record(
          ...([0x2f, words(1, 2, 2), long(4), long(34), ...[4, 0, 0x6801, 0x8004, 128, 1, 0, 0].map(long)] as const),
          ...[words(0), long(16), salt, locked.subarray(0, 16), long(20), locked.subarray(16)],
        );
  const first = 4 + stream.readUInt16LE(2);
  const whole = Buffer.concat([stream.subarray(0, first), pass, stream.subarray(first)]);
  let key = () => 0;
  for (let at = 0; at < whole.length; ) {
    const type = whole.readUInt16LE(at);
    const end = at + 4 + whole.readUInt16LE(at + 2);
    // The places of sheets move by what was put in.
    if (type === 0x85) whole.writeUInt32LE(whole.readUInt32LE(at + 4) + pass.length, at + 4);
    const from = type === 0x809 || type === 0x2f ? end : at + (type === 0x85 ? 8 : 4);
    for (; at < end; at++) {
      if (at % 1024 === 0) key = rc4(keyOf(at / 1024));
      const byte = key();
      if (at >= from) whole[at] = (whole[at] ?? 0) ^ byte;
    }
  }
  return whole;
}

function oldKey(salt: Buffer, password: string): (block: number) => Buffer {
  const first = hash('md5', wide(password)).subarray(0, 5);
  const again = hash('md5', Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([first, salt]))));
  return (block) => hash('md5', again.subarray(0, 5), long(block));
}

function newKey(salt: Buffer, password: string): (block: number) => Buffer {
  const first = hash('sha1', salt, wide(password));
  return (block) => hash('sha1', first, long(block)).subarray(0, 16);
}
