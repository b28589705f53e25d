import { compareText } from '../text/compare.ts';
import { matchKey } from '../text/match-key.ts';

const MOST = 3;
/** Longer texts are not worth a suggestion, and comparing them costs the product of their lengths. */
const LONGEST = 60;

/**
 * Up to three candidates that look most like a text, best first; for "did you mean" in messages only,
 * never to decide anything.
 */
export function nearest(text: string, candidates: readonly string[]): readonly string[] {
  const key = matchKey(text);
  if (key === '' || key.length > LONGEST) return [];
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, distance: unlikeness(key, matchKey(candidate)) }))
    .filter(({ distance }) => distance <= 0.5)
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** 0 for equal texts, 1 for wholly different ones; one text within the other counts as rather like it. */
function unlikeness(a: string, b: string): number {
  if (b === '' || b.length > LONGEST) return 1;
  const share = editDistance(a, b) / Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  const within = shorter >= 2 && (a.includes(b) || b.includes(a));
  return within ? Math.min(share, 0.5) : share;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
