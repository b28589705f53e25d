import { perScheme } from '../scheme/per-scheme.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { totalKey } from '../scheme/total-key.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';

/** What the text beside a total says that it covers. */
export interface TotalLabel {
  /** Match key of the word by which it is a total; empty when only a group of regions is named. */
  readonly word: string;
  /** Codes of the regions it names; null when it names none. */
  readonly scope: readonly string[] | null;
}

/** Longer texts are no labels. */
const LONGEST = 60;

const labelWords = perScheme((scheme) => {
  const { totals } = wordSets(scheme);
  const longestFirst = [...totals].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { totals, longestFirst, groups: groupCodes(scheme) };
});

/**
 * Reads the label of a total row: `合 计`, `小计：`, `珠三角小计`, `广州市小计`, `粤东西北`; `ofWhich` for 其中, which is
 * no total over rows; null for any other text. Names of regions are looked up around `sender`.
 */
export function totalLabel(text: string, scheme: Scheme, sender: string): TotalLabel | 'ofWhich' | null {
  if (text.length > LONGEST) return null;
  const key = matchKey(text);
  const { ofWhich } = wordSets(scheme);
  if (ofWhich.has(key) || ofWhich.has(key.split(':')[0] ?? '')) return 'ofWhich';
  const { totals, longestFirst, groups } = labelWords(scheme);
  const plain = totalKey(key, scheme);
  const group = groups.get(plain);
  if (group !== undefined) return { word: '', scope: group };
  for (const word of longestFirst) {
    if (plain === word || !plain.endsWith(word)) continue;
    const scope = regionsNamed(plain.slice(0, -word.length), scheme, sender);
    if (scope !== null) return { word, scope };
  }
  return totals.has(plain) ? { word: plain, scope: null } : null;
}

function regionsNamed(name: string, scheme: Scheme, sender: string): readonly string[] | null {
  const group = labelWords(scheme).groups.get(name);
  if (group !== undefined) return group;
  const match = findRegion(regionIndex(scheme), name, sender);
  return match.kind === 'region' ? [match.region.code] : null;
}

/** Codes of the regions of each group, by match key of its names. */
function groupCodes(scheme: Scheme): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { grouping, code, level } of scheme.regions) {
    if (grouping === null || level !== 'city') continue;
    const key = matchKey(grouping);
    const codes = groups.get(key);
    if (codes) codes.push(code);
    else groups.set(key, [code]);
  }
  const further = [...wordSets(scheme).groupings].map(
    ([key, names]) => [key, names.flatMap((name) => groups.get(matchKey(name)) ?? [])] as const,
  );
  return new Map<string, readonly string[]>([...groups, ...further.filter(([, codes]) => codes.length > 0)]);
}
