/** Enough that making one costs little beside filling it. */
const BLOCK = 1 << 20;
/** A character of a text takes at most so many bytes. */
const MOST_BYTES = 3;

/**
 * Puts texts and bytes one behind the other into large blocks of memory and gives where each stands: a buffer for each
 * would cost many times what writing it does. `block` makes one of so many bytes.
 */
export function utf8Arena(block: (size: number) => Buffer): (piece: string | Uint8Array) => Buffer {
  let open = block(0);
  return (piece) => {
    const most = typeof piece === 'string' ? MOST_BYTES * piece.length : piece.length;
    if (most > open.length) open = block(Math.max(BLOCK, most));
    let { length } = piece;
    if (typeof piece === 'string') length = open.write(piece);
    else open.set(piece);
    const bytes = open.subarray(0, length);
    open = open.subarray(length);
    return bytes;
  };
}
