import { PackageError } from '../../ooxml/package-error.ts';

/** Reads numbers and texts from the pieces of a record one after the other. */
export interface PieceReader {
  byte(): number;
  word(): number;
  long(): number;
  skip(bytes: number): void;
  /** Characters of a Unicode string whose flags say whether they have two bytes; a further piece has flags of its own. */
  characters(count: number, wide: boolean): string;
  isAtEnd(): boolean;
}

/** A reader of pieces; its methods throw `PackageError` when the pieces end too early. */
export function pieceReader(pieces: Iterable<Buffer>): PieceReader {
  const further = pieces[Symbol.iterator]();
  let piece: Buffer = further.next().value ?? Buffer.alloc(0);
  let at = 0;

  function isAtEnd(): boolean {
    while (at === piece.length) {
      const following = further.next();
      if (following.done) return true;
      piece = following.value;
      at = 0;
    }
    return false;
  }

  function byte(): number {
    if (isAtEnd()) throw new PackageError('truncated');
    return piece[at++] ?? 0;
  }

  function word(): number {
    const low = byte();
    return low + byte() * 0x100;
  }

  return {
    byte,
    word,
    long() {
      const low = word();
      return low + word() * 0x10000;
    },
    skip(bytes) {
      for (let left = bytes; left > 0; ) {
        if (isAtEnd()) throw new PackageError('truncated');
        const here = Math.min(left, piece.length - at);
        at += here;
        left -= here;
      }
    },
    characters(count, wide) {
      let text = '';
      let isWide = wide;
      for (let left = count; left > 0; ) {
        const size = isWide ? 2 : 1;
        const here = Math.min(left, Math.floor((piece.length - at) / size));
        text += piece.toString(isWide ? 'utf16le' : 'latin1', at, at + here * size);
        at += here * size;
        left -= here;
        if (left === 0) break;
        if (at < piece.length || isAtEnd()) throw new PackageError('truncated');
        isWide = (byte() & WIDE) !== 0;
      }
      return text;
    },
    isAtEnd,
  };
}

const WIDE = 1;
const ASIAN = 4;
const RICH = 8;

/** A Unicode string with its flags; formats and phonetic guides in it are passed over. */
export function unicodeString(reader: PieceReader, count: number): string {
  const flags = reader.byte();
  const runs = (flags & RICH) === 0 ? 0 : reader.word();
  const guide = (flags & ASIAN) === 0 ? 0 : reader.long();
  const text = reader.characters(count, (flags & WIDE) !== 0);
  reader.skip(runs * 4 + guide);
  return text;
}
