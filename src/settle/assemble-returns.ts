import { ZERO } from '../decimal/decimal.ts';
import type { BureauReturn, FiledCell } from '../model/bureau-return.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { LedgerTallies } from '../model/tally.ts';
import type { Period } from '../period/period.ts';

/** Joins the counted files of each bureau into its return; files of one form for other tasks or regions are parts of it. */
export function assembleReturns(
  counted: readonly FiledReturn[],
  period: Period,
  derive: (files: readonly FiledReturn[]) => LedgerTallies,
): ReadonlyMap<string, BureauReturn> {
  const byBureau = new Map<string, FiledReturn[]>();
  for (const filed of counted) {
    if (filed.sender === null) continue;
    const files = byBureau.get(filed.sender.value);
    if (files === undefined) byBureau.set(filed.sender.value, [filed]);
    else files.push(filed);
  }
  return new Map([...byBureau].map(([bureau, files]) => [bureau, assemble(bureau, files, period, derive)]));
}

function assemble(
  bureau: string,
  files: readonly FiledReturn[],
  period: Period,
  derive: (files: readonly FiledReturn[]) => LedgerTallies,
): BureauReturn {
  const ledger = files.some((filed) => filed.forms.includes('ledger')) ? derive(files) : null;
  const summary = summaryCells(files, period);
  return { bureau, files, summary, ledger, nil: isNil(files, summary) };
}

/** In the first period of a year the year to date is the period itself. */
function summaryCells(files: readonly FiledReturn[], period: Period): BureauReturn['summary'] {
  const regions = new Map<string, Map<string, FiledCell>>();
  const take = (yearToDate: boolean) => {
    for (const filed of files) {
      for (const cell of filed.summary) {
        if (cell.yearToDate !== yearToDate) continue;
        const cells = regions.get(cell.region) ?? new Map<string, FiledCell>();
        regions.set(cell.region, cells);
        if (!cells.has(cell.indicator)) cells.set(cell.indicator, { filed, cell });
      }
    }
  };
  take(false);
  if (period.number === 1) take(true);
  return regions;
}

/** 零报告: said in words with nothing beside it, or every figure given is nil and no activity is listed. */
function isNil(files: readonly FiledReturn[], summary: BureauReturn['summary']): boolean {
  if (files.some((filed) => filed.activities.length > 0)) return false;
  const given = [...summary.values()].flatMap((cells) => [...cells.values()]).map(({ cell }) => cell.value);
  const values = given.filter((value) => value !== null);
  if (values.some((value) => value !== ZERO)) return false;
  return files.some((filed) => filed.nilStatement) || values.length > 0;
}
