import { PackageError } from '../../ooxml/package-error.ts';
import { openCompound } from '../old/compound-file.ts';
import { decryptAgile } from './agile.ts';
import { DEFAULT_PASSWORD } from './default-password.ts';
import { decryptStandard } from './standard.ts';

const AGILE = 4;
const STANDARD = 2;
/** Before what is encrypted stands how much of it there is without the filling of its last block. */
const SIZE = 8;

/**
 * The package within an encrypted file that opens with a password, by default that with which Excel opens it without
 * asking; null when it takes another password or another way to encrypt.
 *
 * Nor does one open whose container is damaged.
 */
export function openEncrypted(bytes: Buffer, password: string = DEFAULT_PASSWORD): Buffer | null {
  const [info, content] = streamsOf(bytes);
  if (!info || !content || info.length < 8 || content.length < SIZE) return null;
  const opened = decrypt(info, content.subarray(SIZE), password);
  return opened?.subarray(0, Number(content.readBigUInt64LE(0))) ?? null;
}

function decrypt(info: Buffer, content: Buffer, password: string): Buffer | null {
  const minor = info.readUInt16LE(2);
  if (minor === AGILE && info.readUInt16LE(0) === AGILE) return decryptAgile(info.subarray(8), content, password);
  return minor === STANDARD ? decryptStandard(info, content, password) : null;
}

function streamsOf(bytes: Buffer): readonly (Buffer | null)[] {
  try {
    const compound = openCompound(bytes);
    return ['encryptioninfo', 'encryptedpackage'].map((name) => {
      const stream = compound.streams.get(name);
      return stream === undefined ? null : compound.read(stream);
    });
  } catch (error) {
    if (error instanceof PackageError) return [];
    throw error;
  }
}
