import { perScheme } from '../scheme/per-scheme.ts';
import { wordSets } from '../scheme/words.ts';

/** What the number grammars take from the scheme, as match keys; prefixes and suffixes longest first. */
export interface NumberWords {
  readonly nilMarks: ReadonlySet<string>;
  readonly approximateBefore: readonly string[];
  readonly approximateAfter: readonly string[];
  /** `￥`, `人民币`: before or behind an amount. */
  readonly currency: readonly string[];
  readonly countUnits: ReadonlySet<string>;
  /** What a counting unit counts; units that may count anything have no group. */
  readonly unitGroups: ReadonlyMap<string, string>;
  /** Power of ten that turns a money unit into 万元. */
  readonly moneyUnits: ReadonlyMap<string, number>;
}

/** The number words of a scheme, built once. */
export const numberWords = perScheme((scheme): NumberWords => {
  const words = wordSets(scheme);
  return {
    nilMarks: words.nilMarks,
    approximateBefore: longestFirst(words.approximate.before),
    approximateAfter: longestFirst(words.approximate.after),
    currency: longestFirst(words.currency),
    countUnits: words.countUnits,
    unitGroups: words.unitGroups,
    moneyUnits: words.moneyUnits,
  };
});

function longestFirst(words: ReadonlySet<string>): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}
