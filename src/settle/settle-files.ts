import type { BureauReturn } from '../model/bureau-return.ts';
import type { ReceiptOf } from '../model/due.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { RowFates } from '../model/row-fate.ts';
import type { Period } from '../period/period.ts';
import type { RegionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { assembleReturns, type Derive } from './assemble-returns.ts';
import type { DeadlineRules } from './deadline.ts';
import { fileState, identicalCopies, type StatedFile } from './file-state.ts';
import { missingForms } from './missing-forms.ts';
import type { RosterRow } from './roster.ts';
import { settleRows } from './settle-rows.ts';
import { settleVersions, type Versions } from './settle-versions.ts';
import { versionFindings } from './version-findings.ts';

/** What settling needs to know beside the files. */
export interface SettleContext {
  readonly period: Period;
  readonly area: string;
  readonly roster: readonly RosterRow[];
  readonly regions: RegionIndex;
  readonly scheme: Scheme;
  readonly receiptOf: ReceiptOf;
  readonly deadlines: DeadlineRules;
}

/** The files that count, joined to returns, before anything is said about bureaus. */
export interface SettledFiles {
  readonly files: readonly StatedFile[];
  /** By bureau. */
  readonly versions: ReadonlyMap<string, Versions>;
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
  const states = filed.map((one): StatedFile => ({ filed: one, state: fileState(one, context) }));
  const readable = states.filter(({ state }) => state === 'counted').map((file) => file.filed);
  const copies = identicalCopies(readable);
  const versions = versionsByBureau(
    readable.filter((file) => !copies.has(file)),
    context,
  );
  const found = [...versions.values()];
  const counted = new Map(found.flatMap((one) => one.counted.map((file) => [file.file, file] as const)));
  const superseded = new Set(found.flatMap((one) => [...one.superseded]));
  const files = states.map((one): StatedFile => {
    if (one.state !== 'counted') return one;
    if (copies.has(one.filed) || superseded.has(one.filed.file)) return { ...one, state: 'superseded' };
    const left = counted.get(one.filed.file);
    const isRefused = left === undefined || refused.has(left.sender?.value ?? '');
    return isRefused ? { ...one, state: 'rejected' } : { filed: left, state: 'counted' };
  });
  const counting = files.filter(({ state }) => state === 'counted').map((file) => file.filed);
  const { period, scheme, regions } = context;
  const rows = settleRows(counting, scheme, regions);
  const returns = assembleReturns(counting, period, scheme, derive, rows);
  return {
    files,
    versions,
    returns,
    rows: rows.fates,
    findings: [
      ...files.flatMap((one) => stateFindings(one, copies.get(one.filed), period)),
      ...[...versions].flatMap(([bureau, own]) => versionFindings(bureau, own)),
      ...missingForms(context.roster, returns, versions),
      ...rows.findings,
    ],
  };
}

function versionsByBureau(
  files: readonly FiledReturn[],
  { scheme, receiptOf }: SettleContext,
): ReadonlyMap<string, Versions> {
  const byBureau = new Map<string, FiledReturn[]>();
  for (const filed of files) {
    const bureau = filed.sender?.value ?? '';
    const own = byBureau.get(bureau);
    if (own) own.push(filed);
    else byBureau.set(bureau, [filed]);
  }
  return new Map(
    [...byBureau].map(([bureau, own]) => [
      bureau,
      settleVersions(own, scheme, ({ sha256 }) => receiptOf(bureau, sha256)),
    ]),
  );
}

function stateFindings({ filed, state }: StatedFile, copyOf: FiledReturn | undefined, period: Period): Finding[] {
  const place = filePlace(filed.file);
  const fields = { bureau: filed.sender?.value ?? null };
  if (copyOf !== undefined) return [finding('FILE_COPY', place, { of: copyOf.file }, fields)];
  if (state === 'wrongPeriod' && filed.period !== null) {
    const at = filed.period.place;
    return [finding('PERIOD_OTHER', at, { found: filed.period.value.id, expected: period.id }, fields)];
  }
  if (state === 'unknownSender' && filed.sender !== null) {
    return [finding('SENDER_UNKNOWN', filed.sender.place, { name: filed.sender.value }, { ...fields, bureau: null })];
  }
  return [];
}
