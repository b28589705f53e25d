import { type Grid, textOf, WRITTEN } from '../model/grid.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';

const YES = 1;
const NO = 2;

/** Whole numbers below are remembered as well. */
const SMALL = 1024;

/** Asks something of text cells, by their position: mostly once for each text of a sheet, whose panels share their texts. */
export function askedOnce(
  ask: (text: string, scheme: Scheme) => boolean,
): (grid: Grid, scheme: Scheme) => (at: number) => boolean {
  const answers = perScheme(() => new WeakMap<readonly string[], Uint8Array>());
  return ({ texts, values }, scheme) => {
    const known = answers(scheme).get(texts) ?? new Uint8Array(texts.length + SMALL);
    answers(scheme).set(texts, known);
    return (at) => {
      const index = values[at] ?? 0;
      const place = index < WRITTEN ? index : texts.length + index - WRITTEN;
      const before = known[place];
      if (before === YES || before === NO) return before === YES;
      const answer = ask(textOf({ texts }, index), scheme);
      if (place < known.length) known[place] = answer ? YES : NO;
      return answer;
    };
  };
}
