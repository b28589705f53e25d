// What `huizong --help` costs over bare node, over many interleaved runs: by the median, on which the verdict is, and by
// the fastest run, as the median drifts with whatever else the machine does.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BUDGET = 20;
const runs = Number(process.argv[2] ?? 41);
const bin = fileURLToPath(new URL('../bin/huizong.js', import.meta.url));
const cases = { 'node -e 0': ['-e', '0'], 'huizong --help': [bin, '--help'], 'huizong --version': [bin, '--version'] };

const times = new Map(Object.keys(cases).map((name) => [name, []]));
for (let run = 0; run < runs; run++) {
  for (const [name, args] of Object.entries(cases)) {
    const begun = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    times.get(name)?.push(Number(process.hrtime.bigint() - begun) / 1e6);
  }
}

const bare = times.get('node -e 0') ?? [];
for (const [name, own] of times) {
  const over = median(own) - median(bare);
  const fastest = Math.min(...own) - Math.min(...bare);
  const verdict =
    own === bare
      ? ''
      : `  +${over.toFixed(1)} ms (${over <= BUDGET ? 'within' : 'over'} ${BUDGET} ms), fastest +${fastest.toFixed(1)} ms`;
  console.log(`${name.padEnd(18)} ${median(own).toFixed(1)} ms, fastest ${Math.min(...own).toFixed(1)} ms${verdict}`);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
