import type { Sink } from './effects.ts';

/** What decides about colours. */
export interface ColourSources {
  /** `--color` (a word) or `--no-color` (false). */
  readonly flag: string | false | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whether a stream gets colours: the flag, else FORCE_COLOR, NO_COLOR, TERM=dumb, else whether it is a terminal. */
export function hasColour({ flag, env }: ColourSources, stream: Pick<Sink, 'isTTY'>): boolean {
  if (flag === false || flag === 'never') return false;
  if (flag === 'always') return true;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return env['TERM'] !== 'dumb' && stream.isTTY;
}
