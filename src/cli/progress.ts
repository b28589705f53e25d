import { visibleLine } from '../text/visible.ts';
import { displayWidth, fitted } from '../text/width.ts';
import type { Session } from './session.ts';

/** A line that says how far the reading of files has come. */
export interface Progress {
  /** `done` files of `total` are read; `name` is the one that is read now, null when all are. */
  readonly show: (name: string | null, done: number, total: number) => void;
  readonly clear: () => void;
}

/** Milliseconds before the line appears: short runs stay silent. */
const DELAY = 500;
/** Milliseconds between two writes. */
const PAUSE = 100;
/** Milliseconds after which the pace so far foretells the rest. */
const FORETELLING = 3000;
/** Columns under which the beginning of a name says nothing. */
const SHORTEST_NAME = 16;
const ERASE = '\r\u001B[K';

/** Progress on a terminal's stderr; silent elsewhere, in CI and under `--quiet`. */
export function progress({ effects, texts, options }: Session): Progress {
  const { stderr, env, now } = effects;
  if (!stderr.isTTY || options.quiet || env['CI'] || env['TERM'] === 'dumb') return { show: () => {}, clear: () => {} };
  const begun = now().getTime();
  let seriesBegun = begun;
  let written = Number.NEGATIVE_INFINITY;
  let shown = false;
  /** Writes what came too soon after the last; a file that takes long in a worker is so named. */
  let later: NodeJS.Timeout | undefined;

  function write(name: string | null, done: number, total: number): void {
    const time = now().getTime();
    const left = secondsLeft(time - seriesBegun, done, total);
    const parts = [texts.filesRead(done, total), ...(left === null ? [] : [texts.timeLeft(left)])];
    const last = name === null ? texts.addingUp : texts.readingFile(name);
    written = time;
    shown = true;
    void stderr.write(ERASE + line(parts, visibleLine(last), texts.semicolon, (stderr.columns || 80) - 1));
  }

  return {
    show(name, done, total) {
      clearTimeout(later);
      const time = now().getTime();
      // The returns of each earlier period are counted anew.
      if (done === 0) seriesBegun = time;
      if (time - begun < DELAY) return;
      const wait = name === null ? 0 : written + PAUSE - time;
      if (wait <= 0) write(name, done, total);
      else later = setTimeout(write, wait, name, done, total).unref();
    },
    clear() {
      clearTimeout(later);
      if (shown) void stderr.write(ERASE);
      shown = false;
    },
  };
}

/** Seconds that the rest takes at the pace so far; null while that cannot be told. */
function secondsLeft(elapsed: number, done: number, total: number): number | null {
  if (done === 0 || done >= total || elapsed < FORETELLING) return null;
  return Math.ceil(((elapsed / done) * (total - done)) / 1000);
}

/** As many of the parts as fit a width in columns, the first one cut if need be; then the last one, cut, where there is room. */
function line(parts: readonly string[], last: string, separator: string, width: number): string {
  let whole = '';
  for (const part of parts) {
    const more = whole === '' ? fitted(part, width) : whole + separator + part;
    if (displayWidth(more) > width) return whole;
    whole = more;
  }
  const room = width - displayWidth(whole + separator);
  return room >= Math.min(SHORTEST_NAME, displayWidth(last)) ? whole + separator + fitted(last, room) : whole;
}
