import type { BureauReturn } from '../model/bureau-return.ts';
import type { FileState } from '../model/compilation.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { RowFates } from '../model/row-fate.ts';
import type { Period } from '../period/period.ts';
import type { RegionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { assembleReturns, type Derive } from './assemble-returns.ts';
import { fileState, identicalCopies, type StatedFile } from './file-state.ts';
import type { RosterRow } from './roster.ts';
import { settleRows } from './settle-rows.ts';

/** What settling needs to know beside the files. */
export interface SettleContext {
  readonly period: Period;
  readonly area: string;
  readonly roster: readonly RosterRow[];
  readonly regions: RegionIndex;
  readonly scheme: Scheme;
}

/** The files that count, joined to returns, before anything is said about bureaus. */
export interface SettledFiles {
  readonly files: readonly StatedFile[];
  readonly returns: ReadonlyMap<string, BureauReturn>;
  /** What became of the ledger rows of the counted files. */
  readonly rows: RowFates;
  readonly findings: readonly Finding[];
}

/** Decides which files and rows count and joins them to returns; `refused` names bureaus of which nothing counts. */
export function settleFiles(
  filed: readonly FiledReturn[],
  refused: ReadonlySet<string>,
  derive: Derive,
  context: SettleContext,
): SettledFiles {
  const states = filed.map((one): StatedFile => ({ filed: one, state: fileState(one, { ...context, refused }) }));
  const copies = identicalCopies(states.filter(({ state }) => state === 'counted').map((file) => file.filed));
  const files = states.map((file): StatedFile => (copies.has(file.filed) ? { ...file, state: 'superseded' } : file));
  const counted = files.filter(({ state }) => state === 'counted').map((file) => file.filed);
  const { period, scheme, regions } = context;
  const rows = settleRows(counted, scheme, regions);
  return {
    files,
    returns: assembleReturns(counted, period, scheme, derive, rows),
    rows: rows.fates,
    findings: [
      ...files.flatMap(({ filed: one, state }) => stateFindings(one, state, copies.get(one), period)),
      ...rows.findings,
    ],
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
    return [finding('SENDER_UNKNOWN', filed.sender.place, { name: filed.sender.value }, { ...fields, bureau: null })];
  }
  return [];
}
