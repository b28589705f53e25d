import { readSync } from 'node:fs';

/** Bytes of a file that are held at a time; more only where a record is longer. */
const PIECE = 4 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** Takes a piece that ends with a line, unless it is the last, and gives how many of its bytes are done; see `RecordSplitter`. */
export type PieceTaker = (piece: Buffer, isLast: boolean) => number;

/** Reads an open file from a place on, piece by piece: what is not done of one stands at the beginning of the next. */
export function eachPiece(descriptor: number, from: number, take: PieceTaker, size: number = PIECE): void {
  let room = Buffer.allocUnsafe(size);
  let filled = 0;
  for (let at = from; ; ) {
    const read = readFull(descriptor, room, filled, at);
    at += read;
    filled += read;
    const isLast = filled < room.length;
    const lines = isLast ? filled : room.lastIndexOf(LINE_FEED, filled - 1) + 1;
    const done = lines === 0 && !isLast ? 0 : take(room.subarray(0, lines), isLast);
    if (isLast) return;
    if (done === 0) {
      const more = Buffer.allocUnsafe(2 * room.length);
      room.copy(more);
      room = more;
    } else {
      room.copyWithin(0, done, filled);
      filled -= done;
    }
  }
}

/** Fills a buffer from `filled` on, as far as the file goes. */
function readFull(descriptor: number, room: Buffer, filled: number, from: number): number {
  let read = 0;
  for (let to = filled; to < room.length; ) {
    const more = readSync(descriptor, room, to, room.length - to, from + read);
    if (more === 0) break;
    to += more;
    read += more;
  }
  return read;
}
