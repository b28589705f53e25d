import { agileElements, type Said } from './agile-elements.ts';
import { BLOCK, decrypted, digest, number, spun } from './primitives.ts';

/** How a key or the package is encrypted. */
interface Way {
  readonly hash: string;
  readonly cipher: string;
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
const KEY_BITS: ReadonlySet<string> = new Set(['128', '192', '256']);
const VERIFIER_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex');
const VERIFIER_HASH = Buffer.from('d7aa0f6d3061344e', 'hex');
const PACKAGE_KEY = Buffer.from('146e0be7abacd0d6', 'hex');
const SEGMENT = 4096;
/** Excel makes 100,000 rounds; a file that asks for more than a second of them is refused. */
const MAX_ROUNDS = 1_000_000;
/** Excel says it in 1,000 bytes; a certificate takes some more. */
const MAX_INFO = 32_768;

/** The package as the password opens it; null when it does not, or when the file is encrypted in no way that is known. */
export function decryptAgile(info: Buffer, content: Buffer, password: string): Buffer | null {
  if (info.length > MAX_INFO) return null;
  const { ofPackage, ofKey } = agileElements(info.toString('utf8'));
  const forPackage = wayOf(ofPackage);
  const forKey = wayOf(ofKey);
  const rounds = Number(ofKey['spinCount']?.value);
  if (forPackage === null || forKey === null || !(rounds >= 0 && rounds <= MAX_ROUNDS)) return null;
  const { hash, cipher, keyBytes, salt } = forKey;
  const secret = spun(hash, salt, password, rounds);
  const opened = (name: string, purpose: Buffer) =>
    decrypted(cipher, fitted(digest(hash, secret, purpose), keyBytes), fitted(salt, BLOCK), base64(ofKey, name));
  const expected = digest(hash, opened('encryptedVerifierHashInput', VERIFIER_INPUT).subarray(0, salt.length));
  const stored = opened('encryptedVerifierHashValue', VERIFIER_HASH).subarray(0, expected.length);
  const key = opened('encryptedKeyValue', PACKAGE_KEY).subarray(0, forPackage.keyBytes);
  return expected.equals(stored) && key.length === forPackage.keyBytes ? packageOf(forPackage, key, content) : null;
}

function wayOf(said: Said): Way | null {
  const text = (name: string) => said[name]?.value ?? '';
  const hash = HASHES.get(text('hashAlgorithm'));
  const isKnown = text('cipherAlgorithm') === 'AES' && text('cipherChaining') === 'ChainingModeCBC';
  const bits = text('keyBits');
  if (hash === undefined || !isKnown || !KEY_BITS.has(bits) || text('blockSize') !== String(BLOCK)) return null;
  return { hash, cipher: `aes-${bits}-cbc`, keyBytes: Number(bits) / 8, salt: base64(said, 'saltValue') };
}

function base64(said: Said, name: string): Buffer {
  return Buffer.from(said[name]?.value ?? '', 'base64');
}

/** Cut, or filled up with the byte that the format names for it. */
function fitted(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(length, 0x36)]).subarray(0, length);
}

function packageOf({ cipher, hash, salt }: Way, key: Buffer, content: Buffer): Buffer {
  const segments: Buffer[] = [];
  for (let at = 0; at < content.length; at += SEGMENT) {
    const start = fitted(digest(hash, salt, number(segments.length)), BLOCK);
    segments.push(decrypted(cipher, key, start, content.subarray(at, at + SEGMENT)));
  }
  return Buffer.concat(segments);
}
