import type { Grid } from '../model/grid.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';

const YES = 1;
const NO = 2;

/** Asks something of text cells, by their position: once for each distinct text of a sheet, whose panels share their texts. */
export function askedOnce(
  ask: (text: string, scheme: Scheme) => boolean,
): (grid: Grid, scheme: Scheme) => (at: number) => boolean {
  const answers = perScheme(() => new WeakMap<readonly string[], Uint8Array>());
  return ({ texts, values }, scheme) => {
    const known = answers(scheme).get(texts) ?? new Uint8Array(texts.length);
    answers(scheme).set(texts, known);
    return (at) => {
      const index = values[at] ?? 0;
      const before = known[index];
      if (before === YES || before === NO) return before === YES;
      const answer = ask(texts[index] ?? '', scheme);
      known[index] = answer ? YES : NO;
      return answer;
    };
  };
}
