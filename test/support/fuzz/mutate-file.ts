import { CFB } from '@e965/xlsx';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateText } from './mutate-text.ts';
import type { Random } from './random.ts';

/** A file that is wrong in some way: in its bytes, or in what its container holds while the container itself is sound. */
export function mutateFile(bytes: Buffer, chance: Random): Buffer {
  if (chance.below(3) === 0) return mutateBytes(bytes, chance);
  if (bytes.readUInt32BE(0) === 0x504b0304) return mutateZip(bytes, chance);
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) return mutateCompound(bytes, chance);
  const text = mutateText(bytes.toString('utf8'), chance);
  return iconv.encode(text, chance.pick(['utf8', 'utf8', 'gb18030', 'utf16le', 'utf16be']));
}

function mutateZip(bytes: Buffer, chance: Random): Buffer {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 4_000_000 });
  } catch {
    return mutateBytes(bytes, chance);
  }
  const [first = '', ...others] = Object.keys(parts);
  const name = chance.pick([first, ...others]);
  const part = Buffer.from(parts[name] ?? []);
  const made: Zippable = { ...parts };
  if (chance.below(12) === 0) delete made[name];
  else made[name] = isText(part) ? Buffer.from(mutateText(part.toString('utf8'), chance)) : mutateBytes(part, chance);
  return Buffer.from(zipSync(made, { level: 1 }));
}

function mutateCompound(bytes: Buffer, chance: Random): Buffer {
  try {
    const file = CFB.read(bytes, { type: 'buffer' });
    const made = CFB.utils.cfb_new();
    for (const [at, entry] of file.FileIndex.entries()) {
      if (entry.type !== 2 || entry.size === 0) continue;
      const content = Buffer.from(entry.content as Uint8Array);
      CFB.utils.cfb_add(made, file.FullPaths[at]?.replace(/^[^/]*/, '') ?? '/a', mutateBytes(content, chance));
    }
    return CFB.write(made, { type: 'buffer' }) as Buffer;
  } catch {
    return mutateBytes(bytes, chance);
  }
}

function isText(bytes: Buffer): boolean {
  return bytes[0] === 0x3c || bytes[0] === 0xef || !bytes.includes(0);
}
