import { PassThrough } from 'node:stream';
import { enteredLines, isTyped, piecesOf, untilCancelled } from './key-pieces.ts';

/** What a terminal types, handed on one line at a time. */
export interface KeyFeed {
  /** What prompts read. */
  readonly stream: PassThrough;
  /**
   * A prompt listens, or the same one again, and takes what was typed meanwhile. A list takes keys alone: lines of text
   * were meant for something else; they are dropped, and `onLines` says how many.
   */
  readonly ready: (onLines?: (lines: number) => void) => void;
  /** No prompt listens. */
  readonly hold: () => void;
  /** Forgets what was typed until now, to the end of what is being pasted; how many lines. */
  readonly drop: () => Promise<number>;
  /** The same if there is a line of text among it. */
  readonly dropLines: () => Promise<number>;
  /** Gives the terminal back; how many lines nobody has taken. */
  readonly close: () => number;
}

/** How long what follows an Enter waits for a prompt that has no use for the Enter, in milliseconds. */
const LONGEST_WAIT = 400;
/** What comes so soon after what is dropped was pasted with it, in milliseconds. */
const SAME_PASTE = 40;

/**
 * Keeps what is typed while no prompt listens: a prompt drops keys that come between its Enter and the next prompt, and
 * a figure whose first digit is dropped looks like a figure. So after each Enter the rest waits until `ready`.
 */
export function keyFeed(terminal: NodeJS.ReadStream): KeyFeed {
  const stream = new PassThrough();
  let waiting: readonly Buffer[] = [];
  let isHeld = true;
  let timer: NodeJS.Timeout | null = null;
  let onLines: ((lines: number) => void) | null = null;
  const hold = () => {
    isHeld = true;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const flow = () => {
    if (!isHeld && onLines !== null && waiting.some(isTyped)) {
      const tellLines = onLines;
      onLines = null;
      void drop().then(tellLines);
    }
    while (!isHeld) {
      const [piece, ...rest] = waiting;
      if (piece === undefined) return;
      waiting = rest;
      stream.write(piece);
      if (piece.at(-1) === 13 || piece.at(-1) === 10) {
        hold();
        timer = setTimeout(release, LONGEST_WAIT);
      }
    }
  };
  const release = () => {
    hold();
    isHeld = false;
    flow();
  };
  const drop = async () => {
    hold();
    if (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, SAME_PASTE));
    return forget();
  };
  const forget = () => {
    const dropped = untilCancelled(waiting);
    waiting = waiting.slice(dropped.length);
    return enteredLines(dropped);
  };
  const onData = (data: Buffer) => {
    waiting = [...waiting, ...piecesOf(data)];
    flow();
  };
  const onEnd = () => stream.end();
  terminal.setRawMode(true);
  terminal.on('data', onData);
  terminal.on('end', onEnd);
  terminal.resume();
  return {
    stream,
    ready(asList) {
      onLines = asList ?? null;
      // The prompt listens from the next turn of the loop on.
      setImmediate(release);
    },
    hold() {
      onLines = null;
      hold();
    },
    drop,
    dropLines: async () => (waiting.some(isTyped) ? drop() : 0),
    close() {
      hold();
      terminal.off('data', onData);
      terminal.off('end', onEnd);
      terminal.setRawMode(false);
      terminal.pause();
      return forget();
    },
  };
}
