import { matchKey } from './match-key.ts';

/** The key by which ledger rows tell one event: what it was called, its first day (ISO) and where it took place. */
export function eventKey(title: string, start: string, venue: string): string {
  return [matchKey(title), start, matchKey(venue)].join('\n');
}

/** A number below 2^30 that equal texts share: whether a text occurs twice is asked without keeping the texts. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}
