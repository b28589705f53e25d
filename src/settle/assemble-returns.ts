import { ZERO } from '../decimal/decimal.ts';
import type { BureauReturn } from '../model/bureau-return.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { LedgerTallies } from '../model/tally.ts';
import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { joinSummaries } from './join-summaries.ts';

/** Joins the counted files of each bureau into its return; files of one form for other tasks or regions are parts of it. */
export function assembleReturns(
  counted: readonly FiledReturn[],
  period: Period,
  scheme: Scheme,
  derive: (files: readonly FiledReturn[]) => LedgerTallies,
): ReadonlyMap<string, BureauReturn> {
  const byBureau = new Map<string, FiledReturn[]>();
  for (const filed of counted) {
    if (filed.sender === null) continue;
    const files = byBureau.get(filed.sender.value);
    if (files === undefined) byBureau.set(filed.sender.value, [filed]);
    else files.push(filed);
  }
  return new Map([...byBureau].map(([bureau, files]) => [bureau, assemble(bureau, files, period, scheme, derive)]));
}

function assemble(
  bureau: string,
  files: readonly FiledReturn[],
  period: Period,
  scheme: Scheme,
  derive: (files: readonly FiledReturn[]) => LedgerTallies,
): BureauReturn {
  const ledger = files.some((filed) => filed.forms.includes('ledger')) ? derive(files) : null;
  const { cells: summary, repeated } = joinSummaries(files, period);
  return { bureau, files, summary, repeated, ledger, nil: isNil(files, summary, scheme) };
}

/**
 * 零报告: said in words with no figure beside it, or every core flow and association count of the scheme given as nil
 * or zero. A cell that cannot be read, or a row that is set aside, may hold a figure.
 */
function isNil(files: readonly FiledReturn[], summary: BureauReturn['summary'], scheme: Scheme): boolean {
  if (files.some((filed) => filed.activities.length > 0 || filed.summarySetAside.length > 0)) return false;
  const cells = [...summary.values()].flatMap((row) => [...row.values()]).map(({ cell }) => cell);
  if (cells.some(({ state, value }) => state === 'unreadable' || (value !== null && value !== ZERO))) return false;
  if (files.some((filed) => filed.nilStatement)) return true;
  const given = new Set(cells.filter(({ value }) => value !== null).map(({ indicator }) => indicator));
  const core = scheme.indicators.filter(({ tier, kind }) => tier === 'core' && kind !== 'stock');
  return core.length > 0 && core.every(({ id }) => given.has(id));
}
