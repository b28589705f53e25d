import { quotient, toNumber, whole } from '../decimal/decimal.ts';
import type { BureauState, BureauStatus, Compilation, Timeliness } from '../model/compilation.ts';
import type { Coverage } from './model.ts';
import type { CoverageTable, NamedBureau } from './views.ts';

/** Counts of bureaus by state; `due` is the roster without exempt bureaus. */
export function coverageOf({ bureaus, unknownSenders }: Compilation): Coverage {
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
    bureaus: bureaus.map(({ bureau, name, state, nil, timeliness, forms, files }) => ({
      bureau,
      name,
      state,
      nil,
      timeliness,
      forms,
      files,
    })),
    unknownSenders: unknownSenders.map(({ file, name }) => ({ file, name })),
  };
}

/** Rates and the lists that the text names. */
export function coverageTable(coverage: Coverage): CoverageTable {
  const { bureaus, due, accepted, provisional, onTime, late } = coverage;
  const named = (keep: (bureau: BureauStatus) => boolean) => bureaus.filter(keep).map(nameOnly);
  return {
    reported: accepted + provisional,
    rates: {
      reported: rate(accepted + provisional, due),
      accepted: rate(accepted, due),
      onTime: onTime + late === 0 ? null : rate(onTime, due),
    },
    provisional: named((bureau) => bureau.state === 'provisional'),
    rejected: named((bureau) => bureau.state === 'rejected'),
    nil: named((bureau) => bureau.nil),
    late: named((bureau) => bureau.timeliness === 'late'),
  };
}

/** Bureaus that are on the chase list. */
export function chaseList(coverage: Coverage): readonly NamedBureau[] {
  return coverage.bureaus.filter((bureau) => bureau.state === 'missing').map(nameOnly);
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
