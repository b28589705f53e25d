import type { Decimal } from '../decimal/decimal.ts';
import { type BureauReturn, cellPlace, type FiledCell } from '../model/bureau-return.ts';
import type { CheckCounter } from '../model/check-count.ts';
import type { Finding } from '../model/finding.ts';
import { filePlace, type Place } from '../model/place.ts';
import { type Tally, tallyValue } from '../model/tally.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { judge, type ValueOf } from './expression.ts';
import { isSaidOfRows } from './row-rule-followers.ts';
import { placedIds, ruleFinding } from './rule-finding.ts';

/** The ledger's tally for an indicator in a region of the return; null when the ledger cannot give it. */
export type LedgerOf = (indicator: string) => Tally | null;

/** A region row of a return: its summary cells by indicator, what its ledger and the period before say of the same region. */
export interface RegionRow {
  readonly region: string;
  readonly cells: ReadonlyMap<string, FiledCell>;
  readonly ledger: LedgerOf;
  readonly previous: ValueOf;
}

/**
 * Judges the return rules over one region row. A finding stands at the cell of the left operand: that of the summary,
 * also when it is blank; of an operand that only the ledger gives, at the first row that adds to it.
 */
export function returnRuleFindings(
  row: RegionRow,
  bureauReturn: BureauReturn,
  scheme: Scheme,
  { count }: CheckCounter,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of scheme.rules) {
    if (rule.scope !== 'return') continue;
    const outcome = judge(rule, (id) => operand(row.cells.get(id), id, row.ledger), row.previous);
    count(rule.id, outcome.state);
    if (outcome.state !== 'failed') continue;
    const ids = placedIds(rule);
    const indicator = ids[0] ?? null;
    const place = placeOf(ids, row) ?? filePlace(bureauReturn.files[0]?.file ?? '');
    const derived = ids.every((id) => (row.cells.get(id)?.cell.value ?? null) === null);
    if (derived && isSaidOfRows(rule, row.region, bureauReturn, scheme)) continue;
    findings.push(ruleFinding(rule, outcome, place, { indicator, region: row.region }));
  }
  return findings;
}

/** The value that counts: the summary's when given, else the ledger's if it is whole; an unreadable cell is not replaced. */
function operand(at: FiledCell | undefined, indicator: string, ledger: LedgerOf): Decimal | null {
  if (at?.cell.state === 'unreadable') return null;
  if (at !== undefined && at.cell.value !== null) return at.cell.value;
  const tally = ledger(indicator);
  return tally?.complete ? tallyValue(tally) : null;
}

/** The first operand that has a cell or row says where. */
function placeOf(ids: readonly string[], { cells, ledger }: RegionRow): Place | null {
  for (const id of ids) {
    const cell = cells.get(id);
    if (cell !== undefined) return cellPlace(cell);
    const first = ledger(id)?.first ?? null;
    if (first !== null) return first;
  }
  return null;
}
