import { compareText } from '../text/compare.ts';
import { matchKey } from '../text/match-key.ts';

const MOST = 3;
/** Longer texts are not worth a suggestion, and comparing them costs the product of their lengths. */
const LONGEST = 60;
/** Texts less alike are no suggestion. */
const FARTHEST = 0.5;

/**
 * Up to three candidates that look most like a text, best first; for "did you mean" in messages only,
 * never to decide anything.
 */
export function nearest(text: string, candidates: readonly string[]): readonly string[] {
  const key = matchKey(text);
  if (key === '' || key.length > LONGEST) return [];
  const letters = new Set(key.split(''));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, distance: unlikeness(key, letters, matchKey(candidate)) }))
    .filter(({ distance }) => distance <= FARTHEST)
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** 0 for equal texts, 1 for wholly different ones; one text within the other counts as rather like it. */
function unlikeness(a: string, letters: ReadonlySet<string>, b: string): number {
  if (b === '' || b.length > LONGEST) return 1;
  const longer = Math.max(a.length, b.length);
  const within = Math.min(a.length, b.length) >= 2 && (a.includes(b) || b.includes(a));
  // Every letter that they do not share is a change: of most candidates that says enough.
  if (!within && longer - shared(letters, b) > FARTHEST * longer) return 1;
  const share = editDistance(a, b) / longer;
  return within ? Math.min(share, FARTHEST) : share;
}

function shared(letters: ReadonlySet<string>, text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (letters.has(text.charAt(at))) count++;
  return count;
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
