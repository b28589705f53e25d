import { visibleLine } from '../text/visible.ts';
import { fitted } from '../text/width.ts';
import type { Session } from './session.ts';

/** A line that says which file is being read. */
export interface Progress {
  readonly show: (name: string, done: number, total: number) => void;
  readonly clear: () => void;
}

/** Milliseconds before the line appears: short runs stay silent. */
const DELAY = 500;
const ERASE = '\r\u001B[K';

/** Progress on a terminal's stderr; silent elsewhere, in CI and under `--quiet`. */
export function progress({ effects, texts, options }: Session): Progress {
  const { stderr, env, now } = effects;
  if (!stderr.isTTY || options.quiet || env['CI'] || env['TERM'] === 'dumb') return { show: () => {}, clear: () => {} };
  const begun = now().getTime();
  let shown = false;
  return {
    show(name, done, total) {
      if (now().getTime() - begun < DELAY) return;
      shown = true;
      const line = fitted(visibleLine(texts.reading(done + 1, total, name)), (stderr.columns ?? 80) - 1);
      void stderr.write(ERASE + line);
    },
    clear() {
      if (shown) void stderr.write(ERASE);
      shown = false;
    },
  };
}
