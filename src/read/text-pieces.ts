import { loneReturnsAsFeeds } from './line-feeds.ts';

/** Bytes of a text that are held at a time; more only where a record is longer. */
const PIECE = 4 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** Takes a piece that ends with a line, unless it is the last, and gives how many of its bytes are done; see `RecordSplitter`. */
export type PieceTaker = (piece: Buffer, isLast: boolean) => number;

/**
 * Joins chunks of UTF-8 to pieces whose line ends are `\n` or `\r\n`: what is not done of one stands at the beginning of the
 * next.
 */
export function eachPiece(chunks: Iterable<Buffer>, take: PieceTaker, size: number = PIECE): void {
  let room = Buffer.alloc(0);
  let filled = 0;

  /** Gives the lines so far; false when that makes no room. */
  function took(): boolean {
    const lines = room.subarray(0, filled).lastIndexOf(LINE_FEED) + 1;
    const done = lines === 0 ? 0 : take(room.subarray(0, lines), false);
    room.copyWithin(0, done, filled);
    filled -= done;
    return done > 0;
  }

  for (const chunk of chunks) {
    while (chunk.length > room.length - filled) {
      if (room.length >= size && took()) continue;
      const more = Buffer.allocUnsafe(Math.max(filled + chunk.length, 2 * room.length));
      room.copy(more, 0, 0, filled);
      room = more;
    }
    const added = filled;
    filled += chunk.copy(room, filled);
    // Whether a line feed follows the last byte is not known yet.
    loneReturnsAsFeeds(room.subarray(Math.max(0, added - 1), filled), false);
  }
  const last = room.subarray(0, filled);
  loneReturnsAsFeeds(last.subarray(-1), true);
  take(last, true);
}
