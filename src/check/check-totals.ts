import { absolute, format, subtract } from '../decimal/decimal.ts';
import { type CheckCounter, checkCounter } from '../model/check-count.ts';
import type { SummaryCell } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { MOST_FINDINGS } from '../model/most-findings.ts';
import type { Staged } from '../model/staged.ts';
import { cellAt, type TotalledTable, type TotalRow } from '../model/totalled-table.ts';
import { regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { judgeTotal, type TotalOutcome } from './judge-total.ts';
import { statedTotals } from './stated-totals.ts';
import { totalReadings } from './total-readings.ts';

/**
 * Holds the totals of one file's tables against their rows, and gives those that state what the sender's city adds up
 * to. A total that is right by any way to understand it is right.
 */
export function checkTotals(
  tables: readonly TotalledTable[],
  sender: string,
  scheme: Scheme,
  { count }: CheckCounter = checkCounter(),
): Staged<readonly SummaryCell[]> {
  const index = regionIndex(scheme);
  const findings: Finding[] = [];
  const stated: SummaryCell[] = [];
  for (const table of tables) {
    const readings = totalReadings(table, index);
    const outcomes = new Map(table.totals.map((total) => [total, judgeTotal(total, table.columns, readings(total))]));
    for (const [total, cells] of outcomes) {
      for (const [at, { state }] of cells.entries()) if (total.cells[at]) count('TOTAL_DIFFERS', STATES[state]);
      for (const wrong of wrongCells(table, total, cells)) findings.push(wrong);
      // The file is not counted; what else is wrong is not asked.
      if (findings.length > MOST_FINDINGS) return { value: [], findings };
    }
    for (const cell of statedTotals(table, outcomes, sender, index)) stated.push(cell);
  }
  return { value: stated, findings };
}

const STATES = { right: 'passed', wrong: 'failed', notEvaluable: 'notEvaluable' } as const;

function wrongCells(table: TotalledTable, total: TotalRow, outcomes: readonly TotalOutcome[]): readonly Finding[] {
  return outcomes.flatMap((outcome, at) => {
    const column = table.columns[at];
    const cell = total.cells[at] ?? null;
    if (outcome.state !== 'wrong' || column === undefined || cell === null || cell.shown === null) return [];
    const { value } = cell.shown;
    const args = {
      stated: format(value),
      sum: format(outcome.sum),
      difference: format(absolute(subtract(value, outcome.sum))),
    };
    const about = table.form === 'ledger' ? { column: column.id } : { indicator: column.id };
    const place = { file: table.file, sheet: table.sheet, ...cellAt(table, total, column) };
    return [finding('TOTAL_DIFFERS', place, args, { ...about, raw: cell.raw })];
  });
}
