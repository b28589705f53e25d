import { type Holding, isHolding, type Part, together } from '../model/holding.ts';

/** What of a region can be compared between two periods. */
export interface Comparable {
  /** What its parts that have a value in both periods hold in each; null when there is none. */
  readonly both: { readonly now: Holding; readonly base: Holding } | null;
  /** Regions that have a value in only one of the periods, for a region that has one in both. */
  readonly without: readonly string[];
}

type Parts = ReadonlyMap<string, Part>;

const NOTHING: Comparable = { both: null, without: [] };

/**
 * Finds what of a region can be compared, part by part: a sum with a sum over the parts that both have, a number with a
 * number. A number that stands for a whole is not compared with a sum that lacks a part.
 */
export function comparableFinder(now: Parts, base: Parts): (region: string) => Comparable {
  const found = new Map<string, Comparable>();
  const find = (region: string): Comparable => {
    const known = found.get(region);
    if (known !== undefined) return known;
    const a = now.get(region);
    const b = base.get(region);
    const both = a !== undefined && b !== undefined && isHolding(a) && isHolding(b);
    const made = both ? compared(region, a, b) : NOTHING;
    found.set(region, made);
    return made;
  };

  function compared(region: string, a: Holding, b: Holding): Comparable {
    if (a.addends === null || b.addends === null) {
      const isWhole = a.lacks.length === 0 && b.lacks.length === 0;
      return isWhole ? { both: { now: a, base: b }, without: [] } : { both: null, without: [region] };
    }
    const pairs: { readonly now: Holding; readonly base: Holding }[] = [];
    const without: string[] = [];
    for (const part of new Set([...a.addends, ...b.addends])) {
      const inOne = !(a.addends.includes(part) && b.addends.includes(part));
      const { both, without: left } = inOne ? { both: null, without: [part] } : find(part);
      if (both !== null) pairs.push(both);
      without.push(...left);
    }
    if (without.length === 0) return { both: { now: a, base: b }, without };
    if (pairs.length === 0) return { both: null, without };
    return {
      both: {
        now: together(
          pairs.map((pair) => pair.now),
          [],
        ),
        base: together(
          pairs.map((pair) => pair.base),
          [],
        ),
      },
      without,
    };
  }

  return find;
}
