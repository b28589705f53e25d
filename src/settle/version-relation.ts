import type { FormContent } from './form-content.ts';
import type { RankOf } from './version-order.ts';

/** How two files of one bureau and form stand: parts of one return, the same content, or versions of one another. */
export type Relation = 'parts' | 'same' | 'versions';

/**
 * Whether two files are parts of one return or versions of it; `same` when it is known whether they say the same.
 *
 * For other tasks or other regions they are parts. What is marked as another version is one, otherwise only what
 * contradicts: ledgers that share an activity, summaries that give one cell two values. Parts of a summary may repeat
 * common cells, so of two that each hold something the other lacks none is a version of the other.
 */
export function relation(a: FormContent, b: FormContent, marked: boolean, same: boolean = saysSame(a, b)): Relation {
  if (same) return 'same';
  if (a.nil || b.nil) return 'versions';
  if (disjoint(a.tasks, b.tasks) || disjoint(a.regions, b.regions)) return 'parts';
  if (a.form === 'ledger') return marked || !disjoint(a.activityKeys, b.activityKeys) ? 'versions' : 'parts';
  if (!isComparable(a, b, marked)) return 'parts';
  return marked || contradict(a, b) ? 'versions' : 'parts';
}

/**
 * Tells of two files whether a mark makes one a later version of the other. A revised ledger that has its own version
 * among the others, with activities in common, is marked against that one: its neighbours stay parts (months of a quarter).
 */
export function markFinder(
  contents: readonly FormContent[],
  rank: RankOf,
): (a: FormContent, b: FormContent) => boolean {
  const known = new Map<FormContent, boolean>();
  const isRevision = (later: FormContent) =>
    contents.some((one) => !one.nil && rank(one.filed) < rank(later.filed) && relation(one, later, false) !== 'parts');
  return (a, b) => {
    const sign = rank(a.filed) - rank(b.filed);
    if (sign === 0 || a.form !== 'ledger') return sign !== 0;
    const later = sign < 0 ? b : a;
    const hasOwn = known.get(later) ?? isRevision(later);
    known.set(later, hasOwn);
    return !hasOwn;
  };
}

/** Whether two files say the same. Ledgers are told apart by the keys of their activities first, which are few. */
export function saysSame(a: FormContent, b: FormContent): boolean {
  const keysDiffer = a.activityKeys.size !== b.activityKeys.size || !covers(a.activityKeys, b.activityKeys);
  return !keysDiffer && a.signature() === b.signature();
}

/** Whether one of two summaries is for all that the other is for; a marked one is for what its form is made for. */
function isComparable(a: FormContent, b: FormContent, marked: boolean): boolean {
  const within = (x: FormContent, y: FormContent) =>
    covers(marked ? (y.declared.tasks ?? y.tasks) : y.tasks, x.tasks) && covers(y.regions, x.regions);
  return within(a, b) || within(b, a);
}

function contradict(a: FormContent, b: FormContent): boolean {
  for (const [key, value] of a.cells) if ((b.cells.get(key) ?? value) !== value) return true;
  return false;
}

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  for (const one of fewer) if (more.has(one)) return false;
  return true;
}

function covers(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  for (const one of some) if (!all.has(one)) return false;
  return true;
}
