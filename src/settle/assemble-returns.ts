import { ZERO } from '../decimal/decimal.ts';
import type { BureauReturn } from '../model/bureau-return.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { RowFates } from '../model/row-fate.ts';
import type { LedgerTallies } from '../model/tally.ts';
import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { joinSummaries } from './join-summaries.ts';
import type { SettledRows } from './settle-rows.ts';

/** What the ledger rows of one return add up to; the stage that does it is not this one's to know. */
export type Derive = (files: readonly FiledReturn[], fates: RowFates) => LedgerTallies;

type Ledgers = Pick<BureauReturn, 'ledger' | 'ledgerAlone'>;

/** Joins the counted files of each bureau into its return; files of one form for other tasks or regions are parts of it. */
export function assembleReturns(
  counted: readonly FiledReturn[],
  period: Period,
  scheme: Scheme,
  derive: Derive,
  rows: Pick<SettledRows, 'fates' | 'alone' | 'touched'>,
): ReadonlyMap<string, BureauReturn> {
  const ledgers = (bureau: string, files: readonly FiledReturn[]): Ledgers => {
    if (!files.some((filed) => filed.forms.includes('ledger'))) return { ledger: null, ledgerAlone: null };
    const ledger = derive(files, rows.fates);
    return { ledger, ledgerAlone: rows.touched.has(bureau) ? derive(files, rows.alone) : ledger };
  };
  const byBureau = new Map<string, FiledReturn[]>();
  for (const filed of counted) {
    if (filed.sender === null) continue;
    const files = byBureau.get(filed.sender.value);
    if (files === undefined) byBureau.set(filed.sender.value, [filed]);
    else files.push(filed);
  }
  return new Map([...byBureau].map(([bureau, files]) => [bureau, assemble(bureau, files, period, scheme, ledgers)]));
}

function assemble(
  bureau: string,
  files: readonly FiledReturn[],
  period: Period,
  scheme: Scheme,
  ledgers: (bureau: string, files: readonly FiledReturn[]) => Ledgers,
): BureauReturn {
  const { cells: summary, yearToDate, repeated } = joinSummaries(files, period);
  return {
    bureau,
    files,
    summary,
    yearToDate,
    repeated,
    ...ledgers(bureau, files),
    nil: isNil(files, summary, scheme),
  };
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
