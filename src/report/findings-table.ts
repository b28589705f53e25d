import type { Severity } from '../model/finding.ts';
import type { ReportFinding } from './model.ts';
import type { FindingGroup, FindingsTable } from './views.ts';

/**
 * Findings counted by bureau, worst first: most errors, then warnings, then infos, then the customary order.
 *
 * `findings` must stand bureau by bureau, as `collapseFindings` leaves them. Counts are of single findings, not of entries.
 * A finding with a reason counts as explained only.
 */
export function findingsTable(
  findings: readonly ReportFinding[],
  nameOf: (bureau: string | null) => string,
): FindingsTable {
  const groups: FindingGroup[] = [];
  for (let from = 0; from < findings.length; ) {
    const bureau = findings[from]?.bureau ?? null;
    let to = from;
    while (to < findings.length && (findings[to]?.bureau ?? null) === bureau) to++;
    groups.push({ bureau, name: nameOf(bureau), ...counts(findings.slice(from, to)), from, to });
    from = to;
  }
  const worstFirst = groups.sort(
    (a, b) => b.errors - a.errors || b.warnings - a.warnings || b.infos - a.infos || a.from - b.from,
  );
  return { ...counts(findings), bureaus: worstFirst };
}

function counts(
  findings: readonly ReportFinding[],
): Pick<FindingsTable, 'errors' | 'warnings' | 'infos' | 'explained'> {
  const total: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let explained = 0;
  for (const finding of findings) {
    if (finding.explained === null) total[finding.severity] += finding.count;
    else explained += finding.count;
  }
  return { errors: total.error, warnings: total.warning, infos: total.info, explained };
}
