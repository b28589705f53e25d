// Peak memory and size of `huizong check` on ledgers that are wrong in every row: `node bench/bad-rows.mjs [ROWS [HEAP]]`.
// HEAP bounds the old space in MB: without it the engine collects late, and the peak says more of the machine than of the need.
// Needs GNU time. Nothing is judged here: test/cli/many-findings.test.ts holds the bounds.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rows = Number(process.argv[2] ?? 200_000);
const heap = process.argv[3] === undefined ? [] : [`--max-old-space-size=${Number(process.argv[3])}`];
const bin = fileURLToPath(new URL('../bin/huizong.js', import.meta.url));
const FORMATS = ['text', 'json', 'csv', 'sarif', 'junit', 'github'];

const folder = await mkdtemp(join(tmpdir(), 'huizong-bench-'));
try {
  const ledgers = [join(folder, '惠州市台账.csv'), join(folder, '惠州市台账.xlsx')];
  const writer = fileURLToPath(new URL('./bad-ledger.mjs', import.meta.url));
  for (const ledger of ledgers) execFileSync(process.execPath, [writer, ledger, String(rows)]);
  console.log(`${rows} rows, a fault or more in each\nledger  format   seconds  peak MB    output MB`);
  for (const ledger of ledgers) for (const format of FORMATS) await measure(ledger, format);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(ledger, format) {
  const out = join(folder, `out.${format}`);
  const args = [
    '-v',
    process.execPath,
    ...heap,
    bin,
    'check',
    ledger,
    '--as-of',
    '2024-04-20',
    '-q',
    '--write',
    `${format}=${out}`,
  ];
  const begun = performance.now();
  const { stderr, status } = spawnSync('/usr/bin/time', [...args, '-f', 'text'], { encoding: 'utf8' });
  const seconds = (performance.now() - begun) / 1000;
  const peak = Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)?.[1]) / 1024;
  if (status !== 1) throw new Error(`${format} ended with ${status}: ${stderr.slice(0, 500)}`);
  const { size } = await stat(out);
  const columns = [
    seconds.toFixed(1).padStart(7),
    peak.toFixed(0).padStart(8),
    (size / 2 ** 20).toFixed(2).padStart(12),
  ];
  console.log(`${ledger.slice(-4).padEnd(7)} ${format.padEnd(8)}${columns.join(' ')}`);
}
