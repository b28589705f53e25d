// Compares reading workbooks: ours against merely inflating and scanning them, and against exceljs.
// Each reader runs as its own process, all of them in turn, several rounds; medians are printed.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generate } from './generate.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const READERS = ['floor', 'ours', 'exceljs'];
const one = fileURLToPath(new URL('./read-one.mjs', import.meta.url));
const run = promisify(execFile);

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function compare(title, files, rounds) {
  const runs = Object.fromEntries(READERS.map((reader) => [reader, []]));
  for (let round = 0; round < rounds; round++) {
    for (const reader of READERS) {
      const { stdout } = await run(process.execPath, [one, reader, ...files], { maxBuffer: 1 << 20 });
      runs[reader].push(JSON.parse(stdout));
    }
  }
  const time = (reader) => median(runs[reader].map((result) => result.milliseconds));
  if (runs.ours[0].result !== runs.exceljs[0].result) console.log('The readers disagree on the number of cells.');
  console.log(`\n${title} (${rounds} rounds, ${runs.ours[0].result} cells)`);
  console.log('reader      read ms   × floor   exceljs / it   peak MB');
  for (const reader of READERS) {
    const columns = [
      time(reader).toFixed(0).padStart(9),
      (time(reader) / time('floor')).toFixed(2).padStart(9),
      (time('exceljs') / time(reader)).toFixed(1).padStart(14),
      median(runs[reader].map(({ rss }) => rss))
        .toFixed(0)
        .padStart(9),
    ];
    console.log(reader.padEnd(10) + columns.join(' '));
  }
}

const folder = await mkdtemp(join(tmpdir(), 'huizong-bench-'));
try {
  const { files, large } = await generate(folder);
  await compare('143 workbooks, 300 rows × 20 columns', files, ROUNDS);
  await compare('One workbook, 100,000 rows × 20 columns', [large], Math.max(1, Math.floor(ROUNDS / 2)));
} finally {
  await rm(folder, { recursive: true, force: true });
}
