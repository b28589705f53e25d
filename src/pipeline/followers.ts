import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';

/**
 * Findings without those about a cell that reading could not make out: what is wrong with it was said there, and what
 * later stages make of it only follows.
 */
export function withoutFollowers(findings: readonly Finding[], ofReading: readonly Finding[]): readonly Finding[] {
  const told = new Set(
    ofReading
      .filter(({ severity, place }) => severity === 'error' && place.row !== null && place.column !== null)
      .map(({ place }) => cellKey(place)),
  );
  return told.size === 0 ? findings : findings.filter(({ place }) => !told.has(cellKey(place)));
}

function cellKey({ sheet, row, column }: Place): string {
  return JSON.stringify([sheet, row, column]);
}
