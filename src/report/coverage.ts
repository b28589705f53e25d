import { quotient, toNumber, whole } from '../decimal/decimal.ts';
import type { BureauState, BureauStatus, ChaseReason, Compilation, Timeliness } from '../model/compilation.ts';
import { daysBetween } from '../period/days.ts';
import type { Coverage, ReportBureau } from './model.ts';
import type { ChaseEntry, CoverageTable, NamedBureau } from './views.ts';

/** Counts of bureaus by state; `due` is the roster without exempt bureaus. */
export function coverageOf({ bureaus, offRoster, unknownSenders, asOf }: Compilation): Coverage {
  const states = (state: BureauState) => bureaus.filter((bureau) => bureau.state === state).length;
  const times = (time: Timeliness) => sent(bureaus).filter((bureau) => bureau.timeliness === time).length;
  const exempt = states('exempt');
  return {
    due: bureaus.length - exempt,
    accepted: states('accepted'),
    provisional: states('provisional'),
    rejected: states('rejected'),
    missing: states('missing'),
    exempt,
    nil: bureaus.filter((bureau) => bureau.nil).length,
    onTime: times('onTime'),
    late: times('late'),
    unknownTime: times('unknown'),
    bureaus: bureaus.map((bureau) => reportBureau(bureau, asOf)),
    offRoster: offRoster.map((bureau) => reportBureau(bureau, asOf)),
    unknownSenders: unknownSenders.map(({ file, name }) => ({ file, name })),
  };
}

/** Rates and the lists that the text names. */
export function coverageTable(coverage: Coverage): CoverageTable {
  const { bureaus, due, accepted, provisional, onTime, late } = coverage;
  const named = (keep: (bureau: BureauStatus) => boolean) => bureaus.filter(keep).map(nameOnly);
  const reported = (bureau: BureauStatus) => bureau.state === 'accepted' || bureau.state === 'provisional';
  return {
    reported: accepted + provisional,
    rates: {
      reported: rate(accepted + provisional, due),
      accepted: rate(accepted, due),
      onTime: onTime + late === 0 ? null : rate(onTime, due),
    },
    untimed: bureaus.filter((bureau) => reported(bureau) && bureau.timeliness === 'unknown').length,
    missing: named((bureau) => bureau.state === 'missing'),
    provisional: named((bureau) => bureau.state === 'provisional'),
    rejected: named((bureau) => bureau.state === 'rejected'),
    nil: named((bureau) => bureau.nil),
    late: named((bureau) => bureau.timeliness === 'late'),
  };
}

const CHASED: readonly ChaseReason[] = ['missing', 'rejected', 'formMissing', 'late'];

/** 催报名单: who has not reported, was rejected, lacks a form or came late, in this order. */
export function chaseList({ bureaus }: Coverage): readonly ChaseEntry[] {
  return CHASED.flatMap((why) =>
    bureaus
      .filter((bureau) => chaseReason(bureau) === why)
      .map(({ bureau, name, state, lackingForms, deadline, received, daysLate }) => {
        return { bureau, name, state, why, lackingForms, deadline, received, daysLate };
      }),
  );
}

function chaseReason({ state, lackingForms, timeliness }: BureauStatus): ChaseReason | null {
  if (state === 'missing' || state === 'rejected') return state;
  if (lackingForms.length > 0) return 'formMissing';
  return timeliness === 'late' ? 'late' : null;
}

function reportBureau(status: BureauStatus, asOf: string): ReportBureau {
  const { bureau, name, state, nil, timeliness, deadline, received, forms, lackingForms, files } = status;
  const times = { timeliness, deadline, received, daysLate: daysLate(status, asOf) };
  return { bureau, name, state, nil, ...times, forms, lackingForms, files };
}

function daysLate({ state, deadline, received, timeliness }: BureauStatus, asOf: string): number | null {
  if (deadline === null) return null;
  if (state === 'missing' || state === 'rejected') return Math.max(0, daysBetween(deadline, asOf));
  if (timeliness === 'onTime') return 0;
  return timeliness === 'late' && received !== null ? daysBetween(deadline, received) : null;
}

function sent(bureaus: readonly BureauStatus[]): readonly BureauStatus[] {
  return bureaus.filter((bureau) => bureau.state !== 'missing' && bureau.state !== 'exempt');
}

function rate(part: number, due: number): number | null {
  return due === 0 ? null : toNumber(quotient(whole(part * 100), whole(due), 1));
}

function nameOnly({ bureau, name }: BureauStatus): NamedBureau {
  return { bureau, name };
}
