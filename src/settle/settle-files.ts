import type { BureauReturn } from '../model/bureau-return.ts';
import type { FileState } from '../model/compilation.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { LedgerTallies } from '../model/tally.ts';
import type { Period } from '../period/period.ts';
import type { RegionIndex } from '../scheme/regions.ts';
import { assembleReturns } from './assemble-returns.ts';
import { fileState, identicalCopies, type StatedFile } from './file-state.ts';
import type { RosterRow } from './roster.ts';

/** What settling needs to know beside the files. */
export interface SettleContext {
  readonly period: Period;
  readonly area: string;
  readonly roster: readonly RosterRow[];
  readonly regions: RegionIndex;
  readonly strict: boolean;
}

/** The files that count, joined to returns, before anything is said about bureaus. */
export interface SettledFiles {
  readonly files: readonly StatedFile[];
  readonly returns: ReadonlyMap<string, BureauReturn>;
  readonly findings: readonly Finding[];
}

/** Decides which files count and joins them to returns; `withErrors` names files that hold an error. */
export function settleFiles(
  filed: readonly FiledReturn[],
  withErrors: ReadonlySet<string>,
  derive: (files: readonly FiledReturn[]) => LedgerTallies,
  context: SettleContext,
): SettledFiles {
  const copies = identicalCopies(filed);
  const files = filed.map((one): StatedFile => {
    const state = fileState(one, { ...context, withErrors });
    return { filed: one, state: state === 'counted' && copies.has(one) ? 'superseded' : state };
  });
  const counted = files.filter(({ state }) => state === 'counted').map((file) => file.filed);
  return {
    files,
    returns: assembleReturns(counted, context.period, derive),
    findings: files.flatMap(({ filed: one, state }) => stateFindings(one, state, copies.get(one), context.period)),
  };
}

function stateFindings(
  filed: FiledReturn,
  state: FileState,
  copyOf: FiledReturn | undefined,
  period: Period,
): Finding[] {
  const place = filePlace(filed.file);
  const fields = { bureau: filed.sender?.value ?? null };
  if (state === 'superseded' && copyOf !== undefined) {
    return [finding('FILE_COPY', place, { of: copyOf.file }, fields)];
  }
  if (state === 'wrongPeriod' && filed.period !== null) {
    const at = filed.period.place;
    return [finding('PERIOD_OTHER', at, { found: filed.period.value.id, expected: period.id }, fields)];
  }
  if (state === 'unknownSender' && filed.sender !== null) {
    return [finding('SENDER_UNKNOWN', filed.sender.place, { name: filed.sender.text }, { ...fields, bureau: null })];
  }
  return [];
}
