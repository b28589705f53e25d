import { sumActivities } from '../model/activity-counts.ts';
import { type CheckCount, sumCounts } from '../model/check-count.ts';
import type { BureauState, BureauStatus } from '../model/compilation.ts';
import type { CompiledPeriod } from './compile-period.ts';

type Own = CompiledPeriod['compilation'];

/** What came of the periods within a span, together: all that was found, read and counted; the figures are made apart. */
export function joinCompilations(periods: readonly Own[]): Omit<Own, 'period' | 'figures'> {
  const all = <K extends 'findings' | 'setAside' | 'sources' | 'unknownSenders'>(key: K) =>
    periods.flatMap((one) => one[key] as Own[K][number][]);
  const checks = periods.flatMap((one): readonly CheckCount[] => one.checks);
  return {
    bureaus: joinBureaus(periods.map(({ bureaus }) => bureaus)),
    offRoster: joinBureaus(periods.map(({ offRoster }) => offRoster)),
    unknownSenders: all('unknownSenders'),
    findings: all('findings'),
    setAside: all('setAside'),
    sources: all('sources'),
    activities: sumActivities(periods.map(({ activities }) => activities)),
    checks: sumCounts([...new Set(checks.map(({ code }) => code))], checks),
  };
}

/** The worst first: a bureau stands over the span as it stood in its worst period. */
const WORST: readonly BureauState[] = ['missing', 'rejected', 'provisional', 'accepted', 'exempt'];

/** In the order of the last period in which each stands. */
function joinBureaus(periods: readonly (readonly BureauStatus[])[]): readonly BureauStatus[] {
  const byBureau = new Map<string, BureauStatus[]>();
  for (const status of periods.toReversed().flat()) {
    const known = byBureau.get(status.bureau);
    if (known) known.unshift(status);
    else byBureau.set(status.bureau, [status]);
  }
  return [...byBureau.values()].flatMap((own) => {
    const last = own.at(-1);
    return last === undefined ? [] : [joinStatus(own, last)];
  });
}

function joinStatus(own: readonly BureauStatus[], last: BureauStatus): BureauStatus {
  const timeliness = own.map((one) => one.timeliness);
  const due = own.filter(({ state }) => state !== 'exempt');
  return {
    ...last,
    state: WORST.find((state) => own.some((one) => one.state === state)) ?? last.state,
    nil: due.length > 0 && due.every(({ nil }) => nil),
    timeliness: timeliness.includes('late') ? 'late' : timeliness.includes('unknown') ? 'unknown' : last.timeliness,
    forms: [...new Set(own.flatMap(({ forms }) => forms))],
    lackingForms: [...new Set(own.flatMap(({ lackingForms }) => lackingForms))],
    files: own.flatMap(({ files }) => files),
  };
}
