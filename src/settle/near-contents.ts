import type { FormContent } from './form-content.ts';
import type { RankOf } from './version-order.ts';

/** So few files are compared each with each: what large ledgers have in common is not listed without need. */
export const FEW = 16;

/**
 * For each content a test of the others by their index: false for those that can but be parts beside it, as nothing in them
 * is told twice and no mark puts one behind the other. A bureau may send hundreds of files, each for other activities.
 */
export function nearContents(
  contents: readonly FormContent[],
  rank: RankOf,
): (at: number) => (other: number) => boolean {
  if (contents.length <= FEW) return () => () => true;
  const ranks = contents.map(({ filed }) => rank(filed));
  const keys = contents.map(({ activityKeys, cells }) => [...activityKeys, ...cells.keys()]);
  const telling = new Map<string, number[]>();
  for (const [at, own] of keys.entries()) {
    for (const key of own) {
      const known = telling.get(key);
      if (known) known.push(at);
      else telling.set(key, [at]);
    }
  }
  const sharing = contents.map(() => -1);
  let listed = -1;
  /** Only for those who ask, and until all are known. */
  const list = (at: number) => {
    listed = at;
    let left = contents.length;
    for (const key of keys[at] ?? []) {
      for (const other of telling.get(key) ?? []) {
        if (sharing[other] !== at) left--;
        sharing[other] = at;
      }
      if (left === 0) return;
    }
  };
  return (at) => (other) => {
    if (ranks[other] !== ranks[at] || keys[at]?.length === 0 || keys[other]?.length === 0) return true;
    if (listed !== at) list(at);
    return sharing[other] === at;
  };
}
