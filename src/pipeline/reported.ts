import type { Finding } from '../model/finding.ts';
import { atRows } from '../model/packed-findings.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { StatedFile } from '../settle/file-state.ts';
import { replacedPlaces } from '../settle/replaced-places.ts';

/** Findings with the severities that the scheme sets. */
export function rated(findings: readonly Finding[], { severity }: Scheme): readonly Finding[] {
  return findings.map((finding) => {
    const own = severity[finding.code];
    return own === undefined ? finding : { ...finding, severity: own };
  });
}

/** What is not counted for its version or period says only that; its own findings are not repeated. */
export function reported(findings: readonly Finding[], files: readonly StatedFile[]): readonly Finding[] {
  const spoken = new Set(['counted', 'rejected', 'notAReturn']);
  const silent = new Set(files.filter(({ state }) => !spoken.has(state)).map(({ filed }) => filed.file));
  const replaced = new Map(files.map(({ filed }) => [filed.file, replacedPlaces(filed)]));
  return findings.flatMap((finding) => {
    const { code, place } = finding;
    if (code === 'SENDER_UNKNOWN') return finding;
    if (silent.has(place.file)) return [];
    const isReplaced = replaced.get(place.file) ?? null;
    return isReplaced === null ? finding : (atRows(finding, (row) => !isReplaced({ ...place, row })) ?? []);
  });
}

/** Bureaus that have to mend an error. */
export function bureausWithErrors(findings: readonly Finding[]): ReadonlySet<string> {
  const bureaus = new Set<string>();
  for (const { severity, bureau } of findings) {
    if (severity === 'error' && bureau !== null) bureaus.add(bureau);
  }
  return bureaus;
}
