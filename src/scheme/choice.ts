import { matchKey } from '../text/match-key.ts';
import { findActivityType, findTask } from './dictionary.ts';
import { perScheme } from './per-scheme.ts';
import { findRegion, regionIndex } from './regions.ts';
import type { Scheme } from './scheme.ts';
import { wordSets } from './words.ts';

/** What a cell of a ledger or summary may be chosen from. */
export function isChoice(text: string, scheme: Scheme): boolean {
  if (choiceWords(scheme).has(matchKey(text)) || findTask(scheme, text)) return true;
  if (findActivityType(scheme, text, null).length > 0) return true;
  const index = regionIndex(scheme);
  // 市本级 is a region of a city that is not told here.
  return index.ownWords.includes(matchKey(text)) || findRegion(index, text, null).kind !== 'none';
}

const choiceWords = perScheme((scheme) => {
  const { yes, no, bureauSuffixes } = wordSets(scheme);
  const values = scheme.columns.flatMap(({ values: allowed }) => allowed.map(matchKey));
  return new Set([...yes, ...no, ...bureauSuffixes, ...values]);
});
