// Feeds damaged files to huizong for as long as it is told: npm run fuzz -- --minutes 10 --seed 7 [--only INPUT]
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
    only: { type: 'string' },
  },
});
const env = { ...process.env, HUIZONG_FUZZ_MINUTES: values.minutes, HUIZONG_FUZZ_SEED: values.seed };
if (values.only !== undefined) env.HUIZONG_FUZZ_ONLY = values.only;
console.error(`fuzz: seed ${values.seed}, ${values.minutes} minutes`);
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz'], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
