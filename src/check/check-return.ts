import { absolute, format, subtract } from '../decimal/decimal.ts';
import { type BureauReturn, cellPlace, type FiledCell } from '../model/bureau-return.ts';
import { type CheckCounter, checkCounter } from '../model/check-count.ts';
import { type Finding, finding } from '../model/finding.ts';
import { type PartsByIndicator, wholeValue } from '../model/holding.ts';
import { EMPTY_TALLY, sumTallies, tallyValue } from '../model/tally.ts';
import { isWithin, type RegionIndex, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { remember } from '../text/remember.ts';
import { identityFindings } from './association-identity.ts';
import { repeatedFindings } from './repeated-cells.ts';
import { type LedgerOf, returnRuleFindings } from './return-rules.ts';

/**
 * Judges one return as a whole: regions told twice, credit codes against names, return rules region row by region row,
 * and its summary against its ledger. A region that only the ledger names is a region row too. `previous` is what is known
 * of the period before; null for nothing.
 */
export function checkReturn(
  bureauReturn: BureauReturn,
  scheme: Scheme,
  counter: CheckCounter = checkCounter(),
  previous: PartsByIndicator | null = null,
): Finding[] {
  const regions = regionIndex(scheme);
  const findings: Finding[] = [
    ...repeatedFindings(bureauReturn.repeated),
    ...identityFindings(bureauReturn.files),
    ...nilNotStated(bureauReturn),
  ];
  const { summary, ledgerAlone: ledger } = bureauReturn;
  for (const region of new Set([...summary.keys(), ...(ledger?.byRegion.keys() ?? [])])) {
    const row = {
      region,
      cells: summary.get(region) ?? NO_CELLS,
      ledger: ledgerOf(bureauReturn, region, regions),
      previous: (indicator: string) => wholeValue(previous?.get(indicator)?.get(region)),
    };
    findings.push(...returnRuleFindings(row, bureauReturn, scheme, counter));
    if (ledger === null) continue;
    for (const cell of row.cells.values()) findings.push(...ledgerDifference(cell, row.ledger, counter));
  }
  return findings;
}

const NO_CELLS: ReadonlyMap<string, FiledCell> = new Map();

/** Zeros without a word may be a form that nobody filled in; a dash or 未开展 in any cell is such a word. */
function nilNotStated({ nil, files, summary }: BureauReturn): Finding[] {
  if (!nil || files.some(({ nilStatement }) => nilStatement)) return [];
  const cells = [...summary.values()].flatMap((row) => [...row.values()]);
  const [first] = cells.filter(({ cell }) => cell.value !== null);
  if (first === undefined || cells.some(({ cell }) => cell.state === 'nil')) return [];
  return [finding('NIL_NOT_STATED', { ...cellPlace(first), column: null }, {})];
}

/** A region row speaks for all that lies below it, so its ledger is the rows of all regions within. */
function ledgerOf({ ledgerAlone: ledger }: BureauReturn, region: string, regions: RegionIndex): LedgerOf {
  if (ledger === null) return () => null;
  const within = [...ledger.byRegion].filter(([code]) => isWithin(regions, code, region)).map(([, tallies]) => tallies);
  return remember((indicator) => {
    if (ledger.cannotGive.has(indicator)) return null;
    const [first = EMPTY_TALLY, ...more] = within.flatMap((tallies) => tallies.get(indicator) ?? []);
    return more.length === 0 ? first : sumTallies([first, ...more]);
  });
}

function ledgerDifference(at: FiledCell, ledger: LedgerOf, { count }: CheckCounter): Finding[] {
  const { value, indicator, region } = at.cell;
  const tally = ledger(indicator);
  if (value === null || tally === null || !tally.complete) {
    count('SUMMARY_LEDGER_DIFFER', 'notEvaluable');
    return [];
  }
  const difference = subtract(value, tallyValue(tally));
  count('SUMMARY_LEDGER_DIFFER', difference === 0n ? 'passed' : 'failed');
  if (difference === 0n) return [];
  const args = { summary: format(value), ledger: format(tallyValue(tally)), difference: format(absolute(difference)) };
  return [finding('SUMMARY_LEDGER_DIFFER', cellPlace(at), args, { indicator, region })];
}
