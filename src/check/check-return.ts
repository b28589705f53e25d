import { absolute, type Decimal, format, subtract } from '../decimal/decimal.ts';
import { type BureauReturn, cellPlace, type FiledCell } from '../model/bureau-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { EMPTY_TALLY, sumTallies, type Tally, tallyValue } from '../model/tally.ts';
import { isWithin, type RegionIndex, regionIndex } from '../scheme/regions.ts';
import type { Rule, Scheme } from '../scheme/scheme.ts';
import { judge } from './expression.ts';
import { repeatedFindings } from './repeated-cells.ts';
import { firstId, ruleFinding } from './rule-finding.ts';

/**
 * Judges one return as a whole: regions told twice, return rules region row by region row, and its summary against its
 * ledger.
 */
export function checkReturn(bureauReturn: BureauReturn, scheme: Scheme): Finding[] {
  const rules = scheme.rules.filter((rule) => rule.scope === 'return');
  const regions = regionIndex(scheme);
  const findings: Finding[] = [...repeatedFindings(bureauReturn.repeated), ...nilNotStated(bureauReturn)];
  for (const [region, cells] of bureauReturn.summary) {
    const ledger = ledgerOf(bureauReturn, region, regions);
    for (const rule of rules) findings.push(...ruleFindings(rule, cells, ledger));
    for (const cell of cells.values()) findings.push(...ledgerDifference(cell, ledger));
  }
  return findings;
}

/** Zeros without a word may be a form that nobody filled in; a dash or 未开展 in any cell is such a word. */
function nilNotStated({ nil, files, summary }: BureauReturn): Finding[] {
  if (!nil || files.some(({ nilStatement }) => nilStatement)) return [];
  const cells = [...summary.values()].flatMap((row) => [...row.values()]);
  const [first] = cells.filter(({ cell }) => cell.value !== null);
  if (first === undefined || cells.some(({ cell }) => cell.state === 'nil')) return [];
  return [finding('NIL_NOT_STATED', { ...cellPlace(first), column: null }, {})];
}

/** The ledger's tally for an indicator in a region of the return; null when the ledger cannot give it. */
type LedgerOf = (indicator: string) => Tally | null;

/** A region row speaks for all that lies below it, so its ledger is the rows of all regions within. */
function ledgerOf({ ledger }: BureauReturn, region: string, regions: RegionIndex): LedgerOf {
  if (ledger === null) return () => null;
  const within = [...ledger.byRegion].filter(([code]) => isWithin(regions, code, region)).map(([, tallies]) => tallies);
  return (indicator) =>
    ledger.cannotGive.has(indicator)
      ? null
      : sumTallies(within.map((tallies) => tallies.get(indicator) ?? EMPTY_TALLY));
}

function ruleFindings(rule: Rule, cells: ReadonlyMap<string, FiledCell>, ledger: LedgerOf): Finding[] {
  const indicator = firstId(rule.left);
  const at = indicator === null ? undefined : cells.get(indicator);
  if (at === undefined) return [];
  const outcome = judge(rule, (id) => operand(cells.get(id), id, ledger));
  if (outcome.state !== 'failed') return [];
  return [ruleFinding(rule, outcome, cellPlace(at), { indicator, region: at.cell.region })];
}

/** The value that counts: the summary's when given, else the ledger's; an unreadable cell is not replaced. */
function operand(at: FiledCell | undefined, indicator: string, ledger: LedgerOf): Decimal | null {
  if (at?.cell.state === 'unreadable') return null;
  if (at !== undefined && at.cell.value !== null) return at.cell.value;
  const tally = ledger(indicator);
  return tally === null ? null : tallyValue(tally);
}

function ledgerDifference(at: FiledCell, ledger: LedgerOf): Finding[] {
  const { value, indicator, region } = at.cell;
  const tally = value === null ? null : ledger(indicator);
  if (value === null || tally === null || !tally.complete) return [];
  const difference = subtract(value, tallyValue(tally));
  if (difference === 0n) return [];
  const args = { summary: format(value), ledger: format(tallyValue(tally)), difference: format(absolute(difference)) };
  return [finding('SUMMARY_LEDGER_DIFFER', cellPlace(at), args, { indicator, region })];
}
