import { MOST_FINDINGS } from '../model/most-findings.ts';

/** What the files of one bundle may have wrong in them together: twice what one file may, so that one hostile file leaves as much to the others. */
const OF_BUNDLE = 2 * MOST_FINDINGS;
/** What each of them may have in any case, lest two hostile files have all the others refused. */
const OF_EACH = 100;

/** How many different things may still be wrong in the files of one bundle; counted down by each. */
export interface FindingsLeft {
  count: number;
}

/** A bound of different findings, and what it counts. */
export interface FindingsBound {
  readonly limit: number;
  readonly counted: 'findings' | 'bundleFindings';
}

export function findingsLeft(): FindingsLeft {
  return { count: OF_BUNDLE };
}

/** How many different things may be wrong in the next file, `left` being what its bundle has left, if it is in one. */
export function mostFindings(left: FindingsLeft | undefined): number {
  return left === undefined ? MOST_FINDINGS : Math.min(MOST_FINDINGS, Math.max(OF_EACH, left.count));
}

/** The bound that is told where so many are too many. */
export function findingsBound(most: number): FindingsBound {
  if (most === MOST_FINDINGS) return { limit: most, counted: 'findings' };
  return { limit: OF_BUNDLE, counted: 'bundleFindings' };
}
