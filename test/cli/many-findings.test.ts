import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ReportFinding } from '../../src/report/model.ts';
import { huizong } from '../support/huizong.ts';

const folder = mkdtempSync(join(tmpdir(), 'huizong-many-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The bench measures 200,000 (bench/bad-rows.mjs); what grows faster than the rows shows here already. */
const ROWS = 20_000;
const HEADER_ROWS = 2;
/** Enough for the rows, too little for an object for each of their four findings. */
const env = { NODE_OPTIONS: '--max-old-space-size=64' };

test.each([['csv'], ['xlsx']])(
  'a large %s with faults in every row: bounded memory, a short text, complete JSON',
  async (extension) => {
    const ledger = join(folder, `惠州市台账.${extension}`);
    const json = join(folder, `${extension}.json`);
    execFileSync(process.execPath, [join(import.meta.dirname, '../../bench/bad-ledger.mjs'), ledger, String(ROWS)]);
    const args = ['check', ledger, '--as-of', '2024-04-20', '--write', `json=${json}`];
    const { status, stdout } = await huizong(args, { cwd: folder, env });
    expect(status).toBe(1);

    expect(stdout.split('\n').length).toBeLessThan(50);
    for (const code of ['COUNTY_UNKNOWN', 'TASK_UNKNOWN', 'DATE_UNREADABLE', 'NUMBER_UNREADABLE', 'L302']) {
      expect(stdout).toContain(code);
    }

    const { findings } = JSON.parse(readFileSync(json, 'utf8')) as { findings: readonly ReportFinding[] };
    const counts = findings.filter(({ column }) => column === 'participants');
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(ROWS);
    const rows = counts.flatMap(({ cells }) => cells.flatMap(rowsOf)).toSorted((a, b) => a - b);
    expect(rows).toEqual(Array.from({ length: ROWS }, (_, at) => at + 1 + HEADER_ROWS));
    // Seven kinds of wrong counts, four of them unreadable alike.
    expect(counts).toHaveLength(4);
  },
  120_000,
);

/** Rows of a range in one column. */
function rowsOf(range: string): readonly number[] {
  const [from = 0, to = from] = range.split(':').map((cell) => Number(cell.replace(/^[A-Z]+/, '')));
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
