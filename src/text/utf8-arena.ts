/** Enough that making one costs little beside filling it. */
const BLOCK = 1 << 20;
/** A character of a text takes at most so many bytes. */
const MOST_BYTES = 3;

/** Where texts and bytes are put one behind the other. */
export interface Utf8Arena {
  readonly put: (content: string | Uint8Array) => void;
  /** Gives what was put since the last piece. */
  readonly end: () => void;
}

/**
 * Puts texts and bytes one behind the other into large blocks of memory and gives them in pieces: a buffer for each would
 * cost many times what writing it does, and so would one long text made of many short ones. Pieces stay as they are.
 *
 * @param block makes one of so many bytes.
 * @param enough bytes of a piece; it may have more, and fewer where a block ends.
 */
export function utf8Arena(
  block: (size: number) => Buffer,
  give: (piece: Buffer) => void,
  enough: number = BLOCK,
): Utf8Arena {
  let open = block(0);
  let [begun, at] = [0, 0];
  const end = () => {
    if (at > begun) give(open.subarray(begun, at));
    begun = at;
  };
  return {
    put(content) {
      const isText = typeof content === 'string';
      const most = isText ? MOST_BYTES * content.length : content.length;
      if (most > open.length - at) {
        end();
        open = block(Math.max(BLOCK, most));
        begun = at = 0;
      }
      if (isText) at += open.write(content, at);
      else {
        open.set(content, at);
        at += content.length;
      }
      if (at - begun >= enough) end();
    },
    end,
  };
}
