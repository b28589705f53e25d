import { TextDecoder } from 'node:util';
import type { ByteSource } from './byte-source.ts';
import { type TextCoding, textCoding } from './text-encoding.ts';
import { eachPiece, type PieceTaker } from './text-pieces.ts';
import { utf8Chunks } from './utf8-chunks.ts';

/** A text that comes as UTF-8, piece by piece; its line ends are `\n` or `\r\n`. */
export interface OpenText extends TextCoding {
  /** Its beginning, or the whole: enough for all that is told by the beginning. */
  readonly head: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Throws `PackageError` when there is no end of what cannot be decoded. */
  readonly eachPiece: (take: PieceTaker) => void;
}

/** Characters by which the kind of a text is told; one more than a letter has. */
const HEAD = 65_537;
/** Bytes of a character in any encoding, at most. */
const WIDEST = 4;

/** A file of so many bytes as a text; null when it is none. */
export function openText(bytes: ByteSource, size: number): OpenText | null {
  const coding = textCoding(bytes);
  if (coding === null) return null;
  return {
    ...coding,
    size,
    head: headOf(bytes, coding),
    eachPiece: (take) => eachPiece(utf8Chunks(bytes, coding), take),
  };
}

function headOf(bytes: ByteSource, { encoding, start }: TextCoding): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const head = decoder.decode(bytes(start, WIDEST * (HEAD + 1))).slice(0, HEAD);
  return head.replace(/\r(?!\n)/g, '\n');
}
