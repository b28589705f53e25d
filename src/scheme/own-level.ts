import type { RegionIndex } from './region-index.ts';
import type { Region } from './scheme.ts';

/**
 * The region whose own level a key names: `市本级` (of the sender's city), `广州市本级`, `省直`, `台山市本级`.
 *
 * A county has no own level apart: its own level is the county. `named` finds the region before the word.
 */
export function findOwnLevel(
  index: RegionIndex,
  key: string,
  within: string | null,
  named: (name: string) => readonly Region[],
): Region | null {
  if (index.ownWords.includes(key)) return ownLevelAround(index, key, within);
  for (const word of index.ownWords) {
    if (!key.endsWith(word)) continue;
    const [region, ...others] = named(key.slice(0, -word.length));
    const own = region && others.length === 0 ? ownLevelBy(index, region, word) : null;
    if (own) return own;
  }
  return null;
}

/** A bare word means the nearest region around the sender that has such a level. */
function ownLevelAround(index: RegionIndex, word: string, within: string | null): Region | null {
  // Without a sender only a word of the province alone is certain.
  if (within === null) {
    const certain = !index.ownLevel.city.has(word) && !index.ownLevel.county.has(word);
    return certain && index.province ? ownLevelBy(index, index.province, word) : null;
  }
  let around = index.byCode.get(within);
  while (around) {
    const own = ownLevelBy(index, around, word);
    if (own) return own;
    around = around.parent === null ? undefined : index.byCode.get(around.parent);
  }
  return null;
}

function ownLevelBy(index: RegionIndex, region: Region, word: string): Region | null {
  switch (region.level) {
    case 'province':
      return index.ownLevel.province.has(word) ? selfOf(index, region) : null;
    case 'city':
      return index.ownLevel.city.has(word) ? selfOf(index, region) : null;
    case 'county':
    case 'zone':
      return isCountyWord(index, region, word) ? region : null;
    case 'self':
      return null;
  }
}

/** A county-level city says 市本级 of itself, as a district says 区本级. */
function isCountyWord({ ownLevel }: RegionIndex, county: Region, word: string): boolean {
  if (ownLevel.county.has(word)) return true;
  return ownLevel.city.has(word) && word.charAt(0) === county.name.at(-1);
}

function selfOf(index: RegionIndex, region: Region): Region | null {
  return index.children.get(region.code)?.find(({ level }) => level === 'self') ?? null;
}
