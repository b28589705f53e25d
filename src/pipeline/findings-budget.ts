import { MOST_FINDINGS } from '../model/most-findings.ts';

/** What the files of one bundle may have wrong in them beyond their shares. */
const BEYOND_SHARES = 2 * MOST_FINDINGS;
/** What each of them may have in any case, whatever the others have: no honest return has so much. */
const SHARE = 1000;
/** Many files share so much, lest hundreds of hostile ones take minutes; but each may have a hundred. */
const SHARES = 100 * SHARE;
const LEAST_SHARE = 100;

/** How many different things may still be wrong in the files of one bundle beyond their shares; counted down by each. */
export interface FindingsLeft {
  count: number;
}

/** What a file may have wrong in it, and what its bundle loses by that. */
export interface FindingsBudget {
  readonly most: number;
  /** What the bound is of: what any file may have, or what the others of its bundle leave. */
  readonly counted: 'findings' | 'bundleFindings';
  /** Counts so many as had by the file. */
  take(told: number): void;
}

export function findingsLeft(): FindingsLeft {
  return { count: BEYOND_SHARES };
}

/**
 * How many different things may be wrong in the next file, `left` being what its bundle of so many files has left, if it is in one.
 *
 * Beyond its share a file takes at most half of what is left: one or a few of which all is wrong leave something to the others,
 * however they are ordered.
 */
export function findingsBudget(left: FindingsLeft | undefined, files = 1): FindingsBudget {
  if (left === undefined) return { most: MOST_FINDINGS, counted: 'findings', take: () => undefined };
  const share = Math.max(LEAST_SHARE, Math.min(SHARE, Math.floor(SHARES / files)));
  const most = Math.min(MOST_FINDINGS, share + Math.floor(left.count / 2));
  return {
    most,
    counted: most === MOST_FINDINGS ? 'findings' : 'bundleFindings',
    take(told) {
      left.count -= Math.max(0, told - share);
    },
  };
}
