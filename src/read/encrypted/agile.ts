import { createDecipheriv, createHash } from 'node:crypto';

/** What an `EncryptionInfo` says in XML about how a key or the package is encrypted ([MS-OFFCRYPTO] 2.3.4.10). */
interface Way {
  readonly hash: string;
  readonly cipher: string;
  readonly blockSize: number;
  readonly keyBytes: number;
  readonly salt: Buffer;
}

const HASHES: ReadonlyMap<string, string> = new Map([
  ['SHA512', 'sha512'],
  ['SHA384', 'sha384'],
  ['SHA256', 'sha256'],
  ['SHA1', 'sha1'],
  ['SHA-1', 'sha1'],
]);
const VERIFIER_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex');
const VERIFIER_HASH = Buffer.from('d7aa0f6d3061344e', 'hex');
const PACKAGE_KEY = Buffer.from('146e0be7abacd0d6', 'hex');
const SEGMENT = 4096;
/** Excel makes 100,000 rounds; a file that asks for more than a second of them is refused. */
const MAX_ROUNDS = 1_000_000;
const MAX_INFO = 65_536;

/** The package as the password opens it; null when it does not, or when the file is encrypted in no way that is known. */
export function decryptAgile(info: Buffer, content: Buffer, password: string): Buffer | null {
  if (info.length > MAX_INFO) return null;
  const xml = info.toString('utf8');
  const forPackage = wayOf(attributesOf(xml, 'keyData'));
  const keyAttributes = attributesOf(xml, 'encryptedKey');
  const forKey = wayOf(keyAttributes);
  const rounds = Number(keyAttributes.get('spinCount'));
  if (forPackage === null || forKey === null || !(rounds >= 0 && rounds <= MAX_ROUNDS)) return null;
  const secret = spun(forKey, password, rounds);
  const opened = (name: string, block: Buffer) =>
    decrypted(forKey, fitted(hashOf(forKey, secret, block), forKey.keyBytes), forKey.salt, base64(keyAttributes, name));
  const verifier = opened('encryptedVerifierHashInput', VERIFIER_INPUT);
  const verifierHash = opened('encryptedVerifierHashValue', VERIFIER_HASH);
  const key = opened('encryptedKeyValue', PACKAGE_KEY)?.subarray(0, forPackage.keyBytes);
  if (!verifier || !verifierHash || !key) return null;
  const expected = hashOf(forKey, verifier.subarray(0, forKey.salt.length));
  return expected.equals(verifierHash.subarray(0, expected.length)) ? packageOf(forPackage, key, content) : null;
}

/** Begins behind white space: a word without end is tried once, not from each of its letters on. */
const ATTRIBUTE = /(?:^|\s)([\w-]+)\s*=\s*"([^"]*)"/g;

/** Attributes of the first element of this local name. */
function attributesOf(xml: string, element: string): ReadonlyMap<string, string> {
  const tag = new RegExp(`<(?:[\\w-]+:)?${element}\\s([^<>]*)>`).exec(xml)?.[1] ?? '';
  return new Map([...tag.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));
}

function wayOf(attributes: ReadonlyMap<string, string>): Way | null {
  const hash = HASHES.get(attributes.get('hashAlgorithm') ?? '');
  const keyBits = Number(attributes.get('keyBits'));
  const blockSize = Number(attributes.get('blockSize'));
  const salt = base64(attributes, 'saltValue');
  const isKnown = attributes.get('cipherAlgorithm') === 'AES' && attributes.get('cipherChaining') === 'ChainingModeCBC';
  if (hash === undefined || !isKnown || ![128, 192, 256].includes(keyBits) || blockSize !== 16) return null;
  return { hash, cipher: `aes-${keyBits}-cbc`, blockSize, keyBytes: keyBits / 8, salt };
}

function base64(attributes: ReadonlyMap<string, string>, name: string): Buffer {
  return Buffer.from(attributes.get(name) ?? '', 'base64');
}

function hashOf({ hash }: Way, ...parts: readonly Buffer[]): Buffer {
  const all = createHash(hash);
  for (const part of parts) all.update(part);
  return all.digest();
}

function spun(way: Way, password: string, rounds: number): Buffer {
  let hash = hashOf(way, way.salt, Buffer.from(password, 'utf16le'));
  const round = Buffer.alloc(4);
  for (let at = 0; at < rounds; at++) {
    round.writeUInt32LE(at);
    hash = hashOf(way, round, hash);
  }
  return hash;
}

/** Cut, or filled up with the byte that the format names for it. */
function fitted(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), 0x36)]).subarray(0, length);
}

function decrypted({ cipher, blockSize }: Way, key: Buffer, salt: Buffer, bytes: Buffer): Buffer | null {
  if (bytes.length === 0 || bytes.length % blockSize !== 0 || key.length === 0) return null;
  const decipher = createDecipheriv(cipher, key, fitted(salt, blockSize)).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

function packageOf(way: Way, key: Buffer, content: Buffer): Buffer | null {
  if (key.length !== way.keyBytes) return null;
  const size = Number(content.readBigUInt64LE(0));
  const pieces: Buffer[] = [];
  const number = Buffer.alloc(4);
  for (let at = 8, segment = 0; at < content.length; at += SEGMENT, segment++) {
    number.writeUInt32LE(segment);
    const bytes = content.subarray(at, at + SEGMENT);
    // A last segment that is cut short is read as far as it is whole.
    const whole = bytes.subarray(0, bytes.length - (bytes.length % way.blockSize));
    const piece = decrypted(way, key, hashOf(way, way.salt, number), whole);
    if (piece !== null) pieces.push(piece);
  }
  return Buffer.concat(pieces).subarray(0, Math.min(size, content.length));
}
