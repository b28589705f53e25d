import { TextDecoder } from 'node:util';
import { PackageError } from './package-error.ts';

const DECLARATION = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

/** Enough of a part to see its byte order mark and declaration. */
const HEAD = 256;

/**
 * Gives a part's pieces back as UTF-8 without a byte order mark.
 *
 * Its beginning tells the encoding, by a mark or by the declaration. UTF-8 passes untouched and is checked by the
 * tokenizer; other encodings are decoded strictly. Throws `PackageError`.
 */
export function utf8Pieces(): (piece: Buffer, last: boolean) => Buffer {
  let decoder: TextDecoder | null = null;
  /** Null once the encoding is known. */
  let head: Buffer | null = NOTHING;
  return (piece, last) => {
    let bytes = piece;
    if (head !== null) {
      bytes = head.length === 0 ? piece : Buffer.concat([head, piece]);
      if (bytes.length < HEAD && !last) {
        head = bytes;
        return NOTHING;
      }
      head = null;
      const { encoding, mark } = partEncoding(bytes);
      if (encoding === 'utf-8') return bytes.subarray(mark);
      decoder = decoderOf(encoding);
    }
    if (decoder === null) return bytes;
    try {
      return Buffer.from(decoder.decode(bytes, { stream: !last }), 'utf8');
    } catch {
      throw new PackageError('encoding');
    }
  };
}

const NOTHING = Buffer.alloc(0);

function partEncoding(head: Buffer): { readonly encoding: string; readonly mark: number } {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && c !== 0)) return { encoding: 'utf-16le', mark: 0 };
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0 && d !== 0)) {
    return { encoding: 'utf-16be', mark: 0 };
  }
  const declared = DECLARATION.exec(head.toString('latin1', 0, 256))?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration of UTF-16 that could be read byte by byte is false.
  const plain = declared === 'utf8' || declared === 'us-ascii' || declared.startsWith('utf-16');
  return { encoding: plain ? 'utf-8' : declared, mark: 0 };
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new PackageError('encoding');
  }
}
