import { PassThrough } from 'node:stream';

/** What a terminal types, handed on one line at a time. */
export interface KeyFeed {
  /** What prompts read. */
  readonly stream: PassThrough;
  /** The next prompt, or the same one again, is there to take what was typed meanwhile. */
  readonly ready: () => void;
  /** Forgets what waits. */
  readonly drop: () => void;
  readonly close: () => void;
}

/** How long what follows an Enter waits for a prompt that has no use for the Enter, in milliseconds. */
const LONGEST_WAIT = 400;

/**
 * Keeps what is typed while no prompt listens: a prompt drops keys that come between its Enter and the next prompt, and
 * a figure whose first digit is dropped looks like a figure. So after each Enter the rest waits until `ready`.
 */
export function keyFeed(terminal: NodeJS.ReadStream): KeyFeed {
  const stream = new PassThrough();
  let waiting: Buffer[] = [];
  let isHeld = true;
  let timer: NodeJS.Timeout | null = null;
  const flow = () => {
    while (!isHeld) {
      const [piece, ...rest] = waiting;
      if (piece === undefined) return;
      waiting = rest;
      stream.write(piece);
      if (piece.at(-1) === 13 || piece.at(-1) === 10) hold();
    }
  };
  const release = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    isHeld = false;
    flow();
  };
  const hold = () => {
    isHeld = true;
    timer = setTimeout(release, LONGEST_WAIT);
  };
  const onData = (data: Buffer) => {
    waiting.push(...lines(data));
    flow();
  };
  const onEnd = () => stream.end();
  terminal.setRawMode(true);
  terminal.on('data', onData);
  terminal.on('end', onEnd);
  terminal.resume();
  return {
    stream,
    ready: () => {
      // The prompt listens from the next turn of the loop on.
      setImmediate(release);
    },
    drop: () => {
      waiting = [];
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      terminal.off('data', onData);
      terminal.off('end', onEnd);
      terminal.setRawMode(false);
      terminal.pause();
    },
  };
}

/** A chunk in pieces that end with an Enter each, but for the last; Ctrl-C stands alone and is not held back. */
function lines(data: Buffer): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < data.length; at++) {
    if (data[at] !== 13 && data[at] !== 10) continue;
    pieces.push(data.subarray(from, at + 1));
    from = at + 1;
  }
  if (from < data.length) pieces.push(data.subarray(from));
  return pieces;
}
